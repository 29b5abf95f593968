import { measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type FactBook, wordOf } from '../fact-book.ts'
import { judgeCards } from '../judge-cards.ts'
import { judgedIn } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { type Judged, tally } from '../tally.ts'

/**
 * SK-5.5d: services whose approver stands on their card, and decisions by whoever held the post of that
 * card on that day. Who held it is read from the facts of posts, not from what the decision says of itself.
 */
export const approverHoldsPost: Measure<Record<string, never>> = {
  name: 'approver-holds-post',
  parameters: measures['approver-holds-post'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'شناسنامه یا تصمیم', en: 'card or decision' }),
  reads: ['case.decided', 'post.assigned', 'card.published'],
  evaluate: (input) =>
    tally([
      ...judgeCards(input, (card) => (card.approverPost ?? '') !== ''),
      ...judgedIn(input, 'approver-holds-post', judgeDecisions)
    ]),
  explain: () => ({
    fa: 'دو چیز شمرده می‌شود: شناسنامه هر خدمت، چنان که در پایان دوره (یا اکنون) منتشر است، برقرار است اگر سمت مسئول تأییدکننده در آن آمده باشد؛ و هر تصمیم، در روز خود، برقرار است اگر سمت آن همان سمت شناسنامه باشد و تصمیم‌گیرنده در آن روز آن سمت را بر عهده داشته باشد. اینکه چه کسی چه سمتی داشته از رویدادهای سپردن سمت خوانده می‌شود. عدد = برقرارها ÷ همه.',
    en: 'Two things count: the card of each service, as published at the end of the period or now, is kept if it names the post of its approver; and each decision, on its day, is kept if its post is the one of the card and whoever decided held that post on that day. Who held which post is read from the facts that gave it. Value = kept ÷ all.'
  })
}

function judgeDecisions(book: FactBook): Judged[] {
  const holdings = holdingsOf(book)
  return book.ofKind('case.decided').map((decision) => {
    const day = decision.at.toZonedDateTimeISO(book.calendar.always.zone).toPlainDate()
    const post = book.card(decision.cardVersion)?.approverPost ?? wordOf(decision, 'post')
    const held = holdings.find(
      (fact) =>
        wordOf(fact, 'post') === post &&
        wordOf(fact, 'holder') === decision.actor &&
        covers(fact, day)
    )
    const isKept = held !== undefined && wordOf(decision, 'post') === post
    return {
      verdict: isKept ? 'kept' : 'broken',
      service: wordOf(decision, 'service'),
      at: decision.at,
      facts: [decision.id, ...(held === undefined ? [] : [held.id])],
      ...(!isKept && { breach: decision.id })
    }
  })
}

/** Each holding as it was last said to be: a later fact of it gives its end. */
function holdingsOf(book: FactBook): Fact[] {
  const last = new Map<string, Fact>()
  for (const fact of book.ofKind('post.assigned').toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    last.set(wordOf(fact, 'holding'), fact)
  }
  return [...last.values()]
}

function covers(holding: Fact, day: Temporal.PlainDate): boolean {
  const to = wordOf(holding, 'to')
  const starts = Temporal.PlainDate.compare(wordOf(holding, 'from'), day) <= 0
  return starts && (to === '' || Temporal.PlainDate.compare(day, to) <= 0)
}
