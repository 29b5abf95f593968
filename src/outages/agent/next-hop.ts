import type { AllowedHosts } from './allowed-hosts.ts'
import { ProbeFailure } from './failure.ts'

/** What a chain of redirects has seen. */
export interface Chain {
  readonly at: URL
  readonly followed: number
  /** Addresses with the cookies that were sent to them. */
  readonly seen: ReadonlySet<string>
}

const redirects = new Set([301, 302, 303, 307, 308])

/** Whether an answer sends on to another address. */
export function isRedirect(status: number): boolean {
  return redirects.has(status)
}

/**
 * Where a redirect leads.
 * @param location - The header `Location`.
 * @throws {ProbeFailure} `redirect-loop` where it leads back or is one too many, `redirect-host` where it
 *   leads to a host that must not be asked, `protocol` where it leads nowhere.
 */
export function nextHop(
  chain: Chain,
  location: string | undefined,
  limits: { readonly redirectsMax: number; readonly isAllowed: AllowedHosts }
): URL {
  const to = location === undefined ? null : URL.parse(location, chain.at)
  if (to === null) throw new ProbeFailure('protocol', 'a redirect without an address')
  if (!limits.isAllowed(to)) {
    const where = to.protocol.startsWith('http') ? to.host : to.protocol
    throw new ProbeFailure(
      'redirect-host',
      `${chain.at.host} leads to ${where}, which is not registered`
    )
  }
  if (chain.followed >= limits.redirectsMax) {
    const most = String(limits.redirectsMax)
    throw new ProbeFailure('redirect-loop', `more than ${most} redirects, the last to ${to.host}`)
  }
  to.hash = ''
  return to
}

/** What tells two requests of a chain apart: with a new cookie the same address may answer otherwise. */
export function hopKey(to: URL, cookies: string): string {
  return `${to.href} ${cookies}`
}

/** Refuses to ask the same twice. */
export function demandNew(chain: Chain, key: string): void {
  if (chain.seen.has(key)) {
    throw new ProbeFailure(
      'redirect-loop',
      `${chain.at.host} leads back to where it was asked before`
    )
  }
}
