import { type Cipheriv, type Decipheriv, createCipheriv, createDecipheriv } from 'node:crypto'

/** Plain text of one chunk of an age payload; only the last may be shorter. */
export const chunkBytes = 65_536
/** Bytes that stand behind each chunk. */
export const tagBytes = 16
/** A whole chunk, sealed. */
export const sealedChunkBytes = chunkBytes + tagBytes

/** Nonces of a payload's chunks: 11 bytes that count, one that is 1 for the last. */
export interface ChunkNonces {
  next(isLast: boolean): Uint8Array
}

/** Counts from zero; a payload of 2^32 chunks would be of 256 TiB. */
export function chunkNonces(): ChunkNonces {
  const nonce = Buffer.alloc(12)
  let count = 0
  return {
    next: (isLast) => {
      nonce.writeUInt32BE(count++, 7)
      nonce[11] = isLast ? 1 : 0
      return nonce
    }
  }
}

/**
 * What a cipher is given at once. It answers in memory of its own: pieces of this size come from, and go back to,
 * memory that the processor's cache holds. And it copies each answer into memory that lies right behind it: a
 * power of two would put the two a few bytes apart modulo a page, where some processors copy twenty times slower.
 */
const stepBytes = 22_016

/** The key and nonce of one chunk. */
export interface ChunkKey {
  readonly key: Uint8Array
  readonly nonce: Uint8Array
}

/**
 * Seals a chunk into a target: its parts one after the other, then the tag.
 * @returns Where what was written ends.
 */
export function sealChunk(
  { key, nonce }: ChunkKey,
  parts: readonly Uint8Array[],
  into: { readonly target: Uint8Array; readonly at: number }
): number {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
  let { at } = into
  for (const part of parts) at = passThrough(cipher, part, { target: into.target, at })
  cipher.final()
  into.target.set(cipher.getAuthTag(), at)
  return at + tagBytes
}

/**
 * Opens a chunk into a target. Bytes of a chunk that is refused stand there too: hand the target to nobody.
 * @returns Where what was written ends; `null` where its tag does not hold.
 */
export function openChunk(
  { key, nonce }: ChunkKey,
  sealed: Uint8Array,
  into: { readonly target: Uint8Array; readonly at: number }
): number | null {
  if (sealed.length < tagBytes) return null
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
  cipher.setAuthTag(sealed.subarray(-tagBytes))
  const end = passThrough(cipher, sealed.subarray(0, -tagBytes), into)
  try {
    cipher.final()
    return end
  } catch {
    return null
  }
}

function passThrough(
  cipher: Cipheriv | Decipheriv,
  bytes: Uint8Array,
  into: { readonly target: Uint8Array; readonly at: number }
): number {
  let { at } = into
  for (let from = 0; from < bytes.length; from += stepBytes) {
    const passed = cipher.update(bytes.subarray(from, from + stepBytes))
    into.target.set(passed, at)
    at += passed.length
    release(passed)
  }
  return at
}

/** Gives memory back at once, its bytes having been copied: the garbage collector would take its time. */
function release(bytes: Uint8Array): void {
  const { buffer } = bytes
  if (buffer.byteLength === bytes.length && buffer instanceof ArrayBuffer) buffer.transfer(0)
}
