import { fault, type Fault } from './bilingual.ts'

const control = /(?![\t\n\r])\p{Cc}|[\u2028\u2029]/u
const bidi = /[\u202a-\u202e\u2066-\u2069]/
// Formats that nobody sees, and fillers as blank as they; the half-space and its joiner are letters' own.
const hidden =
  /(?![\u200c\u200d])[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/u
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

/**
 * As {@link refuseHostileText}, for what is published in an authority's name: it holds no character at all
 * that nobody sees, other than the half-space and the joiner (U+200C, U+200D).
 * @returns The fault, or `null` for a text that is what it looks like.
 */
export function refuseHiddenText(text: string): Fault | null {
  const hostile = refuseHostileText(text)
  if (hostile !== null || !hidden.test(text)) return hostile
  return fault(
    'text/hidden-character',
    'این متن نویسه پنهانی دارد که دیده نمی‌شود؛ آن را بدون رونوشت‌برداری، خودتان بنویسید.',
    'This text holds a hidden character; type it yourself instead of pasting it.'
  )
}
