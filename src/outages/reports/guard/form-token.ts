import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A form that was given out, as its token says it. */
export interface GivenForm {
  readonly nonce: string
  /** Whole seconds since 1970. */
  readonly at: number
}

/** A token for one form: when it was given out, and a random name, signed. */
export function newFormToken(secret: string, at: Temporal.Instant): string {
  const text = `${secondsOf(at).toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${text}.${signature(secret, text)}`
}

/** Reads a token; `null` where this program did not make it. */
export function readFormToken(secret: string, token: string): GivenForm | null {
  const [, at = '', nonce = '', signed = ''] =
    /^([0-9a-z]{1,10})\.([\w-]{22})\.([\w-]{43})$/.exec(token) ?? []
  const expected = Buffer.from(signature(secret, `${at}.${nonce}`))
  const given = Buffer.from(signed)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return { nonce, at: Number.parseInt(at, 36) }
}

/** Whole seconds since 1970. */
export function secondsOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

function signature(secret: string, text: string): string {
  return createHmac('sha256', `form ${secret}`).update(text).digest('base64url')
}
