import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { CaseRecord, FactBook } from '../fact-book.ts'
import { judgeCards } from '../judge-cards.ts'
import { judgedIn } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'free-of-charge'>

/**
 * PI-6: `of: invoices` is the share of cases that were never asked for money; `of: tariffs` the share
 * of services whose card has no fee.
 */
export const freeOfCharge: Measure<Parameters> = {
  name: 'free-of-charge',
  parameters: measures['free-of-charge'].parameters,
  appliesTo: 'service',
  counted: ({ of }) =>
    of === 'tariffs' ? { fa: 'خدمت', en: 'service' } : { fa: 'درخواست', en: 'case' },
  reads: ['case.submitted', 'invoice.issued', 'card.published'],
  evaluate: (input) =>
    input.parameters.of === 'tariffs'
      ? tally(
          judgeCards(input, (card) => card.feeRial === 0),
          { detail: { standing: true } }
        )
      : tally(judgedIn(input, 'free-of-charge', judgeCharges)),
  explain: (parameters) => (parameters.of === 'tariffs' ? ofTariffs : ofInvoices)
}

const ofInvoices = {
  fa: 'هر درخواست یک بار شمرده می‌شود: اگر برای آن صورت‌حسابی با مبلغ بیش از صفر صادر شده باشد، نقض در روز صدور؛ وگرنه برقرار در روز ثبت. عدد = درخواست‌های بدون هزینه ÷ همه درخواست‌ها.',
  en: 'Each case counts once: broken on the day of the first invoice above zero rial, if there is one; else kept on the day of filing. Value = cases without a charge ÷ all cases.'
}

const ofTariffs = {
  fa: 'شناسنامه هر خدمت چنان که در پایان دوره (یا اکنون) منتشر بوده است دیده می‌شود و برقرار است اگر هزینه آن صفر باشد. عدد = خدمات بدون تعرفه ÷ همه خدمات پیوست.',
  en: 'The card of each service is looked at as it was published at the end of the period, or now, and is kept if its fee is zero. Value = services without a tariff ÷ services of the annex.'
}

function judgeCharges(book: FactBook): Judged[] {
  return book.cases.flatMap((record) => judge(record) ?? [])
}

function judge({ facts, service }: CaseRecord): Judged | null {
  const invoices = facts.filter((fact) => fact.kind === 'invoice.issued')
  const charge = invoices.find((fact) => Number(fact.body['amountRial']) > 0)
  const filed = facts.find((fact) => fact.kind === 'case.submitted')
  const by = charge ?? filed
  if (!by) return null
  return {
    verdict: charge ? 'broken' : 'kept',
    service,
    at: by.at,
    facts: [...(filed ? [filed.id] : []), ...invoices.map((fact) => fact.id)],
    ...(charge && { breach: charge.id })
  }
}
