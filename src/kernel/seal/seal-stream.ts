import { type Result, failed, sameBytes, value } from '../tlog/index.ts'
import { recipientKindOf, sealedFileBytes } from './age-file.ts'
import { type AttachmentFacts, makeHead, wrappingOf } from './content.ts'
import { type Attachment, type LetterDraft, letterLimits } from './letter.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { Pieces, SealPrimitives } from './seal-primitives.ts'
import { type Addressing, type SealFault, keyIdsOf, newToken, noteOf } from './seal-letter.ts'

/** A letter whose attachments are too large to be held. */
export interface StreamedDraft extends Omit<LetterDraft, 'attachments'> {
  readonly attachments: readonly StreamedAttachment[]
}

/** An attachment that is read when it is needed. */
export interface StreamedAttachment extends Pick<Attachment, 'name' | 'type'> {
  /** Reads it from the start; asked for three times. */
  read(): Pieces
}

/** A letter that is sealed while it is read. */
export interface SealingLetter {
  /** The age file, to be read once. Throws {@link AttachmentChangedError} while being read. */
  readonly file: Pieces
  /** Length of the file. */
  readonly bytes: number
  readonly contentHash: Uint8Array
  /** The opening token, 32 bytes. */
  readonly token: Uint8Array
}

/** An attachment was not the same each time that it was read: nothing was sealed. */
export class AttachmentChangedError extends Error {
  override readonly name = 'AttachmentChangedError'
  readonly code = 'letter/attachment-changed'
}

/**
 * As `sealLetter`, holding no attachment in memory. Each is read three times: the header tells its hash, the
 * note tells that of the whole content, and both stand before it.
 */
export async function sealStream(
  draft: StreamedDraft,
  to: Addressing,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<SealingLetter, SealFault>> {
  const kind = recipientKindOf(to.recipient)
  if (kind === null) return failed('recipient-invalid')
  const attachments = await factsOf(draft.attachments, primitives)
  if (attachments === null) return failed('letter-too-large')
  const token = to.token ?? newToken()
  const head = makeHead(
    { ...draft, attachments },
    { keys: keyIdsOf(to.signers), token },
    primitives
  )
  if (!head.ok) return head
  const { header, parts, length } = head.value
  const content = () => chain(parts, draft.attachments)
  const contentHash = await hashOf(content(), primitives)
  const claim = { letter: header.letter, recipient: to.recipient, contentHash }
  const wrapping = wrappingOf(noteOf(claim, to.signers, primitives), length)
  const plain = wrapped(wrapping, watched(content(), contentHash, primitives))
  const file = await primitives.encryptStream(to.recipient, plain)
  if (!file.ok) return file
  return value({
    file: file.value,
    bytes: sealedFileBytes(kind, wrapping.length),
    contentHash,
    token
  })
}

async function factsOf(
  attachments: readonly StreamedAttachment[],
  primitives: SealPrimitives
): Promise<AttachmentFacts[] | null> {
  const facts: AttachmentFacts[] = []
  let left: number = letterLimits.letterBytes
  for (const attachment of attachments) {
    const running = primitives.runningHash()
    let bytes = 0
    for await (const piece of attachment.read()) {
      running.update(piece)
      bytes += piece.length
      if (bytes > left) return null
    }
    left -= bytes
    const { name, type } = attachment
    facts.push({ name, type, bytes, sha256: running.digest() })
  }
  return facts
}

async function* chain(
  parts: readonly Uint8Array[],
  attachments: readonly StreamedAttachment[]
): AsyncGenerator<Uint8Array> {
  yield* parts
  for (const attachment of attachments) yield* attachment.read()
}

async function hashOf(pieces: Pieces, primitives: SealPrimitives): Promise<Uint8Array> {
  const running = primitives.runningHash()
  for await (const piece of pieces) running.update(piece)
  return running.digest()
}

/** The content again; told before its end is sealed if it is not what was signed. */
async function* watched(
  content: Pieces,
  hash: Uint8Array,
  primitives: SealPrimitives
): AsyncGenerator<Uint8Array> {
  const running = primitives.runningHash()
  for await (const piece of content) {
    running.update(piece)
    yield piece
  }
  if (!sameBytes(running.digest(), hash)) {
    throw new AttachmentChangedError('an attachment was changed while it was sealed')
  }
}

async function* wrapped(
  { before, zeroes }: ReturnType<typeof wrappingOf>,
  content: Pieces
): AsyncGenerator<Uint8Array> {
  yield* before
  yield* content
  yield zeroes
}
