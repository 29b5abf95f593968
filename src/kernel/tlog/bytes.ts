import type { Result } from './result.ts'
import { failed, value } from './result.ts'

/** Latest second that this kernel takes: 9999-12-31T23:59:59Z, the last that RFC 3339 can write. */
export const latestSecond = 253_402_300_799

const encoder = new TextEncoder()
// A byte order mark is a byte like any other here: it would change what was hashed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) sextets[alphabet.charCodeAt(i)] = i

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The text of UTF-8 bytes, or `null` if they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** All parts, one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Whether two byte strings are the same. Not constant time: nothing here is secret. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i])
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Bytes of lower-case hexadecimal, or `null`. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  )
}

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0]
    const bits = (a << 16) | (b << 8) | c
    text += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63)
    text += i + 1 < bytes.length ? alphabet.charAt((bits >> 6) & 63) : '='
    text += i + 2 < bytes.length ? alphabet.charAt(bits & 63) : '='
  }
  return text
}

/**
 * Bytes of standard base64, or `null`. Only the one canonical spelling is taken: padding present,
 * unused bits zero, no line ends. Otherwise a changed character could leave the bytes as they were.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let [bits, held, offset] = [0, 0, 0]
  for (let i = 0; i < digits; i++) {
    const code = text.charCodeAt(i)
    const sextet = code < 128 ? (sextets[code] ?? -1) : -1
    if (sextet < 0) return null
    bits = ((bits << 6) | sextet) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[offset++] = (bits >> held) & 0xff
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null
}

/** A hash of 32 bytes in base64, or `null`. */
export function hashFromBase64(text: string): Uint8Array | null {
  const bytes = text.length === 44 ? fromBase64(text) : null
  return bytes?.length === 32 ? bytes : null
}

/** A whole number in ASCII decimal without leading zeroes, up to 2^53 - 1, or `null`. */
export function fromDecimal(text: string): number | null {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return null
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : null
}

/** The bytes of a file or of a text as a text; longer than `limitBytes` or not UTF-8 is refused. */
export function readText(
  input: Uint8Array | string,
  limitBytes: number
): Result<string, 'too-large' | 'not-utf-8'> {
  if (input.length > limitBytes) return failed('too-large')
  if (typeof input !== 'string') {
    const text = fromUtf8(input)
    return text === null ? failed('not-utf-8') : value(text)
  }
  if (!input.isWellFormed()) return failed('not-utf-8')
  return utf8(input).length > limitBytes ? failed('too-large') : value(input)
}

/** Big-endian 16 bits. */
export function u16(number: number): Uint8Array {
  return Uint8Array.of(number >> 8, number & 0xff)
}

/** Big-endian 32 bits. */
export function u32(number: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}

/** Big-endian 64 bits of a number up to 2^53 - 1. */
export function u64(number: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number))
  return bytes
}

/** Reads a byte string from the front; a read beyond the end gives `null`. */
export interface ByteReader {
  /** So many bytes, or `null`. */
  take(count: number): Uint8Array | null
  /** Big-endian number of `width` bytes; `null` also beyond 2^53 - 1. */
  number(width: 1 | 2 | 4 | 8): number | null
  /** What is left; never fails. */
  rest(): Uint8Array
}

/** A reader of `bytes`; what it gives are views, not copies. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let offset = 0
  const take = (count: number) => {
    if (offset + count > bytes.length) return null
    offset += count
    return bytes.subarray(offset - count, offset)
  }
  return {
    take,
    number: (width) => {
      const taken = take(width)
      if (taken === null) return null
      const number = taken.reduce((sum, byte) => sum * 256 + byte, 0)
      return Number.isSafeInteger(number) ? number : null
    },
    rest: () => take(bytes.length - offset) ?? new Uint8Array()
  }
}

/** Whether a number is a whole number from 0 to 2^53 - 1. */
export function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0
}
