import { hostOf } from './allowed-hosts.ts'
import { type PageAddress, partsOf } from './page-parts.ts'
import type { FoundHost } from './wire.ts'

const weight: Record<PageAddress['use'], number> = { form: 2, resource: 1, link: 0 }
const hostLengthMax = 253
const addressLengthMax = 2048

/**
 * Hosts that a page uses and that are not registered, each once, by its heaviest use.
 * @param at - Where the page was found; pages of hosts that are not registered say nothing.
 */
export function foreignHosts(html: string, at: URL, registered: ReadonlySet<string>): FoundHost[] {
  if (!registered.has(hostOf(at)) || at.href.length > addressLengthMax) return []
  const found = new Map<string, PageAddress['use']>()
  for (const { url, use } of partsOf(html, at).addresses) {
    const host = hostOf(url)
    if (host === '' || host.length > hostLengthMax || registered.has(host)) continue
    const before = found.get(host)
    if (before === undefined || weight[use] > weight[before]) found.set(host, use)
  }
  return [...found].map(([host, use]) => ({ host, foundOn: at.href, use }))
}
