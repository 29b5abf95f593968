import {
  type LetterDraft,
  type MailboxKeys,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../kernel/seal/index.ts'
import { toBase64, utf8 } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { UnsealableError } from './errors.ts'
import type { Envelope, OutgoingLetter } from './letter.ts'

/** Where a sealed letter goes. */
export interface SealedTo {
  /** `age1pq1…` of the recipient; of the sender where the letter waits. */
  readonly recipient: string
  /** As the desk is told. */
  readonly named: object
}

/** A mailbox that letters are sent from, with its keys. */
export interface SendingMailbox {
  /** Id of the mailbox. */
  readonly id: string
  /** The body and unit whose it is; `null` of a person. */
  readonly unit: { readonly authority: string; readonly unit: string } | null
  readonly keys: MailboxKeys
}

/** SHA-256, base64. */
export function hashOf(bytes: Uint8Array | string): string {
  return toBase64(nativePrimitives.sha256(typeof bytes === 'string' ? utf8(bytes) : bytes))
}

/**
 * Signs and seals a letter, and writes its envelope.
 * @throws {UnsealableError}
 */
export async function sealOutgoing(
  letter: OutgoingLetter & { readonly id: string },
  from: SendingMailbox,
  { to, at }: { readonly to: SealedTo; readonly at: Temporal.Instant }
): Promise<{ envelope: Envelope; file: Uint8Array }> {
  const draft: LetterDraft = {
    letter: letter.id,
    sender: from.unit,
    subject: letter.subject,
    sentAt: at.toString({ smallestUnit: 'second' }),
    case: letter.case ?? null,
    body: letter.body,
    attachments: letter.attachments ?? []
  }
  const { file, token } = await sealDraft(draft, from, to.recipient)
  return { envelope: envelopeOf(letter, { from, to, draft, file, token }), file }
}

/**
 * Signs and seals a draft to one recipient.
 * @throws {UnsealableError}
 */
export async function sealDraft(
  draft: LetterDraft,
  { keys }: SendingMailbox,
  recipient: string
): Promise<{ file: Uint8Array; token: Uint8Array }> {
  const sealed = await sealLetter(draft, { recipient, signers: keys.signers }, nativePrimitives)
  if (!sealed.ok) throw new UnsealableError(sealed.reason)
  return sealed.value
}

/** What the desk has to know of a sealed file. */
export function sealedFacts(
  file: Uint8Array,
  of: { readonly recipient: string; readonly token: Uint8Array }
) {
  const head = readSealedHead(file)
  const sizeClass = head && sizeClassOf(file.length, head.headBytes)
  if (sizeClass === null) throw new UnsealableError('age-form')
  return {
    recipientKey: hashOf(of.recipient),
    sizeClass,
    sha256: hashOf(file),
    tokenHash: tokenHashOf(of.token, nativePrimitives)
  }
}

interface Sealed {
  readonly from: SendingMailbox
  readonly to: SealedTo
  readonly draft: LetterDraft
  readonly file: Uint8Array
  readonly token: Uint8Array
}

function envelopeOf(letter: OutgoingLetter, { from, to, draft, file, token }: Sealed): Envelope {
  const { inReplyTo, publishAt, effectiveAt, expiresAt } = letter
  return {
    id: draft.letter,
    sender: from.id,
    recipient: to.named,
    lane: letter.lane ?? 'single',
    sentAt: draft.sentAt,
    ...sealedFacts(file, { recipient: to.recipient, token }),
    ...(draft.case !== null && { case: draft.case }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(publishAt !== undefined && { publishAt: publishAt.toString() }),
    ...(effectiveAt !== undefined && { effectiveAt: effectiveAt.toString() }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt.toString() })
  }
}
