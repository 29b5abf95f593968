import { type Cleaned, nameAt, together, viewOf } from './bytes.ts'

const needed = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH'])
// Of the flags in VP8X only transparency: no profile, Exif, XMP or animation is left.
const alphaFlag = 0x10

/**
 * A still WebP with nothing but its picture: no Exif, XMP, profile, unknown chunk, or anything behind
 * its end.
 * @returns `null` where its structure breaks off, or it moves.
 */
export function cleanWebp(bytes: Uint8Array): Cleaned | null {
  if (bytes.length < 20 || nameAt(bytes, 8) !== 'WEBP') return null
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const chunks = new Map<string, Uint8Array>()
  let place = 12
  while (place + 8 <= end) {
    const length = view.getUint32(place + 4, true)
    const next = place + 8 + length + (length & 1)
    if (next > end) return null
    const name = nameAt(bytes, place)
    if (needed.has(name) && !chunks.has(name)) chunks.set(name, bytes.slice(place, next))
    place = next
  }
  const size = sizeOf(chunks)
  if (size === null) return null
  const flags = chunks.get('VP8X')
  if (flags !== undefined) flags[8] = (flags[8] ?? 0) & alphaFlag
  const kept = ['VP8X', 'ALPH', 'VP8 ', 'VP8L'].flatMap((name) => chunks.get(name) ?? [])
  const body = together(kept)
  const head = bytes.slice(0, 12)
  viewOf(head).setUint32(4, 4 + body.length, true)
  return { ...size, bytes: together([head, body]) }
}

/** Width and height as the picture itself says them; `null` where there is no picture. */
function sizeOf(chunks: ReadonlyMap<string, Uint8Array>): { width: number; height: number } | null {
  const lossy = chunks.get('VP8 ')
  if (lossy !== undefined && lossy.length >= 18) {
    const view = viewOf(lossy)
    const size = {
      width: view.getUint16(14, true) & 0x3fff,
      height: view.getUint16(16, true) & 0x3fff
    }
    return size.width > 0 && size.height > 0 ? size : null
  }
  const lossless = chunks.get('VP8L')
  if (lossless === undefined || lossless.length < 13 || lossless[8] !== 0x2f) return null
  const packed = viewOf(lossless).getUint32(9, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
}
