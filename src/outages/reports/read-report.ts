import { type Db, withScope } from '../../platform/index.ts'
import { outageById } from '../outages/outage-store.ts'
import type { Outage } from '../outages/outage.ts'
import { parseReceiptCode } from './receipt-code.ts'
import type { FailureReceipt, FailureReport, ReportAnswer } from './report.ts'
import { answersOf, receiptOfReport, reportById, reportOfCode } from './report-store.ts'

/** A report as whoever holds its receipt sees it. */
export interface ReportView {
  readonly report: FailureReport
  readonly receipt: FailureReceipt
  readonly answers: readonly ReportAnswer[]
  /** The outage that it tells of. */
  readonly outage: Outage | null
}

/** The report of a receipt code, however it was typed; `null` for none. */
export function reportByCode(db: Db, typed: string): Promise<ReportView | null> {
  // The code of a receipt is the key to its report, for whoever holds it.
  return withScope('system', () => viewByCode(db, typed))
}

async function viewByCode(db: Db, typed: string): Promise<ReportView | null> {
  const code = parseReceiptCode(typed)
  const id = code === null ? null : await reportOfCode(db, code)
  return id === null ? null : viewReport(db, id)
}

/** A report with all that belongs to it, or `null`. */
export async function viewReport(db: Db, id: string): Promise<ReportView | null> {
  const [report, receipt, answers] = await Promise.all([
    reportById(db, id),
    receiptOfReport(db, id),
    answersOf(db, id)
  ])
  if (report === null || receipt === null) return null
  const outage = report.outage === null ? null : await outageById(db, report.outage)
  return { report, receipt, answers, outage }
}
