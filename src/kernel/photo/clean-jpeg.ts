import { type Cleaned, together, viewOf } from './bytes.ts'
import { orientationOf, orientationSegment } from './orientation.ts'

// ITU-T T.81, table B.1.
const markers = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app14: 0xee }
const frames = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf
])
// Huffman, arithmetic and quantisation tables, restart interval, number of lines; the colour transform.
const needed = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, markers.app14])

interface Segment {
  readonly marker: number
  /** From the marker to the end of the segment. */
  readonly bytes: Uint8Array
}

/**
 * A JPEG with nothing but its picture and the way up. Applications' segments (Exif, XMP, IPTC, profiles),
 * comments, and all behind the end marker are left out.
 * @returns `null` where its structure breaks off or holds no frame and no scan.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned | null {
  const read = segmentsOf(bytes)
  if (read === null) return null
  const frame = read.find(({ marker }) => frames.has(marker))
  if (frame === undefined || frame.bytes.length < 10) return null
  if (!read.some(({ marker }) => marker === markers.scan)) return null
  const [height, width] = [viewOf(frame.bytes).getUint16(5), viewOf(frame.bytes).getUint16(7)]
  if (width === 0 || height === 0) return null
  const orientation = read
    .filter(({ marker }) => marker === markers.app1)
    .map((segment) => orientationOf(segment.bytes))
    .find((found) => found !== null)
  const kept = read.filter(
    ({ marker }) => frames.has(marker) || needed.has(marker) || marker === markers.scan
  )
  return {
    width,
    height,
    bytes: together([
      Uint8Array.of(0xff, markers.start),
      ...(orientation == null ? [] : [orientationSegment(orientation)]),
      ...kept.map((segment) => segment.bytes),
      Uint8Array.of(0xff, markers.end)
    ])
  }
}

/** All segments up to the end marker, each scan with its coded data; `null` where there is no end. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = []
  const view = viewOf(bytes)
  let place = 2
  while (place + 4 <= bytes.length || bytes[place + 1] === markers.end) {
    if (bytes[place] !== 0xff) return null
    const marker = bytes[place + 1] ?? 0
    if (marker === 0xff) {
      // A marker may have fill bytes before it.
      place += 1
      continue
    }
    if (marker === markers.end) return segments
    if (marker < 0xc0 || marker === markers.start) return null
    const length = view.getUint16(place + 2)
    const dataFrom = place + 2 + length
    if (length < 2 || dataFrom > bytes.length) return null
    const until = marker === markers.scan ? endOfScan(bytes, dataFrom) : dataFrom
    segments.push({ marker, bytes: bytes.subarray(place, until) })
    place = until
  }
  return null
}

/** Where coded data ends: before the next marker that is neither a stuffed 0xff nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let place = bytes.indexOf(0xff, from)
  while (place !== -1) {
    const next = bytes[place + 1] ?? 0
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isData && next !== 0xff) return place
    place = bytes.indexOf(0xff, place + (isData ? 2 : 1))
  }
  return bytes.length
}
