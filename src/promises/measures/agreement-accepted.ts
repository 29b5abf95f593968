import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type CaseRecord, type FactBook, isBefore, wordOf } from '../fact-book.ts'
import { judgedIn } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

/**
 * PI-1.1a: the agreement is a contract with each applicant, so nobody uses its services before they have
 * accepted. Cases of before the first acceptance of all are not counted: nobody could.
 */
export const agreementAccepted: Measure<MeasureParameters<'agreement-accepted'>> = {
  name: 'agreement-accepted',
  parameters: measures['agreement-accepted'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'درخواست', en: 'case' }),
  reads: ['agreement.accepted', 'case.submitted'],
  evaluate: (input) => tally(judgedIn(input, 'agreement-accepted', judgeFilings)),
  explain: () => ({
    fa: 'هر درخواست یک بار در روز ثبت شمرده می‌شود: برقرار، اگر رویداد ثبت آن پذیرش توافق‌نامه را نام ببرد و آن پذیرش پیش از ثبت دانسته بوده باشد (روی سایت یا روی کاغذی که متصدی ثبت کرده است)؛ وگرنه نقض. درخواست‌های پیش از نخستین پذیرش شمرده نمی‌شوند. عدد = درخواست‌های با پذیرش ÷ همه درخواست‌ها.',
    en: 'Each case counts once, on the day of filing: kept if the fact of its filing names an acceptance of the agreement that was known before it (on the site, or on paper as a clerk registered it); else broken. Cases from before the first acceptance are not counted. Value = cases with an acceptance ÷ all cases.'
  })
}

function judgeFilings(book: FactBook): Judged[] {
  const accepted = new Map(book.ofKind('agreement.accepted').map((fact) => [fact.id, fact]))
  const first = [...accepted.values()].map(({ knownAt }) => knownAt).toSorted(byTime)[0]
  if (first === undefined) return []
  return book.cases.flatMap((record) => judge(record, { accepted, first }) ?? [])
}

function byTime(a: Temporal.Instant, b: Temporal.Instant): number {
  return Temporal.Instant.compare(a, b)
}

function judge(
  { facts, service }: CaseRecord,
  known: { accepted: ReadonlyMap<string, Fact>; first: Temporal.Instant }
): Judged | null {
  const filed = facts.find((fact) => fact.kind === 'case.submitted')
  if (filed === undefined || isBefore(filed.knownAt, known.first)) return null
  const acceptance = known.accepted.get(wordOf(filed, 'acceptance'))
  const kept = acceptance !== undefined && !isBefore(filed.knownAt, acceptance.knownAt)
  return {
    verdict: kept ? 'kept' : 'broken',
    service,
    at: filed.at,
    facts: [filed.id, ...(acceptance === undefined ? [] : [acceptance.id])],
    ...(kept ? {} : { breach: filed.id })
  }
}
