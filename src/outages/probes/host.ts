/** A host that belongs to an authority's site. */
export interface PortalHost {
  readonly authority: string
  /** In small letters, without a port. */
  readonly host: string
  /** Of the desk itself, or the portal of the authority's file. */
  readonly automatic: boolean
  readonly registeredAt: Temporal.Instant
  readonly registeredBy: string
  readonly retiredAt: Temporal.Instant | null
}

/** A host that was met in use and that nobody registered. */
export interface UnregisteredHost {
  readonly authority: string
  readonly host: string
  /** Address of the page on which it was met. */
  readonly foundOn: string
  readonly firstAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
}

/** The host of a web address or of a bare name, in small ASCII letters; `null` where there is none. */
export function hostOf(text: string): string | null {
  const typed = text.trim()
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return null
  const { hostname, username, password, pathname } = new URL(address)
  const isBare = address !== typed && (username !== '' || password !== '' || pathname !== '/')
  if (isBare || hostname === '' || hostname.length > 253) return null
  return hostname.toLowerCase().replace(/\.$/, '')
}
