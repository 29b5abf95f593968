import type { CardDocument, ServiceCard } from '../catalogue/index.ts'
import { sealedDocumentBytesMax } from '../kernel/seal/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { newOwnedId } from './case-id.ts'
import { draftById } from './draft-store.ts'
import { cleanFileName } from './file-format.ts'
import { formatBytes } from './format-bytes.ts'
import { offeredCard } from './published.ts'
import { DraftNotFoundError, UploadRefusedError } from './refusals.ts'
import { isSealed } from './sealed/sealed-form.ts'
import { demandSealingKey, hashOfKey } from './sealed/unit-key.ts'
import { senderOf } from './sender.ts'
import type { Upload } from './upload.ts'
import { insertUpload, uploadsOf } from './upload-store.ts'

/** What a file is for and how it will come. */
export interface StartUploadInput {
  /** An id of `newOwnedId` for the sender, where it had to be known before; a new one where absent. */
  readonly id?: string | undefined
  /** Code of the service; not needed beside `case`. */
  readonly service?: string | undefined
  /** Code of the card's document. */
  readonly document: string
  readonly name: string
  /** `null` while its sender does not know. */
  readonly sizeBytes: number | null
  /** SHA-256 of the key that it is sealed to, base64: demanded where the service is sealed. */
  readonly recipientKey?: string | undefined
  readonly draft?: string | undefined
  /** A case that waits for it; its own card says what is taken. */
  readonly case?: string | undefined
}

// What one sender may have here without having sent it anywhere.
const waitingFilesMax = 60
const waitingBytesMax = 400 * 1024 * 1024

/**
 * Begins an upload; its bytes follow in as many pieces as the line allows.
 * @throws {UploadRefusedError} `not-on-card`, `too-large`, `empty`, `too-many`; where the service is
 * sealed `in-the-clear`, `other-key`.
 * @throws {SealedNoMailboxError} While a sealed service has nobody to seal to.
 * @throws {DraftNotFoundError} If it is for a draft that the actor does not have.
 */
export async function startUpload(
  context: Context,
  actor: Actor,
  input: StartUploadInput
): Promise<Upload> {
  const now = context.clock.now()
  const { card, document } = await expectedDocument(context, actor, input)
  const sizeBytesMax = isSealed(card)
    ? sealedDocumentBytesMax(document.sizeBytesMax)
    : document.sizeBytesMax
  if (input.sizeBytes === 0) throw new UploadRefusedError('empty')
  const recipientKey = await sealedTo(context, card, input)
  if ((input.sizeBytes ?? 0) > sizeBytesMax) {
    throw new UploadRefusedError('too-large', formatBytes(document.sizeBytesMax))
  }
  const sender = senderOf(actor)
  if (input.draft !== undefined && (await draftById(context.db, sender, input.draft)) === null) {
    throw new DraftNotFoundError()
  }
  await demandRoom(context, sender, input.sizeBytes ?? 0)
  const upload: Upload = {
    id: input.id ?? newOwnedId(sender, now),
    person: sender,
    service: card.code,
    document: document.code,
    // What a sealed file is called is inside it.
    name: recipientKey === null ? cleanFileName(input.name) : `${document.code}.age`,
    sizeBytes: input.sizeBytes,
    sizeBytesMax,
    receivedBytes: 0,
    mediaType: null,
    sha256: null,
    finished: false,
    draft: input.draft ?? null,
    case: input.case ?? null,
    recipientKey,
    startedAt: now
  }
  await inTransaction(context.db, (tx) => insertUpload(tx, upload))
  return upload
}

async function expectedDocument(
  context: Context,
  actor: Actor,
  input: StartUploadInput
): Promise<{ card: ServiceCard; document: CardDocument }> {
  const { card } =
    input.case === undefined
      ? await offeredCard(context.db, input.service ?? '', context.clock.now())
      : await openCase(context, actor, {
          case: input.case,
          rights: ['owner', 'clerk', 'officer'],
          acts: ['answer', 'apply']
        })
  const document = card.documents.find(({ code }) => code === input.document)
  if (document === undefined) throw new UploadRefusedError('not-on-card')
  return { card, document }
}

/** The hash of the key that a file is sealed to; `null` of a service that is not sealed. */
async function sealedTo(
  context: Context,
  card: ServiceCard,
  { recipientKey }: StartUploadInput
): Promise<string | null> {
  if (!isSealed(card)) return null
  const key = await demandSealingKey(context.db, card, context.clock.now())
  if (recipientKey === undefined) throw new UploadRefusedError('in-the-clear')
  if (recipientKey !== hashOfKey(key.recipient)) throw new UploadRefusedError('other-key')
  return recipientKey
}

async function demandRoom(context: Context, sender: string, sizeBytes: number): Promise<void> {
  const waiting = await uploadsOf(context.db, sender)
  const bytes = waiting.reduce(
    (sum, upload) => sum + Math.max(upload.sizeBytes ?? 0, upload.receivedBytes),
    sizeBytes
  )
  if (waiting.length >= waitingFilesMax || bytes > waitingBytesMax) {
    throw new UploadRefusedError('too-many')
  }
}
