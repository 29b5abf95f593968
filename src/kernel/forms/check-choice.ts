import { fault, type Checked } from '../persian/bilingual.ts'
import { toPersianDigits } from '../persian/digits.ts'
import type { FormField } from './definition.ts'

type ChoiceField = Extract<FormField, { type: 'choice' }>
type ChoicesField = Extract<FormField, { type: 'choices' }>
type YesNoField = Extract<FormField, { type: 'yes-no' }>

/** One of the choices, by its value. */
export function checkChoice(field: ChoiceField, typed: string): Checked {
  const value = typed.trim()
  if (field.choices.some((choice) => choice.value === value)) return { ok: true, value }
  return notListed(field.choices)
}

/** Several of the choices, each once, in the order of the card. */
export function checkChoices(field: ChoicesField, typed: string[]): Checked<string[]> {
  const chosen = new Set(typed.map((value) => value.trim()))
  const value = field.choices.map((choice) => choice.value).filter((known) => chosen.has(known))
  if (value.length !== chosen.size) return notListed(field.choices)
  const most = field.choicesMax ?? field.choices.length
  if (value.length <= most) return { ok: true, value }
  return fault(
    'form/too-many-choices',
    `حداکثر ${toPersianDigits(most)} گزینه را برگزینید.`,
    `Choose at most ${String(most)}.`
  )
}

function notListed(choices: ChoiceField['choices']): Checked<never> {
  const few = choices.slice(0, 6)
  const fa = few.map((choice) => choice.label.fa).join('، ')
  const en = few.map((choice) => choice.label.en).join(', ')
  const more = choices.length > few.length
  return fault(
    'form/not-listed',
    `یکی از گزینه‌های فهرست را برگزینید: ${fa}${more ? ' و …' : ''}.`,
    `Choose from the list: ${en}${more ? ', …' : ''}.`
  )
}

const yes = new Set(['yes', 'true', 'on', '1'])
const no = new Set(['no', 'false', 'off', '0'])

/** A yes or a no; a declaration (`mustAgree`) takes only yes. */
export function checkYesNo(field: YesNoField, typed: string | boolean): Checked<boolean> {
  const word = String(typed).trim()
  if (!yes.has(word) && !no.has(word)) {
    return fault('form/not-yes-no', 'بلی یا خیر را برگزینید.', 'Choose yes or no.')
  }
  if (field.mustAgree === true && !yes.has(word)) {
    return fault(
      'form/not-agreed',
      'برای ادامه باید این بند را بپذیرید.',
      'You have to agree to this to go on.'
    )
  }
  return { ok: true, value: yes.has(word) }
}
