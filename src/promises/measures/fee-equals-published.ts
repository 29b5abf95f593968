import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type FactBook, wordOf } from '../fact-book.ts'
import { judgedIn } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'fee-equals-published'>

/**
 * SK-5.2: share of invoices whose amount is the published one. `basis: decree` asks that the amount be
 * the fee of the card version of the case (no card with a fee is published without its decree);
 * `basis: publication` asks also that it be what the site showed when the case was filed.
 */
export const feeEqualsPublished: Measure<Parameters> = {
  name: 'fee-equals-published',
  parameters: measures['fee-equals-published'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'صورت‌حساب', en: 'invoice' }),
  reads: ['invoice.issued'],
  evaluate: (input) => {
    const { basis } = input.parameters
    return tally(
      judgedIn(input, `fee-equals-published ${basis}`, (book) =>
        book.ofKind('invoice.issued').map((fact) => judge(fact, book, basis))
      )
    )
  },
  explain: (parameters) => (parameters.basis === 'decree' ? decree : publication)
}

const decree = {
  fa: 'هر صورت‌حساب یک بار شمرده می‌شود و برقرار است اگر مبلغ آن برابر هزینه شناسنامه همان نسخه باشد؛ شناسنامه دارای هزینه بدون مصوبه مرجع ذی‌صلاح منتشر نمی‌شود. عدد = صورت‌حساب‌های برقرار ÷ همه صورت‌حساب‌ها.',
  en: 'Each invoice counts once and is kept if its amount is the fee of the card version of the case; a card with a fee is not published without the decree of the competent body. Value = kept invoices ÷ all invoices.'
}

const publication = {
  fa: 'هر صورت‌حساب یک بار شمرده می‌شود و برقرار است اگر مبلغ آن برابر مبلغ اعلام‌شده در سایت هنگام ثبت درخواست و برابر هزینه شناسنامه همان نسخه باشد. عدد = صورت‌حساب‌های برقرار ÷ همه صورت‌حساب‌ها.',
  en: 'Each invoice counts once and is kept if its amount is what the site showed when the case was filed and the fee of that card version. Value = kept invoices ÷ all invoices.'
}

function judge(fact: Fact, book: FactBook, basis: Parameters['basis']): Judged {
  const amount = Number(fact.body['amountRial'])
  const card = book.card(fact.cardVersion)
  const isOfCard = card === null ? basis === 'publication' : card.feeRial === amount
  const isPublished = Number(fact.body['publishedRial']) === amount
  const isKept = isOfCard && (basis === 'decree' || isPublished)
  return {
    verdict: isKept ? 'kept' : 'broken',
    service: wordOf(fact, 'service'),
    at: fact.at,
    facts: card === null ? [fact.id] : [fact.id, card.fact],
    ...(!isKept && { breach: fact.id })
  }
}
