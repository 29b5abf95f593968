import { type PageWish, checkHttp } from './check-http.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import type { MenuFound, ProbeReason, ProbeTarget } from './wire.ts'

/** What one look gave. */
export interface Outcome {
  readonly ok: boolean
  readonly tookMs: number
  readonly reason: ProbeReason | null
  readonly detail: string | null
  readonly found?: MenuFound
}

/**
 * Looks at a target once. Whatever is wrong with the target is an outcome and no error.
 * @param wish - Gets a page of HTML that was right; `null` where nobody wants it.
 */
export async function look(
  { check, timeoutMs }: Pick<ProbeTarget, 'check' | 'timeoutMs'>,
  context: LookContext,
  wish: PageWish | null = null
): Promise<Outcome> {
  const begun = performance.now()
  const within = { context, deadline: begun + timeoutMs, wish }
  try {
    const { found, note = null } = (await lookBy(check, within)) ?? {}
    const tookMs = Math.round(performance.now() - begun)
    if (found === undefined || found.missing.length === 0) {
      return { ok: true, tookMs, reason: null, detail: note, ...(found && { found }) }
    }
    const detail = `${String(found.missing.length)} of ${String(found.missing.length + found.reached)} services cannot be reached whole: ${found.missing.join(', ')}`
    return { ok: false, tookMs, reason: 'menu', detail: detail.slice(0, 300), found }
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error
    const tookMs = Math.round(performance.now() - begun)
    return { ok: false, tookMs, reason: error.reason, detail: error.detail }
  }
}

interface Found {
  readonly found?: MenuFound
  /** What else is to be said of a target that is right. */
  readonly note?: string | null
}

async function lookBy(
  check: ProbeTarget['check'],
  within: { context: LookContext; deadline: number; wish: PageWish | null }
): Promise<Found | void> {
  switch (check.kind) {
    case 'http':
      return checkHttp(check, within)
    case 'tcp':
      return (await import('./check-tcp.ts')).checkTcp(check, within)
    case 'dns':
      return (await import('./check-dns.ts')).checkDns(check, within)
    case 'journey':
      return (await import('./walk-journey.ts')).walkJourney(check, within)
    case 'letter':
      return { note: await (await import('./check-letter.ts')).checkLetter(check, within) }
    case 'menu':
    default:
      return { found: await (await import('./walk-menu.ts')).walkMenu(check, within) }
  }
}
