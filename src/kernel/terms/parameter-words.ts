import {
  type Bilingual,
  type Lang,
  formatDigits,
  formatJalaliDate,
  jalaliToPlainDate,
  parseJalaliDate
} from '../persian/index.ts'
import type { Measure } from './agreement.ts'
import { type MeasureKey, measures, measureWays } from './measure-names.ts'
import { type ParameterTitle, parameterTitles } from './parameter-titles.ts'
import { both } from './problem.ts'

/** The parameters of a measure as a reader is told them: a name and a value in plain words each. */
export function parameterWords(
  measure: MeasureKey,
  parameters: Readonly<Record<string, unknown>>,
  lang: Lang
): { name: string; value: string }[] {
  return Object.entries(parameters).map(([key, value]) => {
    const told = parameterTitles[measure]?.[key]
    const values = Array.isArray(value) ? value : [value]
    return {
      name: told?.name[lang] ?? key,
      value: values.map((one) => valueWords(one, told, lang)).join(lang === 'fa' ? '، ' : ', ')
    }
  })
}

function valueWords(value: unknown, told: ParameterTitle | undefined, lang: Lang): string {
  const text = String(value)
  const named = told?.values?.[text]
  if (named) return named[lang]
  const date = parseJalaliDate(text)
  if (date.ok) return formatJalaliDate(jalaliToPlainDate(date.value), lang)
  return `${formatDigits(text, lang)}${told?.unit ? ` ${told.unit[lang]}` : ''}`
}

/** Titles of clauses that measure another side of a thing than its measure is named after. */
const sideTitles: Readonly<Record<string, Bilingual>> = {
  'renewal-gap services-stopped': both(
    'ادامه خدمات پس از پایان اعتبار',
    'Services go on after the expiry'
  )
}

/** What is measured for a clause, or in which other way it is accounted for, in a few words. */
export function measureTitleOf(measure: Measure): Bilingual {
  if (!('name' in measure)) return measureWays[measure.by].title
  const { name, parameters = {} } = measure
  const ofSides = Object.values(parameters).map((value) => sideTitles[`${name} ${String(value)}`])
  return ofSides.find((title) => title !== undefined) ?? measures[name].title
}
