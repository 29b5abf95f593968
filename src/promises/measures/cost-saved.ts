import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf } from '../fact-body.ts'
import { isBefore, wordOf } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { nothingCounted } from '../tally.ts'

type Parameters = MeasureParameters<'cost-saved'>

/**
 * PI-3.1c: letters that went electronically times what a letter on paper costs, by the cost that was
 * declared when they were counted. An estimate, and told as one: it keeps or breaks nothing.
 */
export const costSaved: Measure<Parameters> = {
  name: 'cost-saved',
  parameters: measures['cost-saved'].parameters,
  appliesTo: 'agreement',
  counted: () => ({ fa: 'نامه', en: 'letter' }),
  reads: ['letters.counted', 'unit-cost.set'],
  evaluate,
  explain: () => ({
    fa: 'شمار نامه‌هایی که الکترونیکی به صندوق گیرنده رسید ضرب در بهای یک نامه کاغذی، آن‌گونه که هنگام شمارش اعلام شده بود؛ دستگاه بها را با منبع آن اعلام می‌کند. نامه‌هایی که پیش از اعلام بها رفته‌اند شمرده نمی‌شوند. عدد برآورد است و داوری ندارد.',
    en: 'Letters that reached a mailbox electronically times the cost of one on paper, as declared when they were counted; the body declares that cost with its source. Letters from before a cost was declared do not count. The number is an estimate and carries no verdict.'
  })
}

function evaluate({ book, period }: MeasureInput<Parameters>): Evaluation {
  const counts = book.ofKind('letters.counted').filter((fact) => isWithin(fact.at, period))
  const costs = book.ofKind('unit-cost.set').filter((fact) => wordOf(fact, 'what') === 'letter')
  const priced = counts.flatMap((count) => {
    const cost = costs.findLast(({ at }) => !isBefore(count.at, at))
    return cost === undefined ? [] : [{ count, cost }]
  })
  if (priced.length === 0) return nothingCounted()
  const all = sum(counts)
  return {
    state: 'not-measurable',
    value: priced.reduce(
      (rials, { count, cost }) => rials + sum([count]) * (numberOf(cost, 'amountRial') ?? 0),
      0
    ),
    unit: 'rial',
    numerator: sum(priced.map(({ count }) => count)),
    denominator: all,
    breaches: [],
    evidence: [...new Set(priced.flatMap(({ count, cost }) => [count.id, cost.id]))],
    detail: { remark: 'estimate' }
  }
}

function sum(counts: readonly Fact[]): number {
  return counts.reduce((all, count) => all + (numberOf(count, 'published') ?? 0), 0)
}
