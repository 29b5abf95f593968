import {
  type LetterDraft,
  type MailboxKeys,
  type SealFault,
  type StreamedDraft,
  letterLimits,
  openingToken,
  sealLetter,
  sealStream,
  tokenHashOf
} from '../../kernel/seal/index.ts'
import { toBase64, utf8 } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { type GivenAttachment, asStream, isHeld } from './attachments.ts'
import { LetterTooLargeError, UnsealableError } from './errors.ts'
import { demandSealable } from './demand-sealable.ts'
import type { Envelope, OutgoingLetter } from './letter.ts'
import { type SealedBytes, type SealedFile, sealedBytes, writeSealed } from './sealed-file.ts'

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
  /** Its keys of before, the newest first: what was sealed or signed with them is its own. */
  readonly past?: readonly MailboxKeys[]
}

/** A letter to be sealed, its attachments wherever they are. */
export interface SealingDraft extends Omit<LetterDraft, 'attachments'> {
  readonly attachments: readonly GivenAttachment[]
}

/** A sealed file with what the desk has to know of it. */
export interface Sealed {
  readonly file: SealedFile
  readonly facts: Pick<Envelope, 'recipientKey' | 'sizeClass' | 'sha256' | 'tokenHash'>
}

/** SHA-256, base64. */
export function hashOf(bytes: Uint8Array | string): string {
  return toBase64(nativePrimitives.sha256(typeof bytes === 'string' ? utf8(bytes) : bytes))
}

/**
 * Signs and seals a letter, and writes its envelope.
 * @param to - `into`: the file to seal into, so that nothing of it is held; in memory where absent.
 * @throws {UnsealableError} With its limit: {@link TooManyAttachmentsError}, {@link LetterTooLargeError}.
 * @throws {AttachmentChangedError}
 */
export async function sealOutgoing(
  letter: OutgoingLetter & { readonly id: string },
  from: SendingMailbox,
  { to, at, into }: { to: SealedTo; at: Temporal.Instant; into?: string | undefined }
): Promise<{ envelope: Envelope; file: SealedFile }> {
  const draft: SealingDraft = {
    letter: letter.id,
    sender: from.unit,
    subject: letter.subject,
    sentAt: at.toString({ smallestUnit: 'second' }),
    // In the desk's own writing: a reader is told where the two differ.
    case: letter.case?.toLowerCase() ?? null,
    body: letter.body,
    attachments: letter.attachments ?? []
  }
  const { file, facts } = await sealDraft(draft, from, { recipient: to.recipient, into })
  return { envelope: envelopeOf(letter, { from, to, draft, facts }), file }
}

/** To which key a draft is sealed, and where that goes. */
interface Sealing {
  readonly recipient: string
  /** The file to seal into; in memory where absent. */
  readonly into?: string | undefined
  readonly isPage?: boolean | undefined
}

/**
 * Signs and seals a draft to one recipient.
 * @throws {UnsealableError} With its limit: {@link TooManyAttachmentsError}, {@link LetterTooLargeError}.
 * @throws {AttachmentChangedError}
 */
export async function sealDraft(
  draft: SealingDraft,
  { keys }: SendingMailbox,
  { recipient, into, isPage }: Sealing
): Promise<Sealed> {
  // Of the sender's own making: on the unit's page, too, its colleagues see whether it was opened.
  const own = isPage === true ? {} : { token: openingToken(keys.seed, draft.letter) }
  const to = { recipient, signers: keys.signers, ...own }
  const { attachments } = draft
  demandSealable(draft)
  if (into === undefined && isHeld(attachments)) {
    const sealed = await sealLetter({ ...draft, attachments }, to, nativePrimitives)
    if (!sealed.ok) throw unsealable(sealed.reason)
    const { file, token } = sealed.value
    return { file, facts: factsOf(sealedBytes(file), { recipient, token }) }
  }
  const streamed: StreamedDraft = { ...draft, attachments: attachments.map(asStream) }
  const sealed = await sealStream(streamed, to, nativePrimitives)
  if (!sealed.ok) throw unsealable(sealed.reason)
  const { token } = sealed.value
  if (into === undefined) {
    const file = Buffer.concat(await Array.fromAsync(sealed.value.file))
    return { file, facts: factsOf(sealedBytes(file), { recipient, token }) }
  }
  const written = await writeSealed(into, sealed.value.file)
  const facts = factsOf(written, { recipient, token })
  return { file: { path: into, bytes: written.bytes }, facts }
}

function unsealable(fault: SealFault): UnsealableError {
  return fault === 'letter-too-large'
    ? new LetterTooLargeError(letterLimits.letterBytes)
    : new UnsealableError(fault)
}

function factsOf(
  { sha256, sizeClass }: SealedBytes,
  { recipient, token }: { readonly recipient: string; readonly token: Uint8Array }
): Sealed['facts'] {
  const tokenHash = tokenHashOf(token, nativePrimitives)
  return { recipientKey: hashOf(recipient), sizeClass, sha256, tokenHash }
}

interface Enveloped extends Pick<Sealed, 'facts'> {
  readonly from: SendingMailbox
  readonly to: SealedTo
  readonly draft: SealingDraft
}

function envelopeOf(letter: OutgoingLetter, { from, to, draft, facts }: Enveloped): Envelope {
  const { inReplyTo, publishAt, effectiveAt, expiresAt, approval } = letter
  return {
    id: draft.letter,
    sender: from.id,
    recipient: to.named,
    lane: letter.lane ?? 'single',
    sentAt: draft.sentAt,
    ...facts,
    ...(draft.case !== null && { case: draft.case }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(publishAt !== undefined && { publishAt: publishAt.toString() }),
    ...(effectiveAt !== undefined && { effectiveAt: effectiveAt.toString() }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt.toString() }),
    ...(approval === true && { approval })
  }
}
