import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { judgeCards } from '../judge-cards.ts'
import type { Measure } from '../measure.ts'
import { tally } from '../tally.ts'

/** SK-4.0a: share of the annex's services whose card names at least one law or regulation. */
export const legalBasisPresent: Measure<MeasureParameters<'legal-basis-present'>> = {
  name: 'legal-basis-present',
  parameters: measures['legal-basis-present'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'خدمت', en: 'service' }),
  reads: ['card.published'],
  evaluate: (input) =>
    tally(
      judgeCards(input, (card) => card.legalBases > 0),
      { detail: { standing: true } }
    ),
  explain: () => ({
    fa: 'شناسنامه هر خدمت چنان که در پایان دوره (یا اکنون) منتشر بوده است دیده می‌شود و برقرار است اگر دست‌کم یک مستند قانونی داشته باشد. عدد = خدمات دارای مستند ÷ همه خدمات پیوست.',
    en: 'The card of each service is looked at as it was published at the end of the period, or now, and is kept if it names at least one legal basis. Value = services with a legal basis ÷ services of the annex.'
  })
}
