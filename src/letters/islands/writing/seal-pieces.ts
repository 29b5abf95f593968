import {
  type Addressing,
  type StreamedDraft,
  portableSealPrimitives,
  readSealedHead,
  sealStream,
  sizeClassOf,
  tokenHashOf
} from '../../../kernel/seal/index.ts'
import { sha256, toBase64, utf8 } from '../../../kernel/tlog/index.ts'
import { Gathered } from '../reading/gather-pieces.ts'

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
