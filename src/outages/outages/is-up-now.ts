import type { Context } from '../../platform/index.ts'
import { NotSeenUpError } from './refusals.ts'
import { newestStretches } from '../probes/stretch-store.ts'
import { decides } from '../probes/target.ts'
import { targetsOf } from '../probes/target-store.ts'
import type { Outage } from './outage.ts'

const freshMinutes = 10

/** Whether probes find the component of an outage that people opened, and nobody closed yet, up. */
export async function isUpNow(context: Context, outage: Outage): Promise<boolean> {
  if (outage.automatic || outage.void || outage.to !== null) return false
  return isSeenUp(context, outage)
}

/**
 * An outage that probes opened ends where they see it end, or by the correction of two people: one person's
 * word does not stand against what is seen, nor in place of what nobody sees.
 * @throws {NotSeenUpError} If it lasts, and its component is not seen up now.
 */
export async function demandSeenUp(context: Context, outage: Outage): Promise<void> {
  if (!outage.automatic || outage.to !== null) return
  if (!(await isSeenUp(context, outage))) throw new NotSeenUpError()
}

/** Whether every fresh look at a component finds it up, and there is one. */
async function isSeenUp({ db, clock }: Context, outage: Outage): Promise<boolean> {
  const targets = (await targetsOf(db, outage.authority, outage.component))
    .filter((target) => target.retiredAt === null && decides(target))
    .map(({ id }) => id)
  const since = clock.now().subtract({ minutes: freshMinutes })
  const newest = (await newestStretches(db, outage.authority, targets)).filter(
    ({ to }) => Temporal.Instant.compare(to, since) > 0
  )
  return newest.length > 0 && newest.every(({ up }) => up)
}
