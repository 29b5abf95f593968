import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type FactBook, wordOf } from '../fact-book.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { type Judged, nothingCounted, percent, tally } from '../tally.ts'

type Parameters = MeasureParameters<'declared-channels-only'>

/**
 * SK-5.1, PI-4.2.1: documents come only by the channels of the agreement (`desk`: those of the card).
 * `rule: only` judges every document received; `rule: one-of` shows the share of some channels, on
 * which the text sets no target.
 */
export const declaredChannelsOnly: Measure<Parameters> = {
  name: 'declared-channels-only',
  parameters: measures['declared-channels-only'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'مدرک', en: 'document' }),
  reads: ['document.received', 'intake.refused'],
  hasFacts: ({ of }) => of === 'documents',
  evaluate: (input) => (input.parameters.rule === 'only' ? judgeAll(input) : shareOf(input)),
  explain: (parameters) => (parameters.rule === 'only' ? only : oneOf)
}

const only = {
  fa: 'هر مدرک رسیده یک بار شمرده می‌شود و برقرار است اگر از یکی از راه‌های نام‌برده رسیده باشد. عدد = مدارک رسیده از راه‌های مجاز ÷ همه مدارک رسیده. آنچه از راه دیگری آمده و پذیرفته نشده جداگانه شمرده می‌شود و نقض نیست.',
  en: 'Each document received counts once and is kept if it came by one of the named channels. Value = documents by allowed channels ÷ all documents. What came another way and was refused is counted apart and is no breach.'
}

const oneOf = {
  fa: 'متن این راه را مجاز می‌داند و هدفی برای آن نمی‌گذارد؛ پس سهم آن نشان داده می‌شود. عدد = مدارک رسیده از این راه ÷ همه مدارک رسیده. برقرار است اگر در دوره دست‌کم یک مدرک از این راه پذیرفته شده باشد.',
  en: 'The text allows this channel and sets no target for it, so its share is shown. Value = documents by this channel ÷ all documents. It is kept if at least one document was accepted by this channel in the period.'
}

function judgeAll(input: MeasureInput<Parameters>): Evaluation {
  const refused = input.book.within('intake.refused', input.period, input.service)
  return tally(received(input), { detail: { prevented: refused.length } })
}

function shareOf(input: MeasureInput<Parameters>): Evaluation {
  const judged = received(input)
  const these = judged.filter((item) => item.verdict === 'kept')
  return {
    ...nothingCounted(),
    state: these.length > 0 ? 'kept' : 'no-data',
    value: percent(these.length, judged.length),
    numerator: these.length,
    denominator: judged.length,
    evidence: these.flatMap((item) => item.facts),
    detail: { remark: 'share-only' }
  }
}

function received(input: MeasureInput<Parameters>): Judged[] {
  return input.book
    .within('document.received', input.period, input.service)
    .filter((fact) => input.version.services.has(wordOf(fact, 'service')))
    .map((fact) => judge(fact, input))
}

function judge(fact: Fact, { book, parameters }: MeasureInput<Parameters>): Judged {
  const channel = wordOf(fact, 'channel')
  const isAllowed = allowed(fact, book, parameters.channels).has(channel)
  return {
    verdict: isAllowed ? 'kept' : 'broken',
    service: wordOf(fact, 'service'),
    at: fact.at,
    facts: [fact.id],
    ...(!isAllowed && { breach: fact.id })
  }
}

function allowed(fact: Fact, book: FactBook, channels: readonly string[]): Set<string> {
  const ofCard = channels.includes('desk') ? (book.card(fact.cardVersion)?.channels ?? []) : []
  return new Set([...channels, ...ofCard])
}
