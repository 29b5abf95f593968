import { createHash, randomInt } from 'node:crypto'
import { toLatinDigits } from '../kernel/persian/index.ts'

const codeForm = /^[0-9A-HJKMNP-TV-Z]{12}$/
// Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and copied by hand.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** A code to be handed over: twelve characters, 60 random bits, in groups of four: `K72M-9QXA-0TBD`. */
export function newHandedCode(): string {
  const code = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/**
 * What is kept of a code as it was typed; `null` if it cannot be one.
 * @param purpose - A code for one purpose is none for another.
 */
export function hashHandedCode(purpose: 'delegation' | 'enrolment', typed: string): string | null {
  const code = toLatinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\-–‐_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!codeForm.test(code)) return null
  return createHash('sha256').update(`${purpose}:${code}`).digest('hex')
}
