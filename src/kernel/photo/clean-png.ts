import { type Cleaned, nameAt, together, viewOf } from './bytes.ts'

const signatureBytes = 8
// W3C PNG, chapter 11: the picture, and how its colours and pixels are meant.
const needed = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs'
])

/**
 * A PNG with nothing but its picture: no texts, times, Exif, profiles, animation, or anything behind its
 * end.
 * @returns `null` where its structure breaks off, or a checksum is wrong.
 */
export function cleanPng(bytes: Uint8Array): Cleaned | null {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)]
  const names: string[] = []
  let place = signatureBytes
  while (names.at(-1) !== 'IEND') {
    if (place + 12 > bytes.length) return null
    const length = view.getUint32(place)
    const end = place + 12 + length
    if (end > bytes.length) return null
    const name = nameAt(bytes, place + 4)
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(place + 4, end - 4))) return null
    if (needed.has(name)) {
      kept.push(bytes.subarray(place, end))
      names.push(name)
    }
    place = end
  }
  if (names[0] !== 'IHDR' || !names.includes('IDAT')) return null
  const [width, height] = [view.getUint32(signatureBytes + 8), view.getUint32(signatureBytes + 12)]
  if (width === 0 || height === 0) return null
  return { width, height, bytes: together(kept) }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
