import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type CaseRecord, wordOf } from '../fact-book.ts'
import { judgeCases } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { tally } from '../tally.ts'

const kinds = ['case.step-entered', 'case.returned'] as const

/**
 * PI-4.1.3 and the process of PI-4.1.1d: share of finished cases that went through the published
 * steps in their order and were not returned twice for what could be seen the first time. A step out
 * of order counts against the promise even where a reason was written.
 */
export const declaredProcess: Measure<MeasureParameters<'declared-process'>> = {
  name: 'declared-process',
  parameters: measures['declared-process'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'درخواست', en: 'case' }),
  reads: [...kinds, 'case.delivered'],
  evaluate: (input) => tally(judgeCases(input, rule)),
  explain: () => ({
    fa: 'هر درخواست که نتیجه‌اش تحویل شده باشد یک بار شمرده می‌شود. برقرار است اگر گام‌های آن همان گام‌های شناسنامه و به همان ترتیب باشد و برای کاستی‌ای که بار نخست هم دیده می‌شد دوباره برگشت نخورده باشد. گام بیرون از ترتیب، با دلیل هم، عدم انطباق است. عدد = درخواست‌های برقرار ÷ همه درخواست‌های شمرده‌شده.',
    en: 'Each case whose result was delivered counts once. It is kept if its steps are those of the card, in that order, and it was not returned a second time for a defect that could be seen the first time. A step out of order is a departure even with a reason. Value = kept cases ÷ counted cases.'
  })
}

const rule = {
  key: 'declared-process',
  looksAt: kinds,
  breach: (record: CaseRecord) => record.facts.find((fact) => departs(fact, record))
}

function departs(fact: Fact, { card }: CaseRecord): boolean {
  if (fact.kind === 'case.returned') return fact.body['repeat'] === true
  if (fact.kind !== 'case.step-entered') return false
  const isPublished = card === null || card.steps.includes(wordOf(fact, 'step'))
  return fact.body['inOrder'] === false || !isPublished
}
