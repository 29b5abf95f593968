import {
  type Addressing,
  type Pieces,
  type StreamedDraft,
  portableSealPrimitives,
  readSealedHead,
  sealStream,
  sizeClassOf,
  tokenHashOf
} from '../../../kernel/seal/index.ts'
import { concat, sha256, toBase64, utf8 } from '../../../kernel/tlog/index.ts'

/** What the server is told of a sealed file. */
export interface SealingWords {
  readonly recipientKey: string
  readonly sizeClass: number
  readonly sha256: string
  readonly tokenHash: string
}

/** A sealed file, where the browser keeps it: on the disk where it is large. */
export interface SealedBlob {
  readonly file: Blob
  readonly words: SealingWords
}

const headBytes = 4096
// What was sealed is given to the browser in pieces of this size: no more of it is in the page's memory.
const partBytes = 1_048_576

/**
 * Seals a letter piece by piece: of its attachments no more than a piece is ever held.
 * @throws {AttachmentChangedError} If a file was changed meanwhile.
 * @throws {DOMException} If a file cannot be read any more.
 */
export async function sealToBlob(draft: StreamedDraft, to: Addressing): Promise<SealedBlob> {
  const sealed = await sealStream(draft, to)
  if (!sealed.ok) throw new Error(sealed.reason)
  const { file: pieces, token } = sealed.value
  const hash = portableSealPrimitives.runningHash()
  const gathered = new Gathered()
  for await (const piece of pieces) {
    hash.update(piece)
    gathered.add(piece)
  }
  const words = {
    recipientKey: keyHashOf(to.recipient),
    sizeClass: sealedClassOf(gathered.head, gathered.bytes),
    sha256: toBase64(hash.digest()),
    tokenHash: tokenHashOf(token)
  }
  return { file: gathered.blob(), words }
}

/** Pieces as a file of the browser: no more than one of its parts is in the page's memory. */
export async function gatherPieces(pieces: Pieces): Promise<Blob> {
  const gathered = new Gathered()
  for await (const piece of pieces) gathered.add(piece)
  return gathered.blob()
}

/** Pieces on their way into a file of the browser. */
class Gathered {
  bytes = 0
  /** The first {@link headBytes} of them. */
  head = new Uint8Array()
  readonly #parts: Blob[] = []
  #held: Uint8Array<ArrayBuffer>[] = []
  #heldBytes = 0

  add(piece: Uint8Array): void {
    const own = piece.slice()
    if (this.bytes < headBytes) this.head = concat(this.head, own).slice(0, headBytes)
    this.#held.push(own)
    this.#heldBytes += own.length
    this.bytes += own.length
    if (this.#heldBytes >= partBytes) this.#pass()
  }

  blob(): Blob {
    if (this.#heldBytes > 0) this.#pass()
    return new Blob(this.#parts)
  }

  #pass(): void {
    this.#parts.push(new Blob(this.#held))
    this.#held = []
    this.#heldBytes = 0
  }
}

/** What the server is told of a sealed file that is held. */
export function sealingOf(of: {
  readonly file: Uint8Array
  readonly token: Uint8Array
  readonly sealedTo: string
}): SealingWords {
  return {
    recipientKey: keyHashOf(of.sealedTo),
    sizeClass: sealedClassOf(of.file, of.file.length),
    sha256: toBase64(sha256(of.file)),
    tokenHash: tokenHashOf(of.token)
  }
}

function keyHashOf(recipient: string): string {
  return toBase64(sha256(utf8(recipient)))
}

/** The padded length of what was sealed. */
function sealedClassOf(start: Uint8Array, bytes: number): number {
  const head = readSealedHead(start)
  const sizeClass = head === null ? null : sizeClassOf(bytes, head.headBytes)
  if (sizeClass === null) throw new RangeError('what was sealed here has no head of a letter')
  return sizeClass
}
