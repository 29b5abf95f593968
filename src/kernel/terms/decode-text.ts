import { both, type Problem } from './problem.ts'

/** Largest file that is read, in bytes: both agreements together are a third of it. */
export const fileSizeBytesMax = 524_288

/** The text of a file, or why there is none to read. */
export type Decoded = { ok: true; text: string } | { ok: false; problem: Problem }

/**
 * Reads bytes as UTF-8 and says where they stop being it. A byte order mark is left out.
 * Text that is handed over as a string is only measured.
 */
export function decodeText(source: string | Uint8Array): Decoded {
  const sizeBytes = typeof source === 'string' ? utf8Length(source) : source.byteLength
  if (sizeBytes > fileSizeBytesMax) return refuse(1, 1, tooLarge(sizeBytes))
  if (typeof source === 'string') return { ok: true, text: source.replace(/^\uFEFF/, '') }
  if (isUtf16(source)) {
    return refuse(
      1,
      1,
      both(
        'فایل با UTF-16 ذخیره شده است؛ آن را با رمزگذاری UTF-8 ذخیره کنید.',
        'The file is saved as UTF-16; save it as UTF-8.'
      )
    )
  }
  const text = new TextDecoder('utf-8').decode(source)
  const broken = firstBrokenByte(source)
  if (broken === null) return { ok: true, text }
  const before = new TextDecoder('utf-8').decode(source.subarray(0, broken)).split('\n')
  return refuse(
    before.length,
    (before.at(-1) ?? '').length + 1,
    both(
      'از این‌جا بایت‌ها UTF-8 درست نیستند؛ فایل را با رمزگذاری UTF-8 ذخیره کنید.',
      'From here on the bytes are not valid UTF-8; save the file as UTF-8.'
    )
  )
}

function refuse(line: number, column: number, text: Problem['text']): Decoded {
  return { ok: false, problem: { line, column, path: '', text } }
}

const kib = (bytes: number) => String(Math.ceil(bytes / 1024))

function tooLarge(sizeBytes: number): Problem['text'] {
  return both(
    `فایل بزرگ‌تر از اندازه است (${kib(sizeBytes)} KiB)؛ بیشینه ${kib(fileSizeBytesMax)} KiB است.`,
    `The file is too large (${kib(sizeBytes)} KiB); the most is ${kib(fileSizeBytesMax)} KiB.`
  )
}

function utf8Length(text: string): number {
  // Cheap upper bound first: a UTF-16 unit never takes more than three bytes.
  return text.length * 3 <= fileSizeBytesMax ? text.length : new TextEncoder().encode(text).length
}

function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
}

/** Offset of the first byte that no UTF-8 text has there, or `null`. */
function firstBrokenByte(bytes: Uint8Array): number | null {
  if (isUtf8(bytes, { stream: false })) return null
  // A prefix of a good text is good where a cut character at its end is forgiven: halve the range.
  let [good, bad] = [0, bytes.length + 1]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) good = middle
    else bad = middle
  }
  return Math.min(good, bytes.length - 1)
}

function isUtf8(bytes: Uint8Array, options: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options)
    return true
  } catch {
    return false
  }
}
