import { timingSafeEqual } from 'node:crypto'
import {
  type AgeFault,
  type AgeHeader,
  DamagedFileError,
  type Pieces,
  mayBecomeHeader,
  parseAgeHeader
} from '../../kernel/seal/index.ts'
import { type Result, failed, value } from '../../kernel/tlog/index.ts'
import type { AgeIdentity } from './age-keys.ts'
import {
  type ChunkKey,
  chunkBytes,
  chunkNonces,
  openChunk,
  sealedChunkBytes,
  tagBytes
} from './chunks.ts'
import { fileKeyBytes, unwrapFileKey } from './file-key.ts'
import { hkdf, hmac } from './hkdf.ts'

const nonceBytes = 16
const noSalt = Buffer.alloc(32)
const headerInfo = Buffer.from('header')
const payloadInfo = Buffer.from('payload')

/** The plain text of an age file. */
export function openFile(file: Uint8Array, own: AgeIdentity): Result<Uint8Array, AgeFault> {
  const opened = openHead(file, own)
  if (!opened.ok) return opened
  const { payloadKey, from } = opened.value
  const sealed = file.length - from
  const chunks = Math.max(1, Math.ceil(sealed / sealedChunkBytes))
  if (sealed - (chunks - 1) * sealedChunkBytes < tagBytes) return failed('age-damaged')
  const plain = Buffer.allocUnsafeSlow(sealed - chunks * tagBytes)
  const nonces = chunkNonces()
  let at = 0
  for (let chunk = 1; chunk <= chunks; chunk++) {
    const start = from + (chunk - 1) * sealedChunkBytes
    const piece = file.subarray(start, start + sealedChunkBytes)
    const nonce = nonces.next(chunk === chunks)
    const end = openChunk({ key: payloadKey, nonce }, piece, { target: plain, at })
    if (end === null || (end === at && chunk > 1)) return failed('age-damaged')
    at = end
  }
  return value(plain)
}

/** The plain text of an age file while it is read. */
export async function openFileStream(
  file: Pieces,
  own: AgeIdentity
): Promise<Result<Pieces, AgeFault>> {
  const iterator = file[Symbol.asyncIterator]()
  let start: Uint8Array = new Uint8Array()
  const isComplete = () => {
    const header = mayBecomeHeader(start) ? null : parseAgeHeader(start)
    return header === null ? !mayBecomeHeader(start) : start.length >= header.bytes + nonceBytes
  }
  while (!isComplete()) {
    const next = await iterator.next()
    if (next.done === true) break
    start = Buffer.concat([start, next.value])
  }
  const opened = openHead(start, own)
  if (!opened.ok) {
    await iterator.return?.()
    return opened
  }
  const { payloadKey, from } = opened.value
  return value(openedPieces(payloadKey, after(start.subarray(from), iterator)))
}

async function* after(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>
): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

async function* openedPieces(payloadKey: Uint8Array, sealed: Pieces): AsyncGenerator<Uint8Array> {
  const nonces = chunkNonces()
  const chunk = Buffer.allocUnsafeSlow(sealedChunkBytes)
  // One target for all chunks: a piece is its reader's until the next is asked for.
  const target = Buffer.allocUnsafeSlow(chunkBytes)
  let held = 0
  let isFirst = true
  for await (const piece of sealed) {
    for (let from = 0; from < piece.length;) {
      // A full chunk is opened once more follows: only then it is not the last.
      if (held === chunk.length) {
        yield openedChunk({ key: payloadKey, nonce: nonces.next(false) }, chunk, target)
        held = 0
        isFirst = false
      }
      const part = piece.subarray(from, from + chunk.length - held)
      chunk.set(part, held)
      held += part.length
      from += part.length
    }
  }
  const key = { key: payloadKey, nonce: nonces.next(true) }
  const last = openedChunk(key, chunk.subarray(0, held), target)
  if (last.length === 0 && !isFirst) throw new DamagedFileError('the last chunk is empty')
  yield last
}

/** @throws {DamagedFileError} */
function openedChunk(key: ChunkKey, sealed: Uint8Array, target: Buffer): Uint8Array {
  const end = openChunk(key, sealed, { target, at: 0 })
  if (end === null) throw new DamagedFileError('the file is cut off or changed')
  return target.subarray(0, end)
}

interface OpenedHead {
  readonly payloadKey: Uint8Array
  /** Where the payload begins. */
  readonly from: number
}

function openHead(file: Uint8Array, own: AgeIdentity): Result<OpenedHead, AgeFault> {
  const header = parseAgeHeader(file)
  if (header === null) return failed('age-damaged')
  const fileKey = fileKeyOf(header, own)
  if (!fileKey.ok) return fileKey
  const macKey = hkdf(fileKey.value, { salt: noSalt, info: headerInfo })
  if (!timingSafeEqual(hmac(macKey, file.subarray(0, header.macBytes)), header.mac)) {
    return failed('age-damaged')
  }
  const from = header.bytes + nonceBytes
  const nonce = file.subarray(header.bytes, from)
  if (nonce.length !== nonceBytes) return failed('age-damaged')
  return value({ payloadKey: hkdf(fileKey.value, { salt: nonce, info: payloadInfo }), from })
}

function fileKeyOf(
  { stanzas }: AgeHeader,
  own: AgeIdentity
): Result<Uint8Array, 'age-damaged' | 'age-other-recipient'> {
  for (const stanza of stanzas) {
    const fileKey = unwrapFileKey(stanza, own)
    if (fileKey === 'malformed') return failed('age-damaged')
    if (fileKey?.length === fileKeyBytes) return value(fileKey)
  }
  return failed('age-other-recipient')
}
