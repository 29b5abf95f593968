import type { Db } from '../../platform/index.ts'
import type { Outage } from '../outages/outage.ts'
import { openOutages } from '../outages/outage-store.ts'
import type { ComponentName } from './component.ts'
import { StillDownError } from './refusals.ts'
import { newestStretches } from './stretch-store.ts'

/**
 * What is down is not put aside: its outage would end with nobody having seen it end. It goes on to be
 * watched until probes see it back, or until two people correct the outage with their reason.
 * @param target - Only outages that this target shows; absent: every one of the component.
 * @throws {StillDownError} If there is one.
 */
export async function demandNotDown(db: Db, name: ComponentName, target?: string): Promise<void> {
  const lasting = (await openOutages(db, name.authority)).filter(
    (outage) => outage.component === name.component
  )
  if (lasting.some((outage) => target === undefined || shows(outage, target))) {
    throw new StillDownError()
  }
}

/**
 * A vantage point that sees an outage is not put aside while that lasts: others would decide on it that did
 * not count before.
 * @throws {StillDownError} If there is one.
 */
export async function demandSeesNothingDown(
  db: Db,
  { authority, vantage }: { readonly authority: string; readonly vantage: string }
): Promise<void> {
  const down = await targetsDown(db, authority)
  const newest = await newestStretches(db, authority, [...down])
  if (newest.some((each) => each.vantage === vantage && !each.up)) throw new StillDownError()
}

/** Targets of an authority by which an outage lasts. */
export async function targetsDown(db: Db, authority: string): Promise<Set<string>> {
  const lasting = await openOutages(db, authority)
  return new Set(lasting.flatMap(({ targets }) => targets))
}

function shows(outage: Outage, target: string): boolean {
  return outage.targets.includes(target)
}
