import type { Check } from '../agent/wire.ts'

/** One thing that is looked at, again and again. */
export interface WatchTarget {
  readonly id: string
  readonly authority: string
  readonly component: string
  readonly service: string | null
  readonly kind: Check['kind']
  readonly host: string
  /** `card`, `form`, `journey`, …; what its maker called it where people added it. */
  readonly what: string
  readonly check: Check
  /** `null`: as the authority watches everything. */
  readonly everySeconds: number | null
  readonly timeoutMs: number | null
  /** Made by the program, and kept by it. */
  readonly automatic: boolean
  readonly addedAt: Temporal.Instant
  readonly addedBy: string
  readonly retiredAt: Temporal.Instant | null
}

/** The host that a check reaches for. */
export function hostOfCheck(check: Check): string {
  switch (check.kind) {
    case 'http':
      return new URL(check.url).hostname.toLowerCase()
    case 'journey':
    case 'letter':
    case 'menu':
      return new URL(check.origin).hostname.toLowerCase()
    case 'tcp':
      return check.host.toLowerCase()
    case 'dns':
    default:
      return check.name.toLowerCase().replace(/\.$/, '')
  }
}

/** Whether a target that fails means that its component is down: a walk through a menu does not. */
export function decides(target: Pick<WatchTarget, 'kind'>): boolean {
  return target.kind !== 'menu'
}
