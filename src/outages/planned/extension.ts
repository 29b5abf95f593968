import { type Outage, outageState } from '../outages/outage.ts'
import { serviceOfComponent } from '../probes/component.ts'

/** A proposal to extend the deadlines that an outage made impossible, and what became of it. */
export interface DeadlineExtension {
  readonly id: string
  readonly authority: string
  readonly outage: string
  readonly component: string
  /** Codes of the services whose open cases it concerns; `null`: all of the authority. */
  readonly services: readonly string[] | null
  /** The span of the outage, for which the clocks stand. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Why, in words that the applicants read. */
  readonly reason: string
  readonly proposedAt: Temporal.Instant
  readonly proposedBy: string
  readonly decidedAt: Temporal.Instant | null
  readonly decidedBy: string | null
  readonly approved: boolean | null
  /** When the last case was extended; `null`: not done yet. */
  readonly appliedAt: Temporal.Instant | null
  /** Before: how many cases it would concern. Afterwards: how many it extended. */
  readonly cases: number | null
}

// What came from outside the body's own systems is no reason for it to be late.
const notOwn: readonly Outage['cause'][] = ['national-network', 'applicant-side']

// Officers work on the desk itself; no case waits for the portal or for what reports failures.
const ofAllServices = ['desk']

/** Why the deadlines of no case can be extended for an outage; `null`: they can. */
export type ExtensionFault = 'outage-not-over' | 'outage-elsewhere'

/**
 * Whether an outage can have made deadlines impossible: it is over, it was of the body's own, nobody had
 * planned it, and work on cases needs what was down.
 */
export function extensionFault(outage: Outage): ExtensionFault | null {
  if (outageState(outage) !== 'closed') return 'outage-not-over'
  const isOwn = !notOwn.includes(outage.cause) && outage.planned === null
  return isOwn && servicesStopped(outage.component) !== undefined ? null : 'outage-elsewhere'
}

/** Services on whose cases nobody could work; `null`: all; `undefined`: work went on. */
export function servicesStopped(component: string): readonly string[] | null | undefined {
  if (ofAllServices.includes(component)) return null
  const service = serviceOfComponent(component)
  return service === null ? undefined : [service]
}
