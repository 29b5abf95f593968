import {
  type Alert,
  type AlertInfo,
  capInstant,
  categories,
  certainties,
  severities,
  urgencies
} from '../../kernel/alerts/index.ts'
import { formatNumber } from '../../kernel/persian/index.ts'
import { newId } from '../../platform/index.ts'
import { type TypedAlert, usualHours } from './alert-form.ts'
import { alertOf, type Broadcast, type DrillTarget } from './broadcast.ts'
import { isSaidIn, wholeOf } from './check-typed-alert.ts'

/** The alert that a form means; what is not right in it is found by whoever reads it. */
export function alertOfTyped(
  typed: TypedAlert,
  by: {
    readonly sender: string
    readonly senderName: { fa: string; en: string }
    readonly now: Temporal.Instant
    /** The alert that `of` names. */
    readonly earlier: Broadcast | null
  }
): Alert {
  const expires = capInstant(by.now.add({ hours: wholeOf(typed.hours, usualHours) }))
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
    ...following(by.earlier, typed.as),
    scope: 'Public',
    infos: isSaidIn(typed, 'en') ? [info('fa'), info('en')] : [info('fa')]
  }
}

/** Whose place it takes: CAP names an earlier message by sender, identifier and time. */
function following(earlier: Broadcast | null, as: string): Pick<Alert, 'msgType' | 'references'> {
  if (earlier === null) return { msgType: 'Alert', references: [] }
  const { sender, identifier, sent } = alertOf(earlier)
  const references = [{ sender, identifier, sent }]
  return { msgType: as === 'Cancel' ? 'Cancel' : 'Update', references }
}

/** The form of an alert that was written before: to be mended, or to write what takes its place. */
export function typedOf(
  alert: Alert,
  more: { readonly from: string; readonly target: DrillTarget | null; readonly lang: 'fa' | 'en' }
): Partial<TypedAlert> {
  const { from, target, lang } = more
  const [first] = alert.infos
  if (first === undefined) return { from }
  const said = alert.infos.flatMap((info) => {
    const of = info.language.startsWith('fa') ? 'fa' : 'en'
    const { event, headline, description, instruction, areas } = info
    const parts = { event, headline, description, instruction, area: areas[0]?.description }
    return Object.entries(parts).map(([part, text]): [string, string] => [
      `${of}.${part}`,
      text ?? ''
    ])
  })
  const drill =
    target === null
      ? {}
      : {
          percent: formatNumber(target.percent, lang),
          minutes: formatNumber(Math.round(target.seconds / 60), lang)
        }
  const { severity, urgency, certainty, categories: of } = first
  const danger = { severity, urgency, certainty, category: of[0] ?? '' }
  return { from, kind: alert.status, ...danger, ...drill, ...Object.fromEntries(said) }
}

function areaOf(description: string): AlertInfo['areas'] {
  const said = description.trim()
  return said === '' ? [] : [{ description: said, geocodes: [], polygons: [], circles: [] }]
}

function known<const T extends string>(all: readonly T[], wanted: string): T | undefined {
  return all.find((each) => each === wanted)
}
