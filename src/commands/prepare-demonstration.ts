import { factsBetween } from '../ledger/index.ts'
import { type Context, manualClock } from '../platform/index.ts'
import { loadNewContent } from './load-content.ts'

/** How much past an empty demonstration is given at its first start. */
const firstStartDays = 75

/** Whether nobody has applied yet: a first start that was cut short left no more than content. */
async function hasNoCases(context: Context): Promise<boolean> {
  const submitted = { kinds: ['case.submitted'], limit: 1 } as const
  return (await factsBetween(context.db, submitted)).length === 0
}

/** A stretch of time. */
export interface Stretch {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/**
 * Loads the content of a demonstration. One without cases gets it as of the beginning of a small stretch
 * of past work, which is for the caller to have replayed; one that has a past gets it as of now.
 */
export async function prepareDemonstration(context: Context): Promise<Stretch | null> {
  if (!(await hasNoCases(context))) {
    await loadNewContent(context)
    return null
  }
  const to = context.clock.now()
  const from = to.subtract({ hours: firstStartDays * 24 })
  await loadNewContent({ ...context, clock: manualClock(from) })
  return { from, to }
}

/** Takes away what a replay that was cut short left; one that ran to its end left nothing. */
export async function tidyDemonstration(context: Context): Promise<void> {
  const { leaveSites } = await import('./demo/site-life.ts')
  await leaveSites(context)
}
