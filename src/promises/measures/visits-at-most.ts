import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import type { CaseRecord } from '../fact-book.ts'
import { judgeCases } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { tally } from '../tally.ts'

/**
 * PI-4.1.8: share of finished cases for which the authority made the applicant come no more often
 * than the card of the case says. Visits that the applicant chose do not count against it.
 */
export const visitsAtMost: Measure<MeasureParameters<'visits-at-most'>> = {
  name: 'visits-at-most',
  parameters: measures['visits-at-most'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'درخواست', en: 'case' }),
  reads: ['visit.recorded', 'visit.refused', 'case.delivered'],
  evaluate: (input) => {
    const refused = input.book.within('visit.refused', input.period, input.service)
    return tally(judgeCases(input, rule), { detail: { prevented: refused.length } })
  },
  explain: () => ({
    fa: 'هر درخواست که نتیجه‌اش تحویل شده باشد یک بار شمرده می‌شود. مراجعه‌هایی که دستگاه سبب آن‌ها بوده شمرده و با شمار مراجعه در شناسنامه همان نسخه سنجیده می‌شود؛ مراجعه‌ای که خود متقاضی خواسته در شمار نیست. عدد = درخواست‌هایی که از شمار اعلام‌شده نگذشته‌اند ÷ همه درخواست‌های شمرده‌شده. دعوتی که سامانه نپذیرفته جداگانه شمرده می‌شود.',
    en: 'Each case whose result was delivered counts once. Visits caused by the authority are counted and compared with the number on the card version of the case; a visit that the applicant chose does not count. Value = cases within the announced number ÷ counted cases. An invitation that the system refused is counted apart.'
  })
}

const rule = {
  key: 'visits-at-most',
  looksAt: ['visit.recorded'] as const,
  breach: (record: CaseRecord) => {
    const visits = record.facts.filter(
      (fact) => fact.kind === 'visit.recorded' && fact.body['causedBy'] === 'provider'
    )
    // Counted anew from the facts: the first visit past the limit is the breach.
    const limit = record.card?.visitsMax ?? Number(visits[0]?.body['limit'] ?? 0)
    return visits[limit]
  }
}
