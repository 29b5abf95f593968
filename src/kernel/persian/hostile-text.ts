import { fault, type Fault } from './bilingual.ts'

const control = /(?![\t\n\r])\p{Cc}|[\u2028\u2029]/u
const bidi = /[\u202a-\u202e\u2066-\u2069]/
const noncharacter = /[\p{Noncharacter_Code_Point}\u{e0000}-\u{e007f}]/u

/**
 * Finds characters that make a text lie about itself: direction overrides and isolates
 * (U+202A..E, U+2066..9), control characters other than tab and line ends, lone surrogates,
 * noncharacters and invisible tags. The half-space and plain direction marks are welcome.
 * @returns The fault, or `null` for an honest text.
 */
export function refuseHostileText(text: string): Fault | null {
  if (!text.isWellFormed()) {
    return fault(
      'text/broken',
      'این متن نویسه‌های ناقص دارد؛ آن را دوباره بنویسید.',
      'This text holds broken characters; write it again.'
    )
  }
  if (bidi.test(text)) {
    return fault(
      'text/direction-override',
      'این متن نویسه پنهانی دارد که جهت نوشته را وارونه نشان می‌دهد؛ آن را بدون رونوشت‌برداری، خودتان بنویسید.',
      'This text holds a hidden character that reverses how it reads; type it yourself instead of pasting it.'
    )
  }
  if (control.test(text) || noncharacter.test(text)) {
    return fault(
      'text/control-character',
      'این متن نویسه‌ای دارد که دیده نمی‌شود و پذیرفته نیست؛ آن را دوباره بنویسید.',
      'This text holds an invisible character that is not accepted; write it again.'
    )
  }
  return null
}
