import { toLatinDigits } from '../persian/index.ts'
import { fromBase64, fromHex, toBase64 } from '../tlog/index.ts'

/** What somebody has to know of a letter to ask whether it is genuine. */
export interface LetterCode {
  /** UUID of the letter. */
  readonly letter: string
  /** SHA-256 of the sealed file, base64. */
  readonly sha256: string
}

const idForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const hashBytes = 32

/** The code that stands beside a letter: `<id>.<SHA-256 of the sealed file, base64url>`, 80 characters. */
export function letterCheckCode({ letter, sha256 }: LetterCode): string {
  const hash = sha256.replaceAll('+', '-').replaceAll('/', '_').replace(/=$/, '')
  return `${letter}.${hash}`
}

/** The page that answers for a letter, below the origin of the desk; `/en` before it for English. */
export function letterCheckPath(of: LetterCode): string {
  return `/verify/letter?code=${letterCheckCode(of)}`
}

/**
 * Reads a code as people bring it: with spaces and line ends, in digits of any keyboard, or the whole address that a QR code holds.
 * @returns `null` where it is none.
 */
export function readLetterCode(text: string): LetterCode | null {
  const packed = toLatinDigits(text).replaceAll(/[\s\u200B-\u200F\u2066-\u2069]/g, '')
  const code = /(?:[?&](?:code|letter)=)([^&#]+)/.exec(packed)?.[1] ?? packed
  const [letter = '', hash = '', ...more] = code.split('.')
  return more.length > 0 ? null : letterCodeOf(letter, hash)
}

/**
 * The same of its two parts.
 * @param hash - SHA-256 in hexadecimal, base64 or base64url.
 */
export function letterCodeOf(letter: string, hash: string): LetterCode | null {
  const id = toLatinDigits(letter).trim().toLowerCase()
  const bytes = hashOf(toLatinDigits(hash).replaceAll(/\s/g, ''))
  return idForm.test(id) && bytes !== null ? { letter: id, sha256: toBase64(bytes) } : null
}

function hashOf(text: string): Uint8Array | null {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=$/, '')
  const bytes =
    text.length === hashBytes * 2 ? fromHex(text.toLowerCase()) : fromBase64(`${plain}=`)
  return bytes?.length === hashBytes ? bytes : null
}
