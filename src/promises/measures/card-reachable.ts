import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { numberOf, wordsOf } from '../fact-body.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { isWithin } from '../period.ts'
import { nothingCounted, percent } from '../tally.ts'

type Parameters = MeasureParameters<'card-reachable'>

/**
 * SK-5.5e: services whose card, process, form and approver a probe reached from the front page by links
 * of the menu, at its last walk of the month. Walks from outside count before those of this system.
 */
export const cardReachable: Measure<Parameters> = {
  name: 'card-reachable',
  parameters: measures['card-reachable'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'خدمت', en: 'service' }),
  reads: ['menu.walked'],
  evaluate: (input) => {
    const { book, service } = input
    const walk = lastWalk(input)
    const isMissing = walk === null || (service !== null && !book.cardBefore(service, walk.at))
    return isMissing ? nothingCounted({ standing: true }) : judge(walk, input)
  },
  explain: ({ menu }) => ({
    fa: `پایش از صفحه نخست، تنها با پیوندها، منوی «${menu}» را می‌پیماید و شناسنامه و فرم هر خدمت را باز می‌کند. آخرین پیمایش ماه شمرده می‌شود؛ اگر پیمایشی از بیرون باشد، همان. عدد = خدمات رسیده‌شده ÷ خدمات منتشرشده؛ هر خدمت نرسیده نقض است. ماهی که پیمایشی ندارد عددی ندارد.`,
    en: `A probe walks the menu «${menu}» from the front page by links alone, and opens the card and the form of each service. The last walk of the month counts; one from outside, where there is any. Value = services reached ÷ services published; each one not reached is a breach. A month without a walk has no number.`
  })
}

function lastWalk({ book, period }: MeasureInput<Parameters>): Fact | null {
  const walks = book.ofKind('menu.walked').filter((fact) => isWithin(fact.at, period))
  return walks.findLast((fact) => fact.body['outside'] === true) ?? walks.at(-1) ?? null
}

function judge(walk: Fact, { service }: MeasureInput<Parameters>): Evaluation {
  const all = wordsOf(walk, 'missing')
  const missing = all.filter((code) => service === null || code === service)
  const published = service === null ? (numberOf(walk, 'published') ?? 0) : 1
  // A walk that broke off says less than what it reached.
  const reached = service === null ? (numberOf(walk, 'reached') ?? 0) : 1 - missing.length
  return {
    state: published === 0 ? 'no-data' : reached < published ? 'broken' : 'kept',
    value: percent(reached, published),
    unit: 'percent',
    numerator: reached,
    denominator: published,
    breaches: missing.map((code) => ({ fact: walk.id, at: walk.at, service: code })),
    evidence: [walk.id],
    detail: { standing: true, ...(walk.body['outside'] !== true && { seenInside: 1 }) }
  }
}
