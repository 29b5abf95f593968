import { createHash } from 'node:crypto'
import type { CardDocument, Channel, ServiceCard } from '../catalogue/index.ts'
import { sealedDocumentBytesMax } from '../kernel/seal/index.ts'
import type { Actor } from '../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  Refusal,
  type Tx,
  bucketOf
} from '../platform/index.ts'
import { newOwnedId } from './case-id.ts'
import type { DocumentRecord, Note } from './case-record.ts'
import { missingDocuments } from './case-rules.ts'
import { checkFormat, cleanFileName, demandEnd } from './file-format.ts'
import { chunkBytesMax, insertChunk, moveChunks } from './file-store.ts'
import { formatBytes } from './format-bytes.ts'
import { type CheckedForm, sealedFault } from './sealed/check-form.ts'
import { isSealed, sealedFormType, sealedMediaType } from './sealed/sealed-form.ts'
import { demandSealingKey, hashOfKey } from './sealed/unit-key.ts'
import { refusalMessages } from './messages-refusals.ts'
import { UploadNotFoundError, UploadRefusedError, problem } from './refusals.ts'
import { senderOf } from './sender.ts'
import { holdUploads, takeUploads, uploadById } from './upload-store.ts'

/** Documents as they are handed in: finished uploads, or whole small files. */
export interface GivenDocuments {
  readonly uploads?: readonly { readonly document: string; readonly upload: string }[] | undefined
  readonly files?: readonly GivenFile[] | undefined
}

/** A whole file in memory. */
export interface GivenFile {
  readonly document: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** By which way documents came. */
export interface Arrival {
  readonly channel: Channel
  readonly trackingNumber?: string | undefined
  readonly officeCode?: string | undefined
  /** When it reached the body, where that was before it is registered. */
  readonly arrivedAt?: Temporal.Instant | undefined
  /** Why it is registered long after that. */
  readonly lateReason?: Note | undefined
}

/** Documents that were checked, and the way to write their bytes where the case is. */
export interface CheckedDocuments {
  readonly records: readonly DocumentRecord[]
  writeBytes(tx: Tx, applicant: string): Promise<void>
}

const texts = refusalMessages.entries

/**
 * Checks documents against a card: only what it lists, once each, no larger and of no other type than
 * it says, and all that it demands, but for those that are to come `later`.
 * @throws {InvalidInputError} With every problem at `/documents/<code>`.
 */
export async function checkDocuments(
  context: Context,
  actor: Actor,
  given: GivenDocuments & {
    readonly card: ServiceCard
    readonly arrival: Arrival
    /** The sealed answers that come along. */
    readonly form?: CheckedForm | null
    /** Of `files` of a sealed service: SHA-256 of the key that they are sealed to. */
    readonly recipientKey?: string | undefined
    /** Demanded documents that may be missing; `null` where nothing is demanded. */
    readonly later: readonly string[] | null
  }
): Promise<CheckedDocuments> {
  const problems: FieldProblem[] = []
  const records: DocumentRecord[] = []
  const files: { id: string; bytes: Uint8Array }[] = []
  const sealing = await sealingOf(context, given.card)
  const codes = [...(given.uploads ?? []), ...(given.files ?? [])].map((each) => each.document)
  for (const code of new Set(codes.filter((each, i) => codes.indexOf(each) !== i))) {
    problems.push(problem(`/documents/${pointerPart(code)}`, 'document/twice', texts.documentTwice))
  }
  const check = async (code: string, work: (document: CardDocument) => Promise<void>) => {
    try {
      const document = given.card.documents.find((each) => each.code === code)
      if (document === undefined) throw new UploadRefusedError('not-on-card')
      await work(document)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(problem(`/documents/${pointerPart(code)}`, error.code, error.text))
    }
  }
  for (const each of given.uploads ?? []) {
    await check(each.document, async (document) => {
      records.push(
        await uploadRecord(context, actor, { ...given, sealing, document, upload: each.upload })
      )
    })
  }
  for (const file of given.files ?? []) {
    await check(file.document, async (document) => {
      const record = await fileRecord(context, actor, { ...given, sealing, document, file })
      records.push(record)
      files.push({ id: record.id, bytes: file.bytes })
    })
  }
  if (given.form) {
    const record = formRecord(context, actor, { arrival: given.arrival, form: given.form })
    records.push(record)
    files.push({ id: record.id, bytes: given.form.bytes })
  }
  if (given.later !== null) problems.push(...absences(given.card, { codes, later: given.later }))
  if (problems.length > 0) throw new InvalidInputError(problems)
  const uploads = (given.uploads ?? []).map((each) => each.upload)
  return { records, writeBytes: writer(actor, { uploads, files }) }
}

function pointerPart(code: string): string {
  return code.slice(0, 80).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
}

function absences(
  card: ServiceCard,
  given: { codes: readonly string[]; later: readonly string[] }
): FieldProblem[] {
  return missingDocuments(card, new Set([...given.codes, ...given.later])).map((code) =>
    problem(`/documents/${code}`, 'document/missing', texts.documentMissing)
  )
}

async function uploadRecord(
  context: Context,
  actor: Actor,
  given: {
    document: CardDocument
    upload: string
    card: ServiceCard
    arrival: Arrival
    sealing: string | null
  }
): Promise<DocumentRecord> {
  const upload = await uploadById(context.db, senderOf(actor), given.upload)
  if (upload === null) throw new UploadNotFoundError()
  if (upload.mediaType === null || upload.sha256 === null) {
    throw new UploadRefusedError('incomplete')
  }
  if (upload.document !== given.document.code || upload.service !== given.card.code) {
    throw new UploadRefusedError('not-on-card')
  }
  demandSealedTo(given.sealing, upload.recipientKey)
  return {
    ...described(given, context.clock.now()),
    id: upload.id,
    name: upload.name,
    mediaType: upload.mediaType,
    sizeBytes: upload.receivedBytes,
    sha256: upload.sha256
  }
}

async function fileRecord(
  context: Context,
  actor: Actor,
  given: {
    document: CardDocument
    file: GivenFile
    arrival: Arrival
    sealing: string | null
    recipientKey?: string | undefined
  }
): Promise<DocumentRecord> {
  const { document, file, sealing } = given
  const { bytes } = file
  if (bytes.length === 0) throw new UploadRefusedError('empty')
  if (sealing !== null) return sealedFileRecord(context, actor, { ...given, sealing })
  if (bytes.length > document.sizeBytesMax) {
    throw new UploadRefusedError('too-large', formatBytes(document.sizeBytesMax))
  }
  const name = cleanFileName(file.name)
  const now = context.clock.now()
  const mediaType = await checkFormat(bytes, { name, formats: document.formats })
  demandEnd(mediaType, bytes)
  return {
    ...described(given, now),
    id: newOwnedId(senderOf(actor), now),
    name,
    mediaType,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex')
  }
}

/** The hash of the key that files of a card are sealed to, or `null` where they are not. */
async function sealingOf(context: Context, card: ServiceCard): Promise<string | null> {
  if (!isSealed(card)) return null
  return hashOfKey((await demandSealingKey(context.db, card, context.clock.now())).recipient)
}

/** A file sealed to a key of before is for the unit to open, but it can be sealed again now. */
function demandSealedTo(sealing: string | null, recipientKey: string | null): void {
  if (sealing === recipientKey) return
  // The card was changed between the sending of the file and that of the form.
  if (sealing === null) throw new UploadRefusedError('type-refused')
  throw new UploadRefusedError(recipientKey === null ? 'in-the-clear' : 'other-key')
}

function sealedFileRecord(
  context: Context,
  actor: Actor,
  given: {
    document: CardDocument
    file: GivenFile
    arrival: Arrival
    sealing: string
    recipientKey?: string | undefined
  }
): DocumentRecord {
  const { bytes } = given.file
  const fault = sealedFault(bytes, bytes.length)
  if (fault === 'size-class') throw new UploadRefusedError('size-class')
  demandSealedTo(given.sealing, fault === null ? (given.recipientKey ?? null) : null)
  const most = sealedDocumentBytesMax(given.document.sizeBytesMax)
  if (bytes.length > most) {
    throw new UploadRefusedError('too-large', formatBytes(given.document.sizeBytesMax))
  }
  const now = context.clock.now()
  return {
    ...described(given, now),
    id: newOwnedId(senderOf(actor), now),
    name: `${given.document.code}.age`,
    ...sealedFacts(bytes)
  }
}

/** The sealed answers as a document of the case: read back, kept and erased like every other. */
function formRecord(
  context: Context,
  actor: Actor,
  { arrival, form }: { arrival: Arrival; form: CheckedForm }
): DocumentRecord {
  const now = context.clock.now()
  return {
    ...described({ document: { code: sealedFormType }, arrival }, now),
    id: newOwnedId(senderOf(actor), now),
    name: `${sealedFormType}.age`,
    ...sealedFacts(form.bytes)
  }
}

function sealedFacts(bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { mediaType: sealedMediaType, sizeBytes: bytes.length, sha256 }
}

function described(
  given: { document: Pick<CardDocument, 'code'>; arrival: Arrival },
  now: Temporal.Instant
) {
  const { channel, trackingNumber, officeCode, arrivedAt } = given.arrival
  return {
    type: given.document.code,
    channel,
    trackingNumber: trackingNumber ?? null,
    officeCode: officeCode ?? null,
    arrivedAt: arrivedAt ?? null,
    registeredAt: now
  }
}

/** Takes the uploads out of their sender's hands and brings all bytes to the applicant's bucket. */
function writer(
  actor: Actor,
  from: { uploads: readonly string[]; files: readonly { id: string; bytes: Uint8Array }[] }
) {
  return async (tx: Tx, applicant: string): Promise<void> => {
    const [sender, bucket] = [senderOf(actor), bucketOf(applicant)]
    const held = await holdUploads(tx, sender, from.uploads)
    // Another request of the same sender took one in the meantime.
    if (held.length !== from.uploads.length) throw new UploadNotFoundError()
    // In this order: bytes of which there is neither an upload nor a document are nobody's, and not seen.
    await moveChunks(tx, { from: bucketOf(sender), to: bucket, files: held })
    await takeUploads(tx, sender, held)
    for (const { id, bytes } of from.files) {
      for (let fromByte = 0; fromByte < bytes.length; fromByte += chunkBytesMax) {
        const content = bytes.subarray(fromByte, fromByte + chunkBytesMax)
        await insertChunk(tx, { bucket, file: id }, { fromByte, content })
      }
    }
  }
}
