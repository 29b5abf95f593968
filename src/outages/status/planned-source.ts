import type { PlannedMove } from '../../kernel/worktime/index.ts'
import type { Bilingual, Db } from '../../platform/index.ts'
import type { Planned } from '../planned/planned.ts'
import { plannedBetween } from '../planned/read-planned.ts'

/** A planned interruption as these pages read it. */
export interface PlannedInterruption {
  readonly id: string
  readonly authority: string
  readonly kind: Planned['kind']
  readonly components: readonly string[]
  /** As first announced; with the moves what the arithmetic of availability takes. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly moves: readonly PlannedMove[]
  readonly noticeSeenAt: Temporal.Instant | null
  /** As it stands now. */
  readonly window: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  readonly words: Bilingual | null
  readonly notice: string
  readonly announcedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
}

/** Planned interruptions whose time touches a stretch, cancelled ones left out. */
export function plannedInterruptions(
  db: Db,
  query: {
    readonly authority?: string
    readonly component?: string
    readonly from: Temporal.Instant
    readonly to: Temporal.Instant
  }
): Promise<PlannedInterruption[]> {
  return plannedBetween(db, query)
}
