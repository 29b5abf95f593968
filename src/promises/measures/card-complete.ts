import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { channelsIn } from '../channel-record.ts'
import { judgeCards } from '../judge-cards.ts'
import type { Measure, MeasureInput } from '../measure.ts'
import type { PublishedCard } from '../published-card.ts'
import { type Judged, tally } from '../tally.ts'

type Parameters = MeasureParameters<'card-complete'>
type Field = NonNullable<Parameters['fields']>[number]

/**
 * SK-4.0b, SK-5.5: share of the annex's services whose published card has the named fields, or every
 * mandatory field where none is named. Publishing is blocked while one is missing, so a miss here is
 * a service without a card.
 */
export const cardComplete: Measure<Parameters> = {
  name: 'card-complete',
  parameters: measures['card-complete'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'خدمت', en: 'service' }),
  reads: ['card.published', 'card.publication-refused', 'channel.checked'],
  evaluate: (input) => {
    const { fields, channels } = input.parameters
    const refused = input.book.within('card.publication-refused', input.period, input.service)
    const judged = judgeCards(input, (card) =>
      fields ? fields.every((field) => has(card, field)) : card.missing.length === 0
    )
    return tally(channels === 'alive' ? judged.map((item) => withChannels(item, input)) : judged, {
      detail: { prevented: refused.length, standing: true }
    })
  },
  explain: ({ channels }) => ({
    fa: `${cards.fa}${channels === 'alive' ? alive.fa : ''}`,
    en: `${cards.en}${channels === 'alive' ? alive.en : ''}`
  })
}

const cards = {
  fa: 'شناسنامه هر خدمت چنان که در پایان دوره (یا اکنون) منتشر بوده است دیده می‌شود. برقرار است اگر بخش‌های نام‌برده را داشته باشد؛ اگر بندی بخشی را نام نبرده باشد، همه بخش‌های الزامی. عدد = خدمات دارای شناسنامه کامل ÷ همه خدمات پیوست. انتشار شناسنامه ناقص را سامانه نمی‌پذیرد و شمار آن جداگانه می‌آید.',
  en: 'The card of each service is looked at as it was published at the end of the period, or now. It is kept if it has the named fields; where the clause names none, every mandatory field. Value = services with a complete card ÷ services of the annex. The system refuses to publish an incomplete card; such refusals are counted apart.'
}

const alive = {
  fa: ' راه ارائه‌ای که آزمونی در این ماه آن را مرده یافته، شناسنامه‌ای را که نامش را دارد نقض می‌کند.',
  en: ' A channel that a check of this month found dead breaks every card that names it.'
}

/** A card that names a channel which a check of the month found dead is broken by that check. */
function withChannels(item: Judged, { book, period }: MeasureInput<Parameters>): Judged {
  if (item.verdict !== 'kept' || item.service === null) return item
  const named = book.cardBefore(item.service, period.to)?.channels ?? []
  const found = named.flatMap((channel) => channelsIn(book, period).get(channel) ?? [])
  const checks = found.flatMap(({ checks: own }) => own.map(({ id }) => id))
  const dead = found.find((channel) => channel.dead !== null)?.dead
  const facts = [...item.facts, ...checks]
  return dead
    ? { ...item, facts, verdict: 'broken', at: dead.at, breach: dead.id }
    : { ...item, facts }
}

const fieldChecks: Partial<Record<Field, (card: PublishedCard) => boolean>> = {
  steps: (card) => card.steps.length > 0,
  channels: (card) => card.channels.length > 0,
  legalBases: (card) => card.legalBases > 0
}

function has(card: PublishedCard, field: Field): boolean {
  return !card.missing.includes(field) && (fieldChecks[field]?.(card) ?? true)
}
