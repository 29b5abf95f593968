import { categories, certainties, severities, urgencies } from '../../kernel/alerts/index.ts'
import { refuseHiddenText, toLatinDigits } from '../../kernel/persian/index.ts'
import type { Bilingual, FieldProblem } from '../../platform/index.ts'
import { messages } from './messages.ts'
import { type TypedAlert, usualHours } from './alert-form.ts'

/** How long what is typed may be: the limits of `kernel/alerts`. */
export const saidMax = {
  event: 200,
  headline: 160,
  description: 5000,
  instruction: 5000,
  area: 500
} as const

type Part = keyof typeof saidMax

const { entries: t } = messages
const parts = Object.keys(saidMax) as Part[]
const needed: readonly Part[] = ['event', 'headline', 'description']
const labels = {
  event: 'event',
  headline: 'headline',
  description: 'description',
  instruction: 'instruction',
  area: 'areaLabel'
} as const
const choices = {
  kind: ['Actual', 'Exercise'],
  category: categories,
  severity: severities,
  urgency: urgencies,
  certainty: certainties
} as const

/**
 * What is wrong with an alert as typed, field by field and in words of the form. Nothing is taken for
 * granted: how grave it is, and whether it is real, was chosen by somebody.
 */
export function problemsOfTyped(typed: TypedAlert): FieldProblem[] {
  const chosen = Object.entries(choices)
    .filter(([name, of]) => !of.some((one) => one === typed[name as keyof typeof choices]))
    .map(([name]) => problem(name, named(t[name as keyof typeof choices], t.chooseOne)))
  const target =
    typed.kind === 'Exercise'
      ? [...within(typed, 'percent', 100), ...within(typed, 'minutes', 1440)]
      : []
  const hours = wholeOf(typed.hours, usualHours)
  const time = hours >= 1 && hours <= 720 ? [] : [problem('hours', t.wrongHours)]
  return [...chosen, ...time, ...saidProblems(typed, 'fa'), ...saidProblems(typed, 'en'), ...target]
}

/** A whole number as typed, in any digits; `NaN` where it is none. */
export function wholeOf(text: string, usual: number): number {
  const latin = toLatinDigits(text.trim())
  if (latin === '') return usual
  return /^\d{1,6}$/.test(latin) ? Number(latin) : Number.NaN
}

/** Whether anything is said in English: no language is broadcast empty. */
export function isSaidIn(typed: TypedAlert, lang: 'fa' | 'en'): boolean {
  return lang === 'fa' || parts.some((part) => typed[`${lang}.${part}`].trim() !== '')
}

function saidProblems(typed: TypedAlert, lang: 'fa' | 'en'): FieldProblem[] {
  if (!isSaidIn(typed, lang)) return []
  return parts.flatMap((part) => {
    const name = `${lang}.${part}` as const
    const text = typed[name].trim().replaceAll('\r\n', '\n')
    if (text === '')
      return needed.includes(part) ? [problem(name, named(t[labels[part]], t.writeThis))] : []
    if (text.length > saidMax[part]) return [problem(name, t.tooLong)]
    const hidden = refuseHiddenText(text)
    return hidden === null ? [] : [problem(name, hidden.text)]
  })
}

function within(typed: TypedAlert, name: 'percent' | 'minutes', most: number): FieldProblem[] {
  const number = wholeOf(typed[name], 1)
  return number >= 1 && number <= most ? [] : [problem(name, t.wrongTarget)]
}

/** At the head of the form the field is not beside it. */
function named(label: Bilingual, what: Bilingual): Bilingual {
  return { fa: `${label.fa}: ${what.fa}`, en: `${label.en}: ${what.en}` }
}

function problem(name: string, text: Bilingual): FieldProblem {
  return { pointer: `/${name}`, code: 'broadcast/form', text }
}
