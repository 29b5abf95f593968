import { randomBytes } from 'node:crypto'
import { toLatinDigits } from '../kernel/persian/index.ts'

// Crockford's alphabet: no I, L, O, U, so that nothing is mistaken for 1, 0 or V when read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomLength = 9

/** A new tracking code: nine random characters (45 bits) and a check character, `7K2M9X4TRD`. */
export function newTrackingCode(): string {
  const values = Array.from(randomBytes(randomLength), (byte) => byte & 31)
  return [...values, checkValue(values)].map((value) => alphabet[value]).join('')
}

/**
 * Reads a code as people type it: any digits, any case, spaces and dashes anywhere, O for 0, I and L
 * for 1.
 * @returns The code as stored, or `null` where a character is wrong or two are swapped.
 */
export function parseTrackingCode(text: string): string | null {
  if (text.length > 60) return null
  const code = toLatinDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}\p{Pd}_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== randomLength + 1) return null
  const values = Array.from(code, (character) => alphabet.indexOf(character))
  if (values.includes(-1)) return null
  return checkValue(values.slice(0, -1)) === values.at(-1) ? code : null
}

/** A code as it is printed: `7K2M9-X4TRD`. */
export function formatTrackingCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/**
 * Check character over GF(32): each place has its own weight, a power of 2 modulo x^5 + x^2 + 1, so
 * that every single wrong character and every swap of two characters is found.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum ^ value), 0)
}

function double(value: number): number {
  const twice = value << 1
  return twice & 32 ? twice ^ 0b100101 : twice
}
