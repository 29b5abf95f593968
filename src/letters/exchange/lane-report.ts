import { type Context, withScope } from '../../platform/index.ts'
import { type LaneFigures, laneFigures } from './due-store.ts'
import { lanes } from './letter.ts'

const periodHours = 24

/** How the lanes go, as anybody may know it. */
export interface LaneReport {
  readonly since: Temporal.Instant
  readonly figures: readonly LaneFigures[]
}

/** Measured from the letters of the last day; counts and seconds, nothing of anybody. */
export async function laneReport({ db, clock }: Context): Promise<LaneReport> {
  const now = clock.now()
  const since = now.subtract({ hours: periodHours })
  // Everybody is told how fast letters go; what is counted is shown to nobody.
  const figures = await withScope('system', () =>
    Promise.all(lanes.map((lane) => laneFigures(db, { lane, now, since })))
  )
  return { since, figures }
}
