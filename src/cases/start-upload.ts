import type { CardDocument } from '../catalogue/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { newOwnedId } from './case-id.ts'
import { draftById } from './draft-store.ts'
import { cleanFileName } from './file-format.ts'
import { formatBytes } from './format-bytes.ts'
import { offeredCard } from './published.ts'
import { DraftNotFoundError, UploadRefusedError } from './refusals.ts'
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
  readonly draft?: string | undefined
  /** A case that waits for it; its own card says what is taken. */
  readonly case?: string | undefined
}

// What one sender may have here without having sent it anywhere.
const waitingFilesMax = 60
const waitingBytesMax = 400 * 1024 * 1024

/**
 * Begins an upload; its bytes follow in as many pieces as the line allows.
 * @throws {UploadRefusedError} `not-on-card`, `too-large`, `empty`, `too-many`.
 * @throws {DraftNotFoundError} If it is for a draft that the actor does not have.
 */
export async function startUpload(
  context: Context,
  actor: Actor,
  input: StartUploadInput
): Promise<Upload> {
  const now = context.clock.now()
  const { service, document } = await expectedDocument(context, actor, input)
  if (input.sizeBytes === 0) throw new UploadRefusedError('empty')
  if ((input.sizeBytes ?? 0) > document.sizeBytesMax) {
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
    service,
    document: document.code,
    name: cleanFileName(input.name),
    sizeBytes: input.sizeBytes,
    sizeBytesMax: document.sizeBytesMax,
    receivedBytes: 0,
    mediaType: null,
    sha256: null,
    finished: false,
    draft: input.draft ?? null,
    case: input.case ?? null,
    startedAt: now
  }
  await inTransaction(context.db, (tx) => insertUpload(tx, upload))
  return upload
}

async function expectedDocument(
  context: Context,
  actor: Actor,
  input: StartUploadInput
): Promise<{ service: string; document: CardDocument }> {
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
  return { service: card.code, document }
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
