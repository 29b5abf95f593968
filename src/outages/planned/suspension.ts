import type { Interruption } from '../../catalogue/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import type { EmergencyReason } from './messages-notice.ts'
import type { SuspensionKind } from './planned.ts'

/** What can be suspended without notice; an office is closed by people, and its closure is announced. */
export const emergencyKinds = ['form-closed', 'service-withdrawn', 'office-closure'] as const

/** A service that was suspended without 72 hours' notice: a breach, with its reason (SK-5.4b). */
export interface EmergencySuspension {
  readonly id: string
  readonly authority: string
  readonly kind: SuspensionKind
  /** Codes of services; empty for an office closure. */
  readonly services: readonly string[]
  readonly reason: EmergencyReason
  readonly words: Bilingual | null
  /** `null`: nobody knows yet. */
  readonly expectedEndAt: Temporal.Instant | null
  readonly notice: string
  readonly noticeSeenAt: Temporal.Instant | null
  readonly begunAt: Temporal.Instant
  readonly begunBy: string
  readonly endedAt: Temporal.Instant | null
  readonly endedBy: string | null
}

/** What the catalogue shows of an emergency suspension. */
export function emergencyInterruption(suspension: EmergencySuspension): Interruption {
  const { id, authority, kind, services, begunAt: from, notice, reason } = suspension
  const to = suspension.endedAt ?? suspension.expectedEndAt
  const closed = kind === 'office-closure' ? null : { from, to }
  return { id, authority, kind, services, from, to, closed, emergency: true, reason, notice }
}
