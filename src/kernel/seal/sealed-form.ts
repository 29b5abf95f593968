import { letterLimits } from './letter.ts'
import { paddedLength } from './padding.ts'

const chunkBytes = 65_536
const tagBytes = 16
const nonceBytes = 16
const macBytes = 43
const firstLine = 'age-encryption.org/v1\n'
const headBytesMax = 4096
const lineEnd = 0x0a
const space = 0x20
const stanzaMark = '-> '
const macMark = '--- '
const typeBytesMax = 64

/** Most bytes of a sealed letter: the largest content with its signatures, padded and sealed. */
export const sealedBytesMax = sealedLength(paddedLength(letterLimits.letterBytes + 65_536))

/** What can be seen of a sealed letter from outside: the head of its age file. */
export interface SealedHead {
  readonly headBytes: number
  /** Types of its recipient stanzas, in their order. */
  readonly stanzas: readonly string[]
}

/**
 * Reads the head of a binary age v1 file.
 * @param bytes - The first 4 KiB, or all.
 * @returns `null` for what is none, or has a longer head than one recipient needs.
 * @see https://age-encryption.org/v1
 */
export function readSealedHead(bytes: Uint8Array): SealedHead | null {
  const head = bytes.subarray(0, headBytesMax)
  if (!standsAt(head, 0, firstLine)) return null
  const stanzas: string[] = []
  let from = firstLine.length
  for (;;) {
    const end = head.indexOf(lineEnd, from)
    if (end === -1) return null
    if (standsAt(head, from, macMark)) {
      return end === from + macMark.length + macBytes ? { headBytes: end + 1, stanzas } : null
    }
    if (standsAt(head, from, stanzaMark)) {
      stanzas.push(firstWord(head.subarray(from + stanzaMark.length, end)))
    }
    from = end + 1
  }
}

function standsAt(bytes: Uint8Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    if (bytes[from + i] !== text.charCodeAt(i)) return false
  }
  return true
}

/** Up to the first space; no type of a stanza is longer than what is looked at. */
function firstWord(line: Uint8Array): string {
  const end = line.subarray(0, typeBytesMax).indexOf(space)
  return String.fromCharCode(...line.subarray(0, end === -1 ? typeBytesMax : end))
}

/** Stanza of ML-KEM-768 with X25519, as `age1pq1…` recipients have it. */
export const hybridStanza = 'mlkem768x25519'

/**
 * The padded length of what was sealed, from the length of the file; `null` where no padding gives it.
 * @param fileBytes - Of the whole file.
 */
export function sizeClassOf(fileBytes: number, headBytes: number): number | null {
  const payload = fileBytes - headBytes - nonceBytes
  const chunks = Math.ceil(payload / (chunkBytes + tagBytes))
  const padded = payload - chunks * tagBytes
  if (chunks < 1 || padded <= (chunks - 1) * chunkBytes) return null
  return paddedLength(padded) === padded ? padded : null
}

/** Length of the file of a hybrid recipient that holds so much padded content. */
function sealedLength(padded: number): number {
  return headBytesMax + nonceBytes + padded + Math.ceil(padded / chunkBytes) * tagBytes
}
