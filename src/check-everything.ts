import { checkCases } from './cases/index.ts'
import { cardCheck } from './catalogue/index.ts'
import { publicLog } from './ledger/index.ts'
import { directory } from './letters/index.ts'
import { noticeCheck } from './notices/index.ts'
import { outageCheck, plannedCheck, reportCheck } from './outages/index.ts'
import type { Context } from './platform/index.ts'
import { checkPromises } from './promises/index.ts'
import { lookTwice } from './look-twice.ts'

/** A kept value, or something of the log, that is not what the facts say. */
export type Difference =
  | cardCheck.CardDifference
  | noticeCheck.NoticeDifference
  | outageCheck.OutageDifference
  | plannedCheck.PlannedDifference
  | reportCheck.ReportDifference
  | Awaited<ReturnType<typeof checkCases>>['differences'][number]
  | Awaited<ReturnType<typeof checkPromises>>['differences'][number]
  | directory.DirectoryDifference
  | publicLog.LogDifference

/**
 * Rebuilds every cache of an installation from its facts, and holds facts against the public log and the
 * log against its signer. Reads only.
 */
export async function checkEverything(context: Context) {
  const { db, clock } = context
  const cases = await checkCases(db, clock.now())
  const cards = await lookTwice(() => cardCheck.checkCards(db))
  const notices = await lookTwice(() => noticeCheck.checkNotices(db))
  const outages = await lookTwice(() => outageCheck.checkOutages(db))
  const planned = await lookTwice(() => plannedCheck.checkPlanned(db))
  const reports = await lookTwice(() => reportCheck.checkReports(db))
  const keys = await lookTwice(() => directory.checkDirectory(db, clock.now()))
  const promises = await checkPromises(context)
  const log = await publicLog.checkLog(context)
  const differences: Difference[] = [
    ...cases.differences,
    ...cards.differences,
    ...notices.differences,
    ...outages.differences,
    ...planned.differences,
    ...reports.differences,
    ...keys.differences,
    ...promises.differences,
    ...log.differences
  ]
  return {
    cases: cases.checked,
    cards: cards.checked,
    notices: notices.checked,
    outages: outages.checked,
    watching: outages.watching,
    plannedOutages: planned.checked,
    failureReports: reports.checked,
    directoryEntries: keys.checked,
    clauseStates: promises.checked,
    facts: log.facts,
    logEntries: log.entries,
    differences
  }
}
