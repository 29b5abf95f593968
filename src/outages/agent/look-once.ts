import { systemClock } from '../../platform/clock.ts'
import { registeredHosts } from './allowed-hosts.ts'
import { insideOf } from './inside.ts'
import type { Canary } from './canary-file.ts'
import { type Outcome, look } from './look.ts'
import { type LookContext, canaryInUse, withoutLetters } from './look-context.ts'
import { HostResolver } from './resolve-host.ts'
import { seeNotice } from './see-notice.ts'
import type { Check, NoticeToSee, ProbeTarget } from './wire.ts'

/** What one look at one target gave. */
export type OnceResult = {
  readonly target: string
  readonly kind: string
  /** What was looked at, for people. */
  readonly at: string
} & Outcome

const atOnce = 20

/**
 * Looks at each target once and reports to nobody.
 * @param told - Called with each result as it comes.
 */
export async function lookOnce(
  plan: {
    readonly targets: readonly ProbeTarget[]
    readonly notices?: readonly NoticeToSee[]
    readonly hosts: readonly string[]
    /** As in a plan; absent: every target was chosen by whoever asks. */
    readonly inside?: readonly string[]
    /** Without one, letters are not looked at. */
    readonly canary?: Canary | null
  },
  told: (result: OnceResult) => void
): Promise<void> {
  const context: LookContext = {
    resolver: new HostResolver(),
    hosts: registeredHosts(plan.hosts),
    canary: plan.canary == null ? null : canaryInUse(plan.canary, null),
    inside: plan.inside === undefined ? 'anywhere' : insideOf(plan.inside),
    epochMilliseconds: () => systemClock.now().epochMilliseconds
  }
  const looks = [
    ...withoutLetters(plan.targets, context).map((target) => async (): Promise<OnceResult> => {
      const { id, check } = target
      return { target: id, kind: check.kind, at: whereOf(check), ...(await look(target, context)) }
    }),
    ...(plan.notices ?? []).map((notice) => () => noticeOnce(notice, context))
  ]
  const lane = async () => {
    for (let next = looks.shift(); next !== undefined; next = looks.shift()) told(await next())
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

async function noticeOnce(notice: NoticeToSee, context: LookContext): Promise<OnceResult> {
  const begun = performance.now()
  const seen = await seeNotice(notice, context)
  const tookMs = Math.round(performance.now() - begun)
  const about = { target: notice.id, kind: 'notice', at: notice.url, tookMs }
  if (seen.seen) return { ...about, ok: true, reason: null, detail: null }
  const detail = seen.failure?.detail ?? 'the page does not say it'
  return { ...about, ok: false, reason: seen.failure?.reason ?? null, detail }
}

function whereOf(check: Check): string {
  switch (check.kind) {
    case 'http':
      return check.url
    case 'tcp':
      return `${check.host}:${String(check.port)}`
    case 'dns':
      return `${check.name} ${check.type}`
    case 'letter':
      return check.origin
    case 'journey':
      return [check.origin, check.service ?? ''].join(' ').trim()
    case 'menu':
    default:
      return `${check.origin} ${check.menu}`
  }
}
