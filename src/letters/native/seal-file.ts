import { randomFillSync } from 'node:crypto'
import { type AgeStanza, formatAgeHeader, toBareBase64 } from '../../kernel/seal/index.ts'
import type { Pieces } from '../../kernel/seal/index.ts'
import type { AgeRecipient } from './age-keys.ts'
import { chunkBytes, chunkNonces, sealChunk, sealedChunkBytes, tagBytes } from './chunks.ts'
import { fileKeyBytes, wrapFileKey } from './file-key.ts'
import { hkdf, hmac } from './hkdf.ts'

const nonceBytes = 16
const noSalt = Buffer.alloc(32)
const headerInfo = Buffer.from('header')
const payloadInfo = Buffer.from('payload')

interface Begun {
  /** Header and nonce of the payload. */
  readonly head: Uint8Array
  readonly payloadKey: Uint8Array
}

/** @throws If the recipient's key is of small order. */
function begin(to: AgeRecipient): Begun {
  const random = randomFillSync(Buffer.alloc(fileKeyBytes + nonceBytes))
  const fileKey = random.subarray(0, fileKeyBytes)
  const nonce = random.subarray(fileKeyBytes)
  const header = headerOf(wrapFileKey(fileKey, to), fileKey)
  const payloadKey = hkdf(fileKey, { salt: nonce, info: payloadInfo })
  return { head: Buffer.concat([header, nonce]), payloadKey }
}

function headerOf(stanza: AgeStanza, fileKey: Uint8Array): Buffer {
  const text = formatAgeHeader(stanza)
  const mac = hmac(hkdf(fileKey, { salt: noSalt, info: headerInfo }), Buffer.from(text))
  return Buffer.from(`${text} ${toBareBase64(mac)}\n`)
}

/** An age file of all parts, one after the other. @throws If the recipient's key is of small order. */
export function sealFile(to: AgeRecipient, parts: readonly Uint8Array[]): Uint8Array {
  const { head, payloadKey } = begin(to)
  const plainBytes = parts.reduce((sum, part) => sum + part.length, 0)
  const chunks = Math.max(1, Math.ceil(plainBytes / chunkBytes))
  // Not of the pool: the file is handed out, and kept.
  const file = Buffer.allocUnsafeSlow(head.length + plainBytes + chunks * tagBytes)
  file.set(head)
  let at = head.length
  const nonces = chunkNonces()
  let chunk = 0
  for (const chunkParts of inChunks(parts, chunks)) {
    chunk += 1
    const nonce = nonces.next(chunk === chunks)
    at = sealChunk({ key: payloadKey, nonce }, chunkParts, { target: file, at })
  }
  return file
}

/** The parts cut at the ends of chunks; no byte is copied. */
function* inChunks(parts: readonly Uint8Array[], chunks: number): Generator<Uint8Array[]> {
  let gathered: Uint8Array[] = []
  let free = chunkBytes
  let given = 0
  for (const part of parts) {
    for (let from = 0; from < part.length;) {
      const piece = part.subarray(from, from + free)
      gathered.push(piece)
      from += piece.length
      free -= piece.length
      if (free === 0) {
        yield gathered
        given += 1
        gathered = []
        free = chunkBytes
      }
    }
  }
  if (given < chunks) yield gathered
}

/**
 * An age file while its plain text is read.
 * @throws At once if the recipient's key is of small order.
 */
export function sealFileStream(to: AgeRecipient, plain: Pieces): Pieces {
  const { head, payloadKey } = begin(to)
  return sealedPieces(head, payloadKey, plain)
}

async function* sealedPieces(
  head: Uint8Array,
  payloadKey: Uint8Array,
  plain: Pieces
): AsyncGenerator<Uint8Array> {
  yield head
  const nonces = chunkNonces()
  // One target for all chunks: a piece is its reader's until the next is asked for.
  const target = Buffer.allocUnsafeSlow(sealedChunkBytes)
  const sealed = (chunk: Uint8Array, isLast: boolean) => {
    const key = { key: payloadKey, nonce: nonces.next(isLast) }
    return target.subarray(0, sealChunk(key, [chunk], { target, at: 0 }))
  }
  // What is held over to the next piece is copied: whoever gives pieces may use their bytes again.
  const held = Buffer.allocUnsafeSlow(chunkBytes)
  let heldBytes = 0
  for await (const piece of plain) {
    for (let from = 0; from < piece.length;) {
      // A full chunk is sealed once more follows: only then it is not the last.
      if (heldBytes === chunkBytes) {
        yield sealed(held, false)
        heldBytes = 0
      }
      if (heldBytes === 0 && piece.length - from > chunkBytes) {
        yield sealed(piece.subarray(from, from + chunkBytes), false)
        from += chunkBytes
        continue
      }
      const part = piece.subarray(from, from + chunkBytes - heldBytes)
      held.set(part, heldBytes)
      heldBytes += part.length
      from += part.length
    }
  }
  yield sealed(held.subarray(0, heldBytes), true)
}
