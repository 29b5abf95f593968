import { createHash, randomBytes } from 'node:crypto'
import type { Lang } from '../platform/index.ts'
import type { NoticeKind } from './notice.ts'

/** Which notices somebody wants to be told of; empty lists and no authority ask nothing. */
export interface SubscriptionWish {
  readonly authority: string | null
  readonly services: readonly string[]
  readonly kinds: readonly NoticeKind[]
  /** Language of the mails. */
  readonly lang: Lang
}

/** Somebody who is told of notices by e-mail, or was asked whether they want to be. */
export interface Subscription extends SubscriptionWish {
  /** Of the address; names the place of its rows. */
  readonly bucket: number
  readonly id: string
  readonly address: string
  /** Who asked while signed in; `null` for anybody else. */
  readonly person: string | null
  readonly askedAt: Temporal.Instant
  /** When the owner of the address said yes; nothing is sent before. */
  readonly confirmedAt: Temporal.Instant | null
}

/** What the rows of an address are rooted in: small letters, so that it is one address however typed. */
export function subscriberKey(address: string): string {
  return `mail:${address.toLowerCase()}`
}

/** What a link in a mail is for, and how long it works. */
export const tokenHours = { confirm: 24, unsubscribe: 400 * 24 } as const
export type TokenPurpose = keyof typeof tokenHours

/** The proof in a link: where to look, and 256 random bits that only the reader of the mail has. */
export interface MailToken {
  readonly bucket: number
  readonly secret: string
}

/** A new token. */
export function newMailToken(bucket: number): MailToken {
  return { bucket, secret: randomBytes(32).toString('base64url') }
}

/** The token as it stands in an address. */
export function tokenText({ bucket, secret }: MailToken): string {
  return `${bucket.toString(36)}.${secret}`
}

/** Reads a token; `null` for anything that this program cannot have made. */
export function readMailToken(text: string): MailToken | null {
  const [, place, secret] = /^([0-9a-z]{1,3})\.([A-Za-z0-9_-]{43})$/.exec(text) ?? []
  const bucket = Number.parseInt(place ?? '', 36)
  return secret === undefined || bucket > 4095 ? null : { bucket, secret }
}

/** What is kept of a token: it has full entropy, so one round of SHA-256 is enough. */
export function hashToken({ secret }: MailToken): Buffer {
  return createHash('sha256').update(secret).digest()
}
