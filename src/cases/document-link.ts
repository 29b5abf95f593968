import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What a link leads to, for whom, and since when. */
export interface DocumentLink {
  readonly case: string
  readonly document: string
  /** Id of the actor whose link it is; nobody else's opens. */
  readonly reader: string
  /** Whole seconds count. */
  readonly madeAt: Temporal.Instant
}

/** A link opens for as long as this. */
export const linkSeconds = 600

const [idBytes, readerBytes, timeBytes, proofBytes] = [16, 16, 4, 32]
const payloadBytes = 2 * idBytes + readerBytes + timeBytes
const linkForm = /^[A-Za-z0-9_-]{112}$/

/** The text of a link: what it leads to, and a proof that this installation made it (HMAC-SHA-256). */
export function linkText(link: DocumentLink, secret: Uint8Array): string {
  const made = Buffer.alloc(timeBytes)
  made.writeUInt32BE(secondsOf(link.madeAt))
  const payload = Buffer.concat([
    bytesOf(link.case),
    bytesOf(link.document),
    readerMark(link.reader),
    made
  ])
  return Buffer.concat([payload, proofOf(payload, secret)]).toString('base64url')
}

/** A link as it was sent, its proof not checked yet. */
export interface SentLink extends Omit<DocumentLink, 'reader'> {
  /** Whether it is this actor's. */
  isOf(reader: string): boolean
  /** Whether this secret made it. */
  isMadeBy(secret: Uint8Array): boolean
}

/** Reads a link; `null` for what this program cannot have made. */
export function readLink(text: string): SentLink | null {
  const bytes = linkForm.test(text) ? Buffer.from(text, 'base64url') : null
  if (bytes?.length !== payloadBytes + proofBytes) return null
  const payload = bytes.subarray(0, payloadBytes)
  const reader = payload.subarray(2 * idBytes, 2 * idBytes + readerBytes)
  const seconds = payload.readUInt32BE(payloadBytes - timeBytes)
  return {
    case: idOf(payload.subarray(0, idBytes)),
    document: idOf(payload.subarray(idBytes, 2 * idBytes)),
    madeAt: Temporal.Instant.fromEpochMilliseconds(seconds * 1000),
    isOf: (actor) => timingSafeEqual(readerMark(actor), reader),
    isMadeBy: (secret) => timingSafeEqual(proofOf(payload, secret), bytes.subarray(payloadBytes))
  }
}

function proofOf(payload: Uint8Array, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update('peyman/document-link/v1\n').update(payload).digest()
}

function readerMark(actor: string): Buffer {
  return createHash('sha256').update(actor).digest().subarray(0, readerBytes)
}

function secondsOf(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000)
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function idOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}
