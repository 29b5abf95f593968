import { hash } from 'node:crypto'
import { type Fact, factsBetween } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { type CheckedReport, checkedReports } from './check-store.ts'

/** A report of which the database says something else than the facts. */
export interface ReportDifference {
  readonly report: string
  /** Which value: `receipt`, `code`, `issuedAt`, `kind`, `component`, `service`, `channel`,
   * `spooled`, `filedAt`, `knownAt`, `state`, `outage`, `report`. */
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
  if (value instanceof Temporal.Instant) return value.toString()
  return typeof value === 'string' ? value : '-'
}

/** A value, as it is kept and as the facts tell it. */
type Value = readonly [what: string, cached: string, computed: string]

function differencesOf(report: CheckedReport, facts: readonly Fact[]): ReportDifference[] {
  const last = (kind: (typeof kinds)[number]) => facts.findLast((fact) => fact.kind === kind)
  const values: readonly Value[] = [
    ...receiptValues(report, last('failure-receipt.issued')),
    ...filingValues(report, last('failure-report.filed')),
    ...stateValues(report, last('failure-report.answered')),
    ['outage', text(report.outage), text(last('failure-report.matched')?.body.outage)]
  ]
  return values.flatMap(([what, cached, computed]) =>
    cached === computed ? [] : [{ report: report.id, what, cached, computed }]
  )
}

function receiptValues(report: CheckedReport, issued: Fact | undefined): Value[] {
  const { content, sha256, issuedAt, isFound } = report
  const told = text(issued?.body.sha256)
  return [
    ['receipt', content === null ? '-' : hash('sha256', content), told],
    ['receipt', text(sha256), told],
    ['issuedAt', text(issuedAt), text(issued?.at)],
    ['code', isFound ? 'found' : '-', 'found']
  ]
}

function filingValues(report: CheckedReport, filed: Fact | undefined): Value[] {
  const named = (['kind', 'component', 'service', 'channel', 'filedAt'] as const).map(
    (what): Value => [what, text(report[what]), text(filed?.body[what])]
  )
  const isSpooled = filed?.body.spooled === true
  return [
    ...named,
    ['spooled', String(report.spooled), String(isSpooled)],
    ['knownAt', text(report.knownAt), text(filed?.knownAt)]
  ]
}

function stateValues({ state, closedReason }: CheckedReport, answered: Fact | undefined): Value[] {
  const told = `${text(answered?.body.state ?? 'open')} ${text(answered?.body.closedReason)}`
  return [['state', `${state} ${text(closedReason)}`, told]]
}
