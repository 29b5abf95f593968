import { createHash, randomInt } from 'node:crypto'
import { toLatinDigits } from '../../kernel/persian/index.ts'
import type { DelegatedAct, DelegationKind, DelegationScope } from './delegation.ts'

/** A delegation that was offered and waits for its delegate's answer. */
export interface Offer {
  readonly id: string
  readonly grantor: string
  readonly kind: DelegationKind
  readonly scope: DelegationScope
  readonly acts: readonly DelegatedAct[]
  readonly until: Temporal.Instant | null
  /** Person id of the natural person who offered it. */
  readonly madeBy: string
  /** The delegation by which they could, for a business or body. */
  readonly via: string | null
  /** To whoever brings its code; else to whoever an identifier names. */
  readonly byCode: boolean
  readonly madeAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** An offer that nobody answers is none after this. */
export const offerDays = 7

// Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and copied by hand.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeForm = /^[0-9A-HJKMNP-TV-Z]{12}$/
const length = 12

/** Twelve characters, 60 random bits, in groups of four. */
export function newOfferCode(): string {
  const code = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What is kept of a code as it was typed; `null` if it cannot be one. */
export function hashOfferCode(typed: string): string | null {
  const code = toLatinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\-–‐_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!codeForm.test(code)) return null
  return createHash('sha256').update(`delegation:${code}`).digest('hex')
}
