import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { channelsIn } from '../channel-record.ts'
import type { Measure } from '../measure.ts'
import { tally } from '../tally.ts'

type Parameters = MeasureParameters<'question-answer-time'>

/**
 * PI-4.1.7c, `of: channels`: share of the channels that the agreement declares for questions which were
 * alive whenever they were checked; a listed but dead channel is a breach. Answers have no facts yet.
 */
export const questionAnswerTime: Measure<Parameters> = {
  name: 'question-answer-time',
  parameters: measures['question-answer-time'].parameters,
  appliesTo: 'agreement',
  hasFacts: ({ of }) => of === 'channels',
  counted: () => ({ fa: 'راه', en: 'channel' }),
  reads: ['channel.checked'],
  evaluate: ({ book, period, version }) => {
    const checked = channelsIn(book, period)
    const declared = version.channels.get('questions') ?? []
    return tally(
      declared.flatMap((channel) => {
        const found = checked.get(channel)
        const last = found?.checks.at(-1)
        if (found === undefined || last === undefined) return []
        const breach = found.dead
        return {
          verdict: breach === null ? 'kept' : 'broken',
          service: null,
          at: (breach ?? last).at,
          facts: found.checks.map(({ id }) => id),
          ...(breach !== null && { breach: breach.id })
        }
      }),
      { detail: { standing: true } }
    )
  },
  explain: () => ({
    fa: 'راه‌هایی که توافق‌نامه برای پرسش اعلام کرده است پیوسته آزموده می‌شوند. راهی برقرار است که در هر آزمون ماه زنده بوده باشد؛ نخستین آزمونی که آن را مرده یافت نقض است. راهی که آزموده نشده شمرده نمی‌شود. عدد = راه‌های زنده ÷ راه‌های آزموده‌شده. خود پرسش‌ها و زمان پاسخ هنوز ثبت نمی‌شوند.',
    en: 'The channels that the agreement declares for questions are checked all the time. One is kept if it was alive at every check of the month; the first check that found it dead is a breach. A channel that was not checked is not counted. Value = channels alive ÷ channels checked. Questions themselves and answer times are not recorded yet.'
  })
}
