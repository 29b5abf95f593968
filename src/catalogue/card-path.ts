/** A value inside a card, by its dotted path; `undefined` where any part of the way is missing. */
export function valueAt(root: unknown, path: string): unknown {
  let value: unknown = root
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** Puts a value at a dotted path, making the objects on the way. Paths come from code, never from people. */
export function putAt(root: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? path
  let at = root
  for (const key of keys) {
    const next = at[key]
    if (typeof next === 'object' && next !== null) at = next as Record<string, unknown>
    else at = at[key] = {}
  }
  at[last] = value
}

/** Whether nothing was said: no value, an empty text, an empty list. Zero and "no" are answers. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
