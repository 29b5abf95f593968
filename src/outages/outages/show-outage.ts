import { publicLog } from '../../ledger/index.ts'
import { authorityById } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { componentTitle } from '../probes/component-title.ts'
import { reportsOfOutage } from '../reports/match-store.ts'
import { entriesOf } from './entry-store.ts'
import type { Outage } from './outage.ts'
import type { ShownOutage } from './views/public-outage-page.ts'

/** An outage with all that its page shows. */
export async function showOutage(context: Context, outage: Outage): Promise<ShownOutage> {
  const { db, clock } = context
  const [title, authority, entries, reports] = await Promise.all([
    componentTitle(db, outage, clock.now()),
    authorityById(db, outage.authority),
    entriesOf(db, outage),
    reportsOfOutage(db, outage.id)
  ])
  const leaves = await publicLog.publishedLeaves(
    db,
    entries.map(({ fact }) => fact)
  )
  const fallback = { fa: outage.authority, en: outage.authority }
  const zone = authority?.timeZone ?? 'Asia/Tehran'
  return {
    outage,
    title,
    authority: authority?.title ?? fallback,
    reports,
    course: { entries, leaves, zone }
  }
}
