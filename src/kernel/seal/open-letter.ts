import {
  type Primitives,
  type Result,
  type VerifierKey,
  failed,
  parseNote,
  portablePrimitives,
  value
} from '../tlog/index.ts'
import { withoutArmour } from './age-file.ts'
import { parseAgeHeader } from './age-header.ts'
import { type Letter, letterLimits } from './letter.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import { type ContentFault, unwrapContent } from './read-content.ts'
import type { AgeFault, SealPrimitives } from './seal-primitives.ts'
import { claimText, judgeKey } from './sender-note.ts'

/** Why a sealed letter was not opened. */
export type OpenFault = AgeFault | ContentFault | 'identity-invalid' | 'age-several-recipients'

/** An opened letter with what its sender can be judged by. */
export interface OpenedLetter extends Letter {
  /** The signed note; empty where nobody signed. */
  readonly note: string
  readonly contentHash: Uint8Array
  /** The recipient whose identity opened it. */
  readonly recipient: string
}

/** Longest file that is opened: the ciphertext is longer by its head and 16 bytes in each 64 KiB. */
export const sealedBytesMax = Math.ceil(letterLimits.letterBytes * 1.13) + 65_536

/**
 * Opens a sealed letter. Nothing is said of its sender: see {@link judgeSender}.
 * @param identity - `AGE-SECRET-KEY-PQ-1…` of the mailbox, or `AGE-SECRET-KEY-1…`.
 */
export async function openLetter(
  file: Uint8Array,
  identity: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<OpenedLetter, OpenFault>> {
  const opened = await openContent(file, identity, primitives)
  return opened.ok ? readOpened(opened.value, primitives) : opened
}

/** What was sealed, and the recipient whose identity opened it. */
interface OpenedContent {
  readonly plain: Uint8Array
  readonly recipient: string
}

/** Opens a sealed letter, and leaves what is in it unread. */
export async function openContent(
  file: Uint8Array,
  identity: string,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<OpenedContent, OpenFault>> {
  if (file.length > sealedBytesMax) return failed('letter-too-large')
  const recipient = await primitives.recipientOf(identity)
  if (recipient === null) return failed('identity-invalid')
  const bytes = withoutArmour(file)
  if (bytes === null) return failed('age-form')
  const fault = headerFault(bytes)
  if (fault !== null) return failed(fault)
  const plain = await primitives.decrypt(bytes, identity)
  return plain.ok ? value({ plain: plain.value, recipient }) : plain
}

/** Reads what was sealed. Nothing is said of its sender: see {@link judgeSender}. */
export function readOpened(
  { plain, recipient }: OpenedContent,
  primitives: Primitives = portablePrimitives
): Result<OpenedLetter, ContentFault> {
  const letter = unwrapContent(plain, primitives)
  return letter.ok ? value({ ...letter.value, recipient }) : letter
}

/**
 * What is wrong with the head of a letter's file. A letter is sealed to one mailbox: of several recipients,
 * one of a weaker kind perhaps, the reader would not know.
 */
export function headerFault(start: Uint8Array): 'age-damaged' | 'age-several-recipients' | null {
  const header = parseAgeHeader(start)
  if (header === null) return 'age-damaged'
  return header.stanzas.length === 1 ? null : 'age-several-recipients'
}

/** What is known of who wrote a letter. */
export type SenderVerdict =
  | { readonly verdict: 'verified'; readonly name: string }
  | { readonly verdict: 'unsigned' | 'unknown-sender' | 'other-recipient' | 'forged' }

/**
 * Who wrote an opened letter, by the keys that the reader believes. A sender is verified when every key
 * of its name signed: leaving the post-quantum signature away, or one of two, is no way around it.
 * `other-recipient`: a true signature, on a letter to somebody else, that was sealed again.
 * @param keys - Ed25519 (0x01) and ML-DSA-44 (0x06) keys; the name is that of the body and unit.
 */
export function judgeSender(
  letter: Pick<OpenedLetter, 'header' | 'note' | 'contentHash' | 'recipient'>,
  keys: readonly VerifierKey[],
  primitives: Primitives = portablePrimitives
): SenderVerdict {
  if (letter.note === '') return { verdict: 'unsigned' }
  const parsed = parseNote(letter.note)
  if (!parsed.ok) return { verdict: 'forged' }
  const note = parsed.value
  const ofName = Map.groupBy(keys, ({ name }) => name)
  const known = note.signatures.find(({ name }) => ofName.has(name))
  if (known === undefined) return { verdict: 'unknown-sender' }
  const verdicts = (ofName.get(known.name) ?? []).map((key) => judgeKey(note, key, primitives))
  if (!verdicts.every((verdict) => verdict === 'signed')) return { verdict: 'forged' }
  const { header, recipient, contentHash } = letter
  const own = claimText({ letter: header.letter, recipient, contentHash }, primitives)
  if (note.text === own) return { verdict: 'verified', name: known.name }
  return { verdict: isForAnother(note.text, own) ? 'other-recipient' : 'forged' }
}

/** Whether two claims differ in nothing but the recipient. */
function isForAnother(signed: string, own: string): boolean {
  const [one, other] = [signed.split('\n'), own.split('\n')]
  return (
    one.length === other.length &&
    one.every((line, i) => (i === 2 ? line !== other[i] : line === other[i]))
  )
}
