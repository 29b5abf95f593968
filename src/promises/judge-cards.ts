import type { MeasureInput } from './measure.ts'
import { isBefore } from './fact-book.ts'
import type { PublishedCard } from './published-card.ts'
import type { Judged } from './tally.ts'

/**
 * Judges the card of every service as it stood at the end of the period, or now while the period
 * runs. A period that ended before the authority's first card has none to judge; a service without a
 * card at that time is judged as one whose card is missing.
 */
export function judgeCards(
  input: MeasureInput<unknown>,
  isKept: (card: PublishedCard) => boolean
): Judged[] {
  const { book, period, service, version } = input
  const first = book.ofKind('card.published')[0]
  const end = isBefore(book.asOf, period.to) ? book.asOf : period.to
  if (!first || !isBefore(first.at, end) || !isBefore(period.from, end)) return []
  return [...version.services]
    .filter((code) => service === null || service === code)
    .map((code) => judge(code, book.cardBefore(code, end), { isKept, end, first: first.id }))
}

function judge(
  service: string,
  card: PublishedCard | null,
  rule: { isKept: (card: PublishedCard) => boolean; end: Temporal.Instant; first: string }
): Judged {
  const isKept = card !== null && rule.isKept(card)
  return {
    verdict: isKept ? 'kept' : 'broken',
    service,
    at: card?.at ?? rule.end,
    facts: card === null ? [] : [card.fact],
    // Where there is no card at all, the authority's first card shows since when one was due.
    ...(!isKept && { breach: card?.fact ?? rule.first })
  }
}
