import { type AllowedHosts, hostOf } from './allowed-hosts.ts'
import { Cookies } from './cookies.ts'
import { type AnswerHead, type Exchange, exchange } from './exchange.ts'
import { ProbeFailure } from './failure.ts'
import { type Chain, demandNew, hopKey, isRedirect, nextHop } from './next-hop.ts'

/** A request whose redirects are followed. */
export interface Journeying extends Exchange {
  readonly redirectsMax: number
  readonly isAllowed: AllowedHosts
  /** A redirect with one of these is the answer that is wanted, and not followed. */
  readonly wanted?: readonly number[]
}

/** The answer at the end of the redirects. */
export interface Arrival extends AnswerHead {
  readonly url: URL
  readonly redirects: number
}

const userAgent = 'peyman-probe/1'

/**
 * Follows redirects to their end, as far as they stay on hosts that may be asked.
 * @throws {ProbeFailure} Where there is no whole answer at the end.
 */
export async function follow(asked: Journeying): Promise<Arrival> {
  const { redirectsMax, isAllowed } = asked
  const cookies = new Cookies()
  const seen = new Set<string>()
  let earliestEnd: number | null = null
  let chain: Chain = { at: asked.url, followed: 0, seen }
  if (!isAllowed(asked.url)) {
    throw new ProbeFailure('redirect-host', `${asked.url.host} is not registered`)
  }
  for (;;) {
    const host = hostOf(chain.at)
    const cookie = cookies.of(host)
    const key = hopKey(chain.at, cookie)
    demandNew(chain, key)
    seen.add(key)
    const head = await exchange({
      ...asked,
      url: chain.at,
      headers: {
        'user-agent': userAgent,
        accept: '*/*',
        ...(cookie !== '' && { cookie }),
        ...asked.headers
      }
    })
    earliestEnd = earlier(earliestEnd, head.certificateEndsAt)
    const isEnd =
      !isRedirect(head.status) || redirectsMax === 0 || asked.wanted?.includes(head.status) === true
    if (isEnd) {
      return { ...head, certificateEndsAt: earliestEnd, url: chain.at, redirects: chain.followed }
    }
    cookies.take(host, head.headers['set-cookie'])
    const to = nextHop(chain, head.headers.location, { redirectsMax, isAllowed })
    chain = { at: to, followed: chain.followed + 1, seen }
  }
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
