import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { termsOf } from '../agreement-term.ts'
import { isBefore } from '../fact-book.ts'
import type { Measure } from '../measure.ts'
import { nothingCounted } from '../tally.ts'

/** PI-9.1: articles of the stored version against the number that its text states. */
export const articleCount: Measure<MeasureParameters<'article-count'>> = {
  name: 'article-count',
  parameters: measures['article-count'].parameters,
  appliesTo: 'agreement',
  counted: () => ({ fa: 'ماده', en: 'article' }),
  reads: ['agreement.imported'],
  evaluate: ({ book, version, period, parameters }) => {
    const term = termsOf(book).find(({ ref }) => ref === version.ref)
    if (!term || !isBefore(term.at, period.to)) return nothingCounted()
    const isEqual = term.articles === parameters.articles
    return {
      state: isEqual ? 'kept' : 'broken',
      value: term.articles,
      unit: 'articles',
      numerator: term.articles,
      denominator: parameters.articles,
      breaches: isEqual ? [] : [{ fact: term.fact, at: term.at, service: null }],
      evidence: [term.fact],
      detail: { standing: true }
    }
  },
  explain: () => ({
    fa: 'شمار ماده‌های نسخه ثبت‌شده با شماری که در متن آمده است سنجیده می‌شود. عدد = ماده‌های نسخه ثبت‌شده؛ مخرج = شمار گفته‌شده در متن.',
    en: 'The number of articles of the stored version is compared with the number that the text states. Value = articles of the stored version; the denominator is the number stated.'
  })
}
