import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type SigningKey, formatVerifierKey, signatureTypes, utf8 } from '../tlog/index.ts'
import { recipientOf } from './age-file.ts'
import { encodeBech32 } from './bech32.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { SealPrimitives } from './seal-primitives.ts'

/** Bytes of a mailbox's seed, from which all its keys come. */
export const mailboxSeedBytes = 32

const identityPrefix = 'age-secret-key-pq-'
const signerInfo = {
  ed25519: utf8('peyman.dev/mailbox/v1/ed25519'),
  mldsa44: utf8('peyman.dev/mailbox/v1/ml-dsa-44')
} as const

/** All keys of a mailbox. Whoever has the seed has the mailbox: none of this is ever stored or sent. */
export interface MailboxKeys {
  /** 32 bytes. */
  readonly seed: Uint8Array
  /** `AGE-SECRET-KEY-PQ-1…`, the seed itself in bech32: it opens every letter to the mailbox. */
  readonly identity: string
  /** `age1pq1…`, to which letters are sealed; public. */
  readonly recipient: string
  /** Ed25519 (0x01), then ML-DSA-44 (0x06). */
  readonly signers: readonly SigningKey[]
  /** The verifier keys of the signers, in their order; public. */
  readonly keys: readonly string[]
}

/** A new seed, {@link mailboxSeedBytes} random bytes. */
export function newMailboxSeed(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(mailboxSeedBytes))
}

/**
 * The keys of a mailbox: the seed is the age identity, HKDF-SHA-256 makes the seeds of the signing keys of it.
 * @param name - The name on its signatures: see {@link mailboxName}.
 * @throws {RangeError} If the seed has another length or the name is no key name: a fault of the caller.
 * @see docs/specs/letter.md §5
 */
export async function mailboxKeys(
  seed: Uint8Array,
  name: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<MailboxKeys> {
  const identity = mailboxIdentity(seed)
  const recipient = await primitives.recipientOf(identity)
  if (recipient === null) throw new RangeError('the seed makes no recipient')
  const own = seed.slice()
  const derived = (info: Uint8Array) => hkdf(sha256, own, undefined, info, mailboxSeedBytes)
  const signers = [
    primitives.signingKey({ name, type: signatureTypes.note, seed: derived(signerInfo.ed25519) }),
    primitives.signingKey({
      name,
      type: signatureTypes.postQuantum,
      seed: derived(signerInfo.mldsa44)
    })
  ]
  const keys = signers.map(({ key }) => formatVerifierKey(key))
  return { seed: own, identity, recipient, signers, keys }
}

/** The age identity of a seed. @throws {RangeError} If the seed has another length. */
export function mailboxIdentity(seed: Uint8Array): string {
  if (seed.length !== mailboxSeedBytes) throw new RangeError('a seed has 32 bytes')
  return encodeBech32(identityPrefix, seed).toUpperCase()
}

/**
 * Whether a seed is that of a mailbox whose recipient the key directory shows. Whoever opened a keyslot asks
 * this before using it: a server could hand out a slot of its own making, which opens as well.
 */
export async function isSeedOf(seed: Uint8Array, recipient: string): Promise<boolean> {
  return (
    seed.length === mailboxSeedBytes && (await recipientOf(mailboxIdentity(seed))) === recipient
  )
}

/** Whose mailbox it is: a unit of a body, or anybody else by the mailbox's id. */
export type MailboxOwner =
  { readonly authority: string; readonly unit: string } | { readonly mailbox: string }

/**
 * The name on the signatures of a mailbox: `<host>/<authority>/<unit>`, or `<host>/mailbox/<id>`.
 * @throws {RangeError} If a part is empty, holds a slash, or a body is called `mailbox`.
 */
export function mailboxName(host: string, of: MailboxOwner): string {
  const parts = 'mailbox' in of ? ['mailbox', of.mailbox] : [of.authority, of.unit]
  if ('authority' in of && of.authority === 'mailbox') throw new RangeError('no name of a body')
  if ([host, ...parts].some((part) => part === '' || part.includes('/'))) {
    throw new RangeError('a part of the name is empty or holds a slash')
  }
  return [host, ...parts].join('/')
}
