import { viewOf } from './bytes.ts'

const exifName = [0x45, 0x78, 0x69, 0x66, 0, 0]
const headerBytes = 4
const orientationTag = 0x0112
const entryBytes = 12

/**
 * The way up of a picture, 2..8, as its Exif segment says it; `null` where it says none or that it is as
 * it should be. Whatever else stands there is not read.
 * @param segment - A JPEG segment APP1, from its marker on.
 */
export function orientationOf(segment: Uint8Array): number | null {
  if (!exifName.every((byte, i) => segment[headerBytes + i] === byte)) return null
  const tiff = segment.subarray(headerBytes + exifName.length)
  if (tiff.length < 8) return null
  const view = viewOf(tiff)
  const isLittle = tiff[0] === 0x49
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, isLittle)
  for (let i = 0; i < entries; i += 1) {
    const place = directory + 2 + i * entryBytes
    if (place + entryBytes > tiff.length) return null
    if (view.getUint16(place, isLittle) !== orientationTag) continue
    const orientation = view.getUint16(place + 8, isLittle)
    return orientation >= 2 && orientation <= 8 ? orientation : null
  }
  return null
}

/** An Exif segment that says the way up and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    // One entry: the tag, a short, one of them, its value; no further directory.
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  ]
  const length = 2 + exifName.length + tiff.length
  return Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff, ...exifName, ...tiff)
}
