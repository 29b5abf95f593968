const anyOrigin = 'http://origin.invalid'

/**
 * A path of this site (with its query), or the front page for everything else. Whatever a browser would
 * read as another address (`//evil.example`, `/\evil.example`, a tab inside) is refused by resolving it
 * as a browser does.
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return '/'
  if (!URL.canParse(value, anyOrigin)) return '/'
  const url = new URL(value, anyOrigin)
  if (url.origin !== anyOrigin) return '/'
  const path = `${url.pathname}${url.search}`
  // A path may itself come out of the resolver with two slashes in front (`/.//evil.example`).
  return path.startsWith('//') ? '/' : path
}
