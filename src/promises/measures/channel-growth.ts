import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { type ChannelMonth, channelsIn } from '../channel-record.ts'
import type { Evaluation, Measure, MeasureInput } from '../measure.ts'
import { periodsUpTo } from '../period.ts'
import { nothingCounted, percent } from '../tally.ts'

type Parameters = MeasureParameters<'channel-growth'>

/**
 * PI-4.1.12: how many of the checked channels were alive at their last check of the month. The text sets
 * no number; fewer living channels than three months before is what the duty excludes.
 */
export const channelGrowth: Measure<Parameters> = {
  name: 'channel-growth',
  parameters: measures['channel-growth'].parameters,
  appliesTo: 'agreement',
  counted: () => ({ fa: 'راه', en: 'channel' }),
  reads: ['channel.checked'],
  evaluate: (input) => {
    const now = [...channelsIn(input.book, input.period).values()]
    if (now.length === 0) return nothingCounted({ standing: true })
    return compare(now, quarterBefore(input))
  },
  explain: () => ({
    fa: 'راه‌هایی که در آخرین آزمون ماه زنده بوده‌اند شمرده می‌شوند. متن عددی نمی‌گوید؛ نقض است اگر شمار آن‌ها از سه ماه پیش کمتر شده باشد، و تا سه ماه از نخستین آزمون نگذشته عدد بی‌داوری می‌آید. صورت کسر، راه‌های زنده است و مخرج، راه‌های آزموده‌شده.',
    en: 'The channels that were alive at their last check of the month are counted. The text gives no number; it is a breach if they are fewer than three months before, and until three months of checks have passed the number stands without a verdict. The numerator is the channels alive, the denominator those checked.'
  })
}

function quarterBefore({ book, period }: MeasureInput<Parameters>): ChannelMonth[] {
  const [before] = periodsUpTo(period.from, 4)
  return before === undefined ? [] : [...channelsIn(book, before).values()]
}

function compare(now: readonly ChannelMonth[], before: readonly ChannelMonth[]): Evaluation {
  const [alive, lived] = [now.filter(isAlive), before.filter(isAlive)]
  const isFewer = alive.length < lived.length
  const ended = now.find((channel) => !isAlive(channel)) ?? now[0]
  const shown = (isFewer ? ended : now[0])?.checks.at(-1)
  const isKnown = before.length > 0
  return {
    ...nothingCounted(),
    state: isFewer ? 'broken' : isKnown ? 'kept' : 'not-measurable',
    value: percent(alive.length, now.length),
    numerator: alive.length,
    denominator: now.length,
    breaches:
      isFewer && shown !== undefined ? [{ fact: shown.id, at: shown.at, service: null }] : [],
    evidence: now.flatMap(({ checks }) => checks.map(({ id }) => id)),
    detail: { standing: true, remark: 'share-only' }
  }
}

function isAlive({ checks }: ChannelMonth): boolean {
  return checks.at(-1)?.body['alive'] === true
}
