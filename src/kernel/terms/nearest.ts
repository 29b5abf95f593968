/** Allowed words that look like `word`, the nearest first; at most three, none that is far off. */
export function nearest(word: string, allowed: readonly string[]): string[] {
  return allowed
    .map((option) => ({ option, edits: edits(word.slice(0, 60), option) }))
    .filter(({ option, edits: count }) => count <= Math.max(2, Math.floor(option.length / 3)))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ option }) => option)
}

/** Levenshtein distance, two rows at a time. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replace, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
