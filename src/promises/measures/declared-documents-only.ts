import { type MeasureParameters, measures } from '../../kernel/terms/index.ts'
import { sealedFormType } from '../../cases/index.ts'
import type { Fact } from '../../ledger/index.ts'
import { type CaseRecord, wordOf } from '../fact-book.ts'
import { judgeCases } from '../judge-cases.ts'
import type { Measure } from '../measure.ts'
import { tally } from '../tally.ts'

const kinds = ['document.requested', 'document.received'] as const

/**
 * PI-4.1.2: share of finished cases in which nothing was asked for or taken that the case's own card
 * does not list. Requests that the system refused are counted apart: nobody was asked.
 */
export const declaredDocumentsOnly: Measure<MeasureParameters<'declared-documents-only'>> = {
  name: 'declared-documents-only',
  parameters: measures['declared-documents-only'].parameters,
  appliesTo: 'service',
  counted: () => ({ fa: 'درخواست', en: 'case' }),
  reads: [...kinds, 'document.request-refused', 'case.delivered'],
  evaluate: (input) => {
    const refused = input.book.within('document.request-refused', input.period, input.service)
    return tally(judgeCases(input, rule), { detail: { prevented: refused.length } })
  },
  explain: () => ({
    fa: 'هر درخواست که نتیجه‌اش تحویل شده باشد یک بار شمرده می‌شود. برقرار است اگر هر مدرکی که خواسته یا گرفته شده در شناسنامه همان نسخه از خدمت نام برده شده باشد. عدد = درخواست‌های برقرار ÷ همه درخواست‌های شمرده‌شده. مدرکی که کارمند خواسته و سامانه نپذیرفته است جداگانه شمرده می‌شود، چون از کسی خواسته نشده است.',
    en: 'Each case whose result was delivered counts once. It is kept if every document that was asked for or taken is on the card version that the case was filed under. Value = kept cases ÷ counted cases. A document that an officer asked for and the system refused is counted apart, because nobody was asked.'
  })
}

const rule = {
  key: 'declared-documents-only',
  looksAt: kinds,
  breach: (record: CaseRecord) => record.facts.find((fact) => isUnlisted(fact, record))
}

function isUnlisted(fact: Fact, { card }: CaseRecord): boolean {
  if (fact.kind !== 'document.requested' && fact.kind !== 'document.received') return false
  const type = wordOf(fact, 'type')
  // The answers themselves, where they come sealed: no document, and no card lists them.
  if (type === sealedFormType) return false
  // The card decides; where its fact is not known, the mark that was made then does.
  return card === null ? fact.body['listed'] === false : !card.documents.includes(type)
}
