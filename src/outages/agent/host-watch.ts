import { hostOf } from './allowed-hosts.ts'
import { foreignHosts } from './foreign-hosts.ts'
import type { PageWish } from './check-http.ts'
import type { Check, FoundHost } from './wire.ts'

const pageEveryMs = 1_800_000
const toldAgainMs = 86_400_000
// Ten thousand pages are not read in the minute after a start.
const betweenPagesMs = 500
const knownMax = 20_000

/**
 * Looks on pages that were fetched anyway for hosts that are in use and not registered: on each page
 * now and then, and each host is told once a day.
 */
export class HostWatch {
  registered: ReadonlySet<string> = new Set()
  readonly #pages = new Map<string, number>()
  readonly #told = new Map<string, number>()
  readonly #tell: (host: FoundHost) => void
  #next = 0

  constructor(tell: (host: FoundHost) => void) {
    this.#tell = tell
  }

  /** What to do with the page of a target; `null` where nobody wants it now. */
  wish(target: { readonly id: string; readonly check: Check }, now: number): PageWish | null {
    if (target.check.kind !== 'http' || target.check.method !== 'GET') return null
    if (now < this.#next || now < (this.#pages.get(target.id) ?? 0)) return null
    const url = URL.parse(target.check.url)
    if (url === null || !this.registered.has(hostOf(url))) return null
    if (this.#pages.size >= knownMax) this.#pages.clear()
    this.#pages.set(target.id, now + pageEveryMs)
    this.#next = now + betweenPagesMs
    return (at, html) => {
      for (const found of foreignHosts(html, at, this.registered)) this.#note(found, now)
    }
  }

  #note(found: FoundHost, now: number): void {
    if (now < (this.#told.get(found.host) ?? 0)) return
    if (this.#told.size >= knownMax) this.#told.clear()
    this.#told.set(found.host, now + toldAgainMs)
    this.#tell(found)
  }
}
