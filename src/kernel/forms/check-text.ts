import { fault, type Checked } from '../persian/bilingual.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { refuseHostileText } from '../persian/hostile-text.ts'
import type { FormField } from './definition.ts'

type TextField = Extract<FormField, { type: 'text' | 'paragraph' }>

const lengthMaxDefault = { text: 200, paragraph: 4000 }
/** A character as people count them may be several units long (marks, joined signs), not endless. */
const unitsPerCharacter = 4

const graphemes = new Intl.Segmenter('fa', { granularity: 'grapheme' })
const pictures = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3/u
const letterNotPersian = /(?!\p{Script=Arabic})\p{L}/u
const letterNotLatin = /(?!\p{Script=Latin})\p{L}/u

/** A `text` or `paragraph` answer: trimmed, one line where it is one line, honest, of its script. */
export function checkText(field: TextField, typed: string): Checked {
  const lengthMax = field.lengthMax ?? lengthMaxDefault[field.type]
  const value = tidy(field, typed, lengthMax)
  const hostile = refuseHostileText(value)
  if (hostile) return hostile
  return checkLength(field, value, lengthMax) ?? checkScript(field, value) ?? { ok: true, value }
}

function tidy(field: TextField, typed: string, lengthMax: number): string {
  // Normalising costs time that grows with the length; what is far too long is refused as it is.
  if (typed.length > lengthMax * unitsPerCharacter * 2) return typed
  const lines = typed.replaceAll(/\r\n?/g, '\n').normalize('NFC')
  const shaped = field.type === 'text' ? lines.replaceAll(/[\n\t]+/g, ' ') : lines
  const letters =
    field.script === 'persian' ? shaped.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : shaped
  return letters.trim()
}

function checkLength(field: TextField, value: string, lengthMax: number): Checked | null {
  if (value.length > lengthMax * unitsPerCharacter) return tooLong(lengthMax, value.length)
  const length = Array.from(graphemes.segment(value)).length
  if (length > lengthMax) return tooLong(lengthMax, length)
  const lengthMin = field.lengthMin ?? 0
  if (length >= lengthMin) return null
  return fault(
    'form/too-short',
    `این پاسخ کوتاه است: دست‌کم ${toPersianDigits(lengthMin)} نویسه بنویسید (اکنون ${toPersianDigits(length)}).`,
    `This answer is too short: write at least ${String(lengthMin)} characters (now ${String(length)}).`
  )
}

function tooLong(lengthMax: number, length: number): Checked {
  return fault(
    'form/too-long',
    `این پاسخ بلند است: حداکثر ${toPersianDigits(lengthMax)} نویسه بنویسید (اکنون ${toPersianDigits(length)}).`,
    `This answer is too long: write at most ${String(lengthMax)} characters (now ${String(length)}).`
  )
}

function checkScript(field: TextField, value: string): Checked | null {
  if (field.emoji !== true && pictures.test(value)) {
    return fault(
      'form/emoji',
      'شکلک (ایموجی) این‌جا پذیرفته نیست؛ آن را پاک کنید.',
      'Emoji are not accepted here; remove them.'
    )
  }
  if (field.script === 'persian' && letterNotPersian.test(value)) {
    return fault(
      'form/wrong-script',
      'این پاسخ را با حروف فارسی بنویسید.',
      'Write this answer in Persian letters.'
    )
  }
  if (field.script === 'latin' && letterNotLatin.test(value)) {
    return fault(
      'form/wrong-script',
      'این پاسخ را با حروف لاتین بنویسید.',
      'Write this answer in Latin letters.'
    )
  }
  return null
}
