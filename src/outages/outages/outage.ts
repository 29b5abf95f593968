import type { Bilingual } from '../../platform/index.ts'

/** Why a component is down, as far as is known. */
export const outageCauses = [
  'unknown',
  'software',
  'hardware',
  'network',
  'power',
  'supplier',
  'attack',
  'human-error',
  'national-network',
  'applicant-side',
  'emergency-work'
] as const

/** One of {@link outageCauses}. */
export type OutageCause = (typeof outageCauses)[number]

/** Why the times or the cause of an outage were corrected. */
export const correctionReasons = [
  'probe-at-fault',
  'vantage-at-fault',
  'wrong-times',
  'wrong-cause',
  'not-an-outage',
  'late-results'
] as const

/** One of {@link correctionReasons}; `late-results` is what the program itself says. */
export type CorrectionReason = (typeof correctionReasons)[number]

/** A component that was, or is, down. */
export interface Outage {
  readonly id: string
  readonly authority: string
  readonly component: string
  readonly service: string | null
  /** First failed probe, or what people found. */
  readonly from: Temporal.Instant
  /** `null` while it lasts. */
  readonly to: Temporal.Instant | null
  readonly cause: OutageCause
  /** Found by probes. */
  readonly automatic: boolean
  /** How many vantage points saw it. */
  readonly vantagePoints: number
  /** Targets that failed. */
  readonly targets: readonly string[]
  /** Code and words of the first failed probe. */
  readonly reason: string | null
  readonly detail: string | null
  /** The planned outage in whose window it falls. */
  readonly planned: string | null
  /** Id of the public notice. */
  readonly notice: string | null
  /** What exactly does not work, in the words of people; `null`: the whole component. */
  readonly scope: Bilingual | null
  /** Closing note. */
  readonly note: Bilingual | null
  readonly expectedReturnAt: Temporal.Instant | null
  readonly nextUpdateAt: Temporal.Instant | null
  /** A correction found that there was none. */
  readonly void: boolean
  /** People decided on its times: probes do not move them. */
  readonly settled: boolean
  /** When it came to be known. */
  readonly knownAt: Temporal.Instant
  readonly closedKnownAt: Temporal.Instant | null
  /** Raised by every change. */
  readonly revision: number
}

/** Where an outage stands. */
export type OutageState = 'open' | 'closed' | 'void'

/** Where an outage stands. */
export function outageState(outage: Outage): OutageState {
  if (outage.void) return 'void'
  return outage.to === null ? 'open' : 'closed'
}
