/**
 * The hosts that a look may go to: the target's own and the registered ones, whatever an answer says.
 * Names are compared as `URL` writes them: small letters, Punycode, without a dot at the end.
 */
export type AllowedHosts = (url: URL) => boolean

/** Rule for a target on `own` among the registered hosts. */
export function allowedHosts(own: URL, registered: ReadonlySet<string>): AllowedHosts {
  const ownName = hostOf(own)
  return (url) => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return false
    const host = hostOf(url)
    return host === ownName || registered.has(host)
  }
}

/** Host name of an address, as `allowedHosts` compares it. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '')
}

/** The registered hosts of a plan, in the same writing. */
export function registeredHosts(names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap((name) => {
      const url = URL.parse(`http://${name}/`)
      return url === null ? [] : [hostOf(url)]
    })
  )
}
