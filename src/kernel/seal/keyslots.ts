import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as z from 'zod/mini'
import { type Result, failed, fromBase64, sameBytes, toBase64, utf8, value } from '../tlog/index.ts'
import { encryptTo, openAgeFile } from './age-file.ts'
import { mailboxSeedBytes } from './mailbox-keys.ts'

/** Longest keyslot as JSON, bytes. */
export const keyslotBytesMax = 8192

const domain = 'peyman.dev/keyslot/v1'
const saltBytes = 32
const secretBytesMin = 16
// Every wrapping key is used once: its salt is new. So the nonce may be the same.
const nonce = new Uint8Array(12)

const mailbox = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/))
const base64Of = (bytes: number) =>
  z.string().check(z.refine((text) => fromBase64(text)?.length === bytes))
const secretSlotSchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(['passkey', 'paper', 'recovery']),
  mailbox,
  /** Of a passkey: its credential id, base64url, so that a browser can ask for that one. */
  credential: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1400}$/))),
  salt: base64Of(saltBytes),
  wrapped: base64Of(mailboxSeedBytes + 16)
})
const mailboxSlotSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('mailbox'),
  mailbox,
  wrapped: z.string().check(
    z.maxLength(keyslotBytesMax),
    z.refine((text) => fromBase64(text) !== null)
  )
})

/**
 * One way to open a mailbox: its seed, wrapped. Everything in a slot may be public; a server stores it as it
 * is. The members in this order, `credential` only where there is one.
 * @see docs/specs/letter.md §6
 */
export const keyslotSchema = z.discriminatedUnion('kind', [secretSlotSchema, mailboxSlotSchema])

/** See {@link keyslotSchema}. */
export type Keyslot = z.infer<typeof keyslotSchema>

/** Why a slot did not give its seed. */
export type KeyslotFault = 'keyslot-wrong-secret' | 'keyslot-form'

/**
 * Wraps a seed with a secret that somebody holds: output of a passkey's PRF (32 bytes), a paper key's secret
 * (17 bytes), the joined shares of a recovery contact (32 bytes).
 * @throws {RangeError} If the secret is shorter than 16 bytes, or another part is of the wrong form.
 */
export function wrapWithSecret(parts: {
  readonly kind: 'passkey' | 'paper' | 'recovery'
  readonly mailbox: string
  readonly secret: Uint8Array
  readonly seed: Uint8Array
  readonly credential?: string
}): Keyslot {
  const { kind, mailbox: of, secret, seed, credential } = parts
  if (secret.length < secretBytesMin) throw new RangeError('a secret has 16 bytes or more')
  if (seed.length !== mailboxSeedBytes) throw new RangeError('a seed has 32 bytes')
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const named = credential === undefined ? {} : { credential }
  const open = { v: 1 as const, kind, mailbox: of, ...named, salt: toBase64(salt) }
  const wrapped = toBase64(chacha20poly1305(wrappingKey(open, secret), nonce).encrypt(seed))
  const slot = secretSlotSchema.safeParse({ ...open, wrapped })
  if (!slot.success) throw new RangeError('the mailbox or the credential is of the wrong form')
  return slot.data
}

/** The seed in a slot of the kinds `passkey`, `paper`, `recovery`. Never throws on a bad slot. */
export function unwrapWithSecret(
  slot: unknown,
  secret: Uint8Array
): Result<Uint8Array, KeyslotFault> {
  const parsed = secretSlotSchema.safeParse(slot)
  if (!parsed.success) return failed('keyslot-form')
  const wrapped = fromBase64(parsed.data.wrapped) ?? new Uint8Array()
  try {
    return value(chacha20poly1305(wrappingKey(parsed.data, secret), nonce).decrypt(wrapped))
  } catch {
    return failed('keyslot-wrong-secret')
  }
}

/** Every public member goes into the key, so that none can be changed. */
function wrappingKey(
  slot: Pick<z.infer<typeof secretSlotSchema>, 'kind' | 'mailbox' | 'credential' | 'salt'>,
  secret: Uint8Array
): Uint8Array {
  const info = `${domain}\n${slot.kind}\n${slot.mailbox}\n${slot.credential ?? ''}\n`
  return hkdf(sha256, secret, fromBase64(slot.salt) ?? new Uint8Array(), utf8(info), 32)
}

/**
 * Wraps a seed to another mailbox: that of a delegate, a custodian, a member of a unit. It is an age file.
 * @param parts - `recipient`: that mailbox's, as the key directory shows it.
 */
export async function wrapForMailbox(parts: {
  readonly mailbox: string
  readonly recipient: string
  readonly seed: Uint8Array
}): Promise<Result<Keyslot, 'recipient-invalid'>> {
  if (parts.seed.length !== mailboxSeedBytes) throw new RangeError('a seed has 32 bytes')
  const file = await encryptTo(parts.recipient, [mailboxPrefix(parts.mailbox), parts.seed])
  if (!file.ok) return file
  const slot = { v: 1, kind: 'mailbox', mailbox: parts.mailbox, wrapped: toBase64(file.value) }
  const parsed = mailboxSlotSchema.safeParse(slot)
  if (!parsed.success) throw new RangeError('the mailbox is of the wrong form')
  return value(parsed.data)
}

/**
 * The seed in a slot of the kind `mailbox`. Anybody can make such a slot, so the seed is to be compared with
 * the key directory before it is used: see `isSeedOf`.
 * @param identity - Of the mailbox to which the seed was wrapped.
 */
export async function unwrapForMailbox(
  slot: unknown,
  identity: string
): Promise<Result<Uint8Array, KeyslotFault>> {
  const parsed = mailboxSlotSchema.safeParse(slot)
  if (!parsed.success) return failed('keyslot-form')
  const file = fromBase64(parsed.data.wrapped) ?? new Uint8Array()
  const plain = await openAgeFile(file, identity)
  if (!plain.ok) return failed('keyslot-wrong-secret')
  const prefix = mailboxPrefix(parsed.data.mailbox)
  const seed = plain.value.slice(prefix.length)
  const isOurs = sameBytes(plain.value.subarray(0, prefix.length), prefix)
  return isOurs && seed.length === mailboxSeedBytes ? value(seed) : failed('keyslot-form')
}

function mailboxPrefix(of: string): Uint8Array {
  return utf8(`${domain}\nmailbox\n${of}\n`)
}

/**
 * What a browser hands to a passkey's PRF for a mailbox (`eval.first`), 32 bytes: the same for every passkey
 * of the mailbox, so that any of them may answer.
 */
export function passkeyPrfInput(of: string): Uint8Array {
  return sha256(utf8(`peyman.dev/passkey-prf/v1\n${of}\n`))
}

/** A new secret for a recovery contact, 32 random bytes, to be split. */
export function newRecoverySecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32))
}

/** Two shares of a secret; either alone is random bytes, and says nothing. */
export function splitSecret(secret: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const one = crypto.getRandomValues(new Uint8Array(secret.length))
  return [one, joinSecret(one, secret)]
}

/** The secret of two shares. @throws {RangeError} If they are of different length. */
export function joinSecret(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length !== other.length) throw new RangeError('shares are of one length')
  return one.map((byte, i) => byte ^ (other[i] ?? 0))
}
