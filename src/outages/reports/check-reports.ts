import { hash } from 'node:crypto'
import { type Fact, factsBetween } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { type CheckedReport, checkedReports } from './check-store.ts'

/** A report of which the database says something else than the facts. */
export interface ReportDifference {
  readonly report: string
  /** Which value: `receipt`, `code`, `kind`, `component`, `filedAt`, `state`, `outage`, `report`. */
  readonly what: string
  readonly cached: string
  readonly computed: string
}

const kinds = [
  'failure-report.filed',
  'failure-receipt.issued',
  'failure-report.matched',
  'failure-report.answered'
] as const
const pageLimit = 1000
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Holds every failure report and its receipt against the facts.
 * @returns How many were looked at, and every difference.
 */
export async function checkReports(
  db: Db
): Promise<{ checked: number; differences: ReportDifference[] }> {
  const facts = Map.groupBy(await factsBetween(db, { kinds: [...kinds] }), ({ subject }) => subject)
  const differences: ReportDifference[] = []
  let checked = 0
  for (let after = first; ;) {
    const reports = await checkedReports(db, { after, limit: pageLimit })
    for (const report of reports) {
      differences.push(...differencesOf(report, facts.get(report.id) ?? []))
      facts.delete(report.id)
    }
    checked += reports.length
    after = reports.at(-1)?.id ?? after
    if (reports.length < pageLimit) break
  }
  const lost = [...facts.keys()].map((report) => ({
    ...{ report, what: 'report', cached: '-', computed: report }
  }))
  return { checked, differences: [...differences, ...lost] }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '-'
}

function differencesOf(report: CheckedReport, facts: readonly Fact[]): ReportDifference[] {
  const last = (kind: (typeof kinds)[number]) => facts.findLast((fact) => fact.kind === kind)?.body
  const filed = last('failure-report.filed')
  const answered = last('failure-report.answered')
  const { state, closedReason, content } = report
  const values: [string, string, string][] = [
    [
      'receipt',
      content === null ? '-' : hash('sha256', content),
      text(last('failure-receipt.issued')?.sha256)
    ],
    ['receipt', text(report.sha256), text(last('failure-receipt.issued')?.sha256)],
    ['code', report.isFound ? 'found' : '-', 'found'],
    ['kind', report.kind, text(filed?.kind)],
    ['component', text(report.component), text(filed?.component)],
    ['filedAt', report.filedAt.toString(), text(filed?.filedAt)],
    [
      'state',
      `${state} ${text(closedReason)}`,
      `${text(answered?.state ?? 'open')} ${text(answered?.closedReason)}`
    ],
    ['outage', text(report.outage), text(last('failure-report.matched')?.outage)]
  ]
  return values.flatMap(([what, cached, computed]) =>
    cached === computed ? [] : [{ report: report.id, what, cached, computed }]
  )
}
