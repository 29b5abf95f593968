/**
 * Remembers what was made of a text, at most so many of them; the one made first is forgotten first. Keys are
 * made anew for a million recipients a night, and again and again for the few that write and read here.
 */
export function boundedCache<T>(sizeMax: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (known.size >= sizeMax) for (const [oldest] of known) if (known.delete(oldest)) break
    known.set(text, made)
    return made
  }
}
