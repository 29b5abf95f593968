import type { Context } from '../../platform/index.ts'
import { newestStretches } from '../probes/stretch-store.ts'
import { decides } from '../probes/target.ts'
import { targetsOf } from '../probes/target-store.ts'
import type { Outage } from './outage.ts'

const freshMinutes = 10

/** Whether probes find the component of an outage that people opened, and nobody closed yet, up. */
export async function isUpNow({ db, clock }: Context, outage: Outage): Promise<boolean> {
  if (outage.automatic || outage.void || outage.to !== null) return false
  const targets = (await targetsOf(db, outage.authority, outage.component))
    .filter((target) => target.retiredAt === null && decides(target))
    .map(({ id }) => id)
  const since = clock.now().subtract({ minutes: freshMinutes })
  const newest = (await newestStretches(db, outage.authority, targets)).filter(
    ({ to }) => Temporal.Instant.compare(to, since) > 0
  )
  return newest.length > 0 && newest.every(({ up }) => up)
}
