import { isIP } from 'node:net'
import { ProbeFailure } from './failure.ts'
import { isPublicAddress } from './public-address.ts'

/**
 * Places that may be asked although their address is not public: hosts, or hosts with a port, in small
 * letters. `anywhere` where whoever runs the program chose every target, and nobody else.
 */
export type Inside = ReadonlySet<string> | 'anywhere'

/** A host and the port at which it is asked. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** A web address as an entry of those places. */
export function placeText(url: URL): string {
  const { host, port } = placeOf(url)
  return `${host}:${String(port)}`
}

/** Places as a plan writes them: `desk.example:443`, `[::1]`. */
export function insideOf(places: readonly string[]): ReadonlySet<string> {
  return new Set(places.map((place) => place.toLowerCase()))
}

/** Where a web address is asked. */
export function placeOf({ hostname, port, protocol }: URL): Place {
  return { host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) }
}

/** Whether a place may be asked at an address. */
export function mayReach(inside: Inside, { host, port }: Place, address: string): boolean {
  if (inside === 'anywhere' || isPublicAddress(address)) return true
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
  const name = isIP(bare) === 6 ? `[${bare}]` : bare
  return inside.has(name) || inside.has(`${name}:${String(port)}`)
}

/** The failure of a host that is found at an address which is not public. */
export function notPublicFailure(address: string): ProbeFailure {
  const words = `the host is found at ${address}, which is no public address; it was not asked`
  return new ProbeFailure('connect', words)
}
