const kept = new WeakMap<object, Map<string, unknown>>()

/**
 * The value of `make`, made once for an owner and a key, and forgotten with the owner. What is drawn
 * from one count of the promises is the same for every reader until the next count.
 */
export function keptWith<T>(owner: object, key: string, make: () => T): T {
  const own = kept.get(owner) ?? new Map<string, unknown>()
  kept.set(owner, own)
  if (!own.has(key)) {
    const made = make()
    own.set(key, made)
    // What failed is tried again by the next reader.
    if (made instanceof Promise) made.catch(() => own.delete(key))
  }
  return own.get(key) as T
}
