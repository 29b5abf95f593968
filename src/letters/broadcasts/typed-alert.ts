import { z } from 'zod'
import {
  type Alert,
  type AlertInfo,
  capInstant,
  categories,
  certainties,
  severities,
  urgencies
} from '../../kernel/alerts/index.ts'
import { toLatinDigits } from '../../kernel/persian/index.ts'
import { newId } from '../../platform/index.ts'

const text = z.string().max(6000).catch('')
/** What is typed on the page of a new alert. */
export const alertForm = z.object({
  from: text,
  kind: text,
  category: text,
  severity: text,
  urgency: text,
  certainty: text,
  hours: text,
  percent: text,
  minutes: text,
  'fa.event': text,
  'fa.headline': text,
  'fa.description': text,
  'fa.instruction': text,
  'fa.area': text,
  'en.event': text,
  'en.headline': text,
  'en.description': text,
  'en.instruction': text,
  'en.area': text
})
/** See {@link alertForm}. */
export type TypedAlert = z.infer<typeof alertForm>

/** The alert that a form means; what is not right in it is found by whoever reads it. */
export function alertOfTyped(
  typed: TypedAlert,
  by: {
    readonly sender: string
    readonly senderName: { fa: string; en: string }
    readonly now: Temporal.Instant
  }
): Alert {
  const hours = Number(toLatinDigits(typed.hours.trim()) || '24')
  const minutes = Number.isFinite(hours) ? Math.round(hours * 60) : 0
  const expires = capInstant(by.now.add({ minutes }))
  const info = (lang: 'fa' | 'en'): AlertInfo => ({
    language: lang === 'fa' ? 'fa-IR' : 'en',
    categories: [known(categories, typed.category) ?? 'Other'],
    event: typed[`${lang}.event`].trim(),
    responseTypes: [],
    urgency: known(urgencies, typed.urgency) ?? 'Unknown',
    severity: known(severities, typed.severity) ?? 'Unknown',
    certainty: known(certainties, typed.certainty) ?? 'Unknown',
    ...{ effective: null, onset: null, expires },
    senderName: by.senderName[lang],
    headline: typed[`${lang}.headline`].trim(),
    description: typed[`${lang}.description`].trim().replaceAll('\r\n', '\n'),
    instruction: typed[`${lang}.instruction`].trim().replaceAll('\r\n', '\n') || null,
    web: null,
    areas: areaOf(typed[`${lang}.area`])
  })
  return {
    ...{ identifier: newId(by.now), sender: by.sender, sent: capInstant(by.now) },
    status: typed.kind === 'Exercise' ? 'Exercise' : 'Actual',
    ...{ msgType: 'Alert', scope: 'Public', references: [] },
    infos: isSaid(typed) ? [info('fa'), info('en')] : [info('fa')]
  }
}

/** Whether anything is said in English: no language is broadcast empty. */
function isSaid(typed: TypedAlert): boolean {
  return (['event', 'headline', 'description'] as const).some(
    (part) => typed[`en.${part}`].trim() !== ''
  )
}

function areaOf(description: string): AlertInfo['areas'] {
  const said = description.trim()
  return said === '' ? [] : [{ description: said, geocodes: [], polygons: [], circles: [] }]
}

function known<const T extends string>(all: readonly T[], wanted: string): T | undefined {
  return all.find((each) => each === wanted)
}
