import { toLatinDigits } from '../persian/index.ts'

// Crockford's alphabet: no I, L, O, U, so that nothing is mistaken for 1, 0 or V when read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const typedLengthMax = 100

/**
 * A code for people: Crockford's base 32 with a check character behind it.
 * @param values - Whole numbers, 0..31 each.
 */
export function codeOfValues(values: readonly number[]): string {
  return [...values, checkValue(values)].map((value) => alphabet[value]).join('')
}

/**
 * Reads a code as people type it: any digits, any case, spaces and dashes anywhere, O for 0, I and L
 * for 1.
 * @param length - Characters of the code, its check character included.
 * @returns The code, or `null` where a character is wrong or two are swapped.
 */
export function checkCode(text: string, length: number): string | null {
  if (text.length > typedLengthMax) return null
  const code = toLatinDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== length) return null
  const values = Array.from(code, (character) => alphabet.indexOf(character))
  if (values.includes(-1)) return null
  return checkValue(values.slice(0, -1)) === values.at(-1) ? code : null
}

/** A code as it is printed, in groups: `7K2M-9X4T-RD0A-BCDE`. */
export function formatCode(code: string, groupLength = 4): string {
  return code.match(new RegExp(`.{1,${String(groupLength)}}`, 'g'))?.join('-') ?? code
}

/**
 * Check character over GF(32): each place has its own weight, a power of 2 modulo x^5 + x^2 + 1, whose
 * order is 31, so that in codes of up to 31 characters every wrong character and every swap is found.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0)
}

function double(value: number): number {
  const twice = value << 1
  return twice & 32 ? twice ^ 0b100101 : twice
}
