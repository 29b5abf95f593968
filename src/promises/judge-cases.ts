import type { FactKind } from '../ledger/index.ts'
import { type CaseRecord, type FactBook, isBefore } from './fact-book.ts'
import type { MeasureInput } from './measure.ts'
import { isWithin } from './period.ts'
import type { Judged } from './tally.ts'

/** How a rule that holds for the whole of a case is looked for in its facts. */
export interface CaseRule {
  /** Names the judgement, so that it is made once for all services and periods. */
  readonly key: string
  /** Kinds of facts that are evidence, beside the end of the case. */
  readonly looksAt: readonly FactKind[]
  /** The first fact that breaks the rule, if any does. */
  breach(record: CaseRecord): CaseRecord['facts'][number] | undefined
}

/**
 * Judges every case by a rule and answers those of an evaluation's period and service. A case is kept
 * where its result was first delivered, unless a fact broke the rule before; and broken at the first
 * fact that breaks it. What breaks it after a reopening is counted there, and leaves the month of the
 * first result as it was. Until a result, and where the applicant withdrew, it is not counted.
 */
export function judgeCases(input: MeasureInput<unknown>, rule: CaseRule): Judged[] {
  return judgedIn(input, rule.key, (book) => book.cases.flatMap((record) => judge(record, rule)))
}

/** As {@link judgedIn}, with what concerns no one service, such as the desk, in the total. */
export function judgedOfAll(
  input: MeasureInput<unknown>,
  key: string,
  judgeAll: (book: FactBook) => readonly Judged[]
): Judged[] {
  const { book, period, service } = input
  return book
    .once(key, () => judgeAll(book))
    .filter((item) => isWithin(item.at, period) && (service === null || item.service === service))
}

/**
 * Those of the judged things that an evaluation is about. All are judged once and cut by month once,
 * whatever the number of services and clauses that ask.
 * @param key - Names the judgement within the book.
 */
export function judgedIn(
  input: MeasureInput<unknown>,
  key: string,
  judgeAll: (book: FactBook) => readonly Judged[]
): Judged[] {
  const { book, period, service, version } = input
  const all = book.once(key, () => judgeAll(book))
  const month = book.once(`${key} ${period.key}`, () =>
    all.filter((item) => isWithin(item.at, period))
  )
  return month.filter(
    (item) =>
      item.service !== null &&
      version.services.has(item.service) &&
      (service === null || item.service === service)
  )
}

function judge(record: CaseRecord, rule: CaseRule): Judged[] {
  const breach = rule.breach(record)
  const end = record.facts.find((fact) => fact.kind === 'case.delivered')
  const seen = record.facts.filter((fact) => rule.looksAt.includes(fact.kind) || fact === end)
  const { service } = record
  const facts = seen.map((fact) => fact.id)
  const kept: Judged[] =
    end && (!breach || isBefore(end.at, breach.at))
      ? [{ verdict: 'kept', service, at: end.at, facts }]
      : []
  return breach
    ? [...kept, { verdict: 'broken', service, at: breach.at, facts, breach: breach.id }]
    : kept
}
