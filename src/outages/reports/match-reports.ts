import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { outagesBetween } from '../outages/outage-store.ts'
import type { Outage } from '../outages/outage.ts'
import { type Matchable, matchedBySystem, setOutage, unmatchedReports } from './match-store.ts'
import { outageOfReport } from './match.ts'
import { reportById } from './report-store.ts'

const outageDaysMax = 40
const reportsAtOnceMax = 1000
const hours = { before: 1, after: 26 }

/** Links one report to the outage that it tells of, if there is one by now. */
export async function matchReport(context: Context, tx: Tx, id: string): Promise<void> {
  const report = await reportById(tx, id)
  if (report === null || report.outage !== null) return
  const told = report.noticedAt ?? report.filedAt
  const outages = await outagesBetween(tx, {
    authority: report.authority,
    from: told.subtract({ hours: hours.before + 1 }),
    to: report.filedAt.add({ hours: hours.before })
  })
  await link(context, tx, { report, outage: outageOfReport(report, outages) })
}

// What was looked at, by database: an outage is looked at again when something of it changed.
const seen = new WeakMap<object, Map<string, number>>()

/**
 * Looks at each outage that is new or was changed: reports that came before it was known are linked to
 * it, those that no longer fit are let go.
 */
export async function matchOutages(context: Context): Promise<void> {
  const known = seen.get(context.db) ?? new Map<string, number>()
  seen.set(context.db, known)
  const now = context.clock.now()
  const outages = await outagesBetween(context.db, {
    from: now.subtract({ hours: outageDaysMax * 24 }),
    to: now.add({ hours: hours.before }),
    withVoid: true
  })
  for (const outage of outages) {
    if (known.get(outage.id) === outage.revision) continue
    await inTransaction(context.db, (tx) => matchOutage(context, tx, outage))
    known.set(outage.id, outage.revision)
  }
}

async function matchOutage(context: Context, tx: Tx, outage: Outage): Promise<void> {
  for (const report of await matchedBySystem(tx, outage.id)) {
    if (outageOfReport(report, [outage]) === null) await link(context, tx, { report, outage: null })
  }
  if (!outage.void) await matchWaiting(context, tx, outage)
}

async function matchWaiting(context: Context, tx: Tx, outage: Outage): Promise<void> {
  const isWhole = outage.component === 'desk'
  for (let after: Matchable | null = null; ;) {
    const reports: Matchable[] = await unmatchedReports(tx, {
      authority: outage.authority,
      ...(!isWhole && { component: outage.component }),
      from: outage.from.subtract({ hours: hours.before }),
      // Who says when it was may say so a day later.
      to: (outage.to ?? context.clock.now()).add({ hours: hours.after }),
      after,
      limit: reportsAtOnceMax
    })
    for (const report of reports) {
      const found = outageOfReport(report, [outage])
      if (found !== null) await link(context, tx, { report, outage: found })
    }
    after = reports.at(-1) ?? null
    if (reports.length < reportsAtOnceMax) return
  }
}

async function link(
  { clock }: Context,
  tx: Tx,
  { report, outage }: { report: Matchable; outage: Outage | null }
): Promise<void> {
  const at = clock.now()
  const to = outage?.id ?? null
  if (!(await setOutage(tx, report.id, { outage: to, by: 'system', at }))) return
  await recordMatch(tx, report, { outage: to, at, actor: 'system:failure-reports' })
}

/** Records to which outage a report belongs; `outage: null` where it turned out to belong to none. */
export async function recordMatch(
  tx: Tx,
  report: Pick<Matchable, 'id' | 'authority'>,
  match: { outage: string | null; at: Temporal.Instant; actor: string }
): Promise<void> {
  await recordFact(tx, {
    ...{ owner: report.id, authority: report.authority, subject: report.id },
    ...{ kind: 'failure-report.matched', at: match.at, actor: match.actor },
    body: { report: report.id, outage: match.outage }
  })
}
