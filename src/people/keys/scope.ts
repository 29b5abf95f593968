/** What a key can be narrowed to: a noun of the API, to read or to change. */
export const scopes = [
  'cases:read',
  'cases:write',
  'services:read',
  'services:write',
  'notices:write',
  'broadcasts:write',
  'outages:read',
  'outages:write',
  'failure-reports:read',
  'failure-reports:write',
  'letters:read',
  'letters:send',
  'probes:read',
  'probes:write',
  'probes:report'
] as const

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number]

/** Whether a text names a scope. */
export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text)
}

/** Groups of operations that are one thing to whoever gives a key. */
const nouns: Readonly<Record<string, string>> = {
  drafts: 'cases',
  uploads: 'cases',
  receipts: 'cases'
}

/**
 * The scope that an operation asks of a key.
 * @param tag - The group that the operation stands in.
 * @param method - In capitals.
 * @returns Never a scope that does not exist: a key with scopes is then refused.
 */
export function scopeOfOperation(tag: string, method: string): string {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(method)
  return `${nouns[tag] ?? tag}:${reads ? 'read' : 'write'}`
}
