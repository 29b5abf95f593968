import type { Context } from '../../platform/index.ts'

/** What protects the data of an installation, each looked at by itself. */
export const controlNames = [
  'encryption-at-rest',
  'encryption-in-transit',
  'backup-age',
  'restore-drill',
  'log-verified',
  'dependency-audit',
  'sign-in-limited',
  'access-reviewed'
] as const

/** One of {@link controlNames}. */
export type ControlName = (typeof controlNames)[number]

/** What a look at a control found. */
export interface ControlState {
  /** `null`: nobody can know from here, and it is said so. */
  readonly passed: boolean | null
  /** Why, as one word of a fixed list (`messages-controls.ts`). */
  readonly reason: ControlReason
  /** A number or a day beside the reason; never a path, a name or an address. */
  readonly figure: string | null
}

/** Why a control passed, did not, or is not known. */
export type ControlReason =
  | 'encrypted-disk'
  | 'disk-not-known'
  | 'database-elsewhere'
  | 'https'
  | 'plain-http'
  | 'this-machine-only'
  | 'backup-fresh'
  | 'backup-old'
  | 'no-backup'
  | 'drill-passed'
  | 'drill-failed'
  | 'drill-old'
  | 'no-drill'
  | 'log-agrees'
  | 'log-differs'
  | 'log-waits'
  | 'no-log'
  | 'audit-clean'
  | 'audit-found'
  | 'audit-old'
  | 'audit-not-answered'
  | 'no-audit'
  | 'limits-on'
  | 'limits-wide'
  | 'demonstration'
  | 'review-fresh'
  | 'review-old'
  | 'no-review'

/** A look at one control. It changes nothing. */
export type Control = (context: Context) => Promise<ControlState>

/** A state without a figure. */
export function found(passed: boolean | null, reason: ControlReason): ControlState {
  return { passed, reason, figure: null }
}
