import { inflateSync } from 'node:zlib'

// W3C PNG, 11.2.1: samples of a pixel by the type of colour, and the depths that each may have.
const colourTypes: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] }
}
// Adam7: first column and row of each pass, and the steps between its pixels.
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2]
] as const
const filterMax = 4

interface Header {
  readonly width: number
  readonly height: number
  readonly bitsPerPixel: number
  readonly isPalette: boolean
  readonly isInterlaced: boolean
}

/**
 * Whether a PNG of sound chunks is a picture to its last pixel: its data is one whole stream of exactly
 * as many bytes as its size and colours ask for, each line with a filter that there is.
 * @param bytes - As `cleanPhoto` gives it: checksums and order of chunks are right.
 */
export function isWholePng(bytes: Uint8Array): boolean {
  const chunks = chunksOf(bytes)
  const header = headerOf(chunks.find(({ name }) => name === 'IHDR')?.data)
  if (header === null) return false
  if (header.isPalette && !chunks.some(({ name, data }) => name === 'PLTE' && isPalette(data)))
    return false
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data))
  const lines = linesOf(header)
  const size = lines.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0)
  const pixels = inflated(packed, size)
  return pixels !== null && pixels.length === size && areFiltered(pixels, lines)
}

function chunksOf(bytes: Uint8Array): { name: string; data: Uint8Array }[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: { name: string; data: Uint8Array }[] = []
  for (let place = 8; place + 12 <= buffer.length;) {
    const length = buffer.readUInt32BE(place)
    const name = buffer.toString('latin1', place + 4, place + 8)
    chunks.push({ name, data: buffer.subarray(place + 8, place + 8 + length) })
    place += 12 + length
  }
  return chunks
}

function headerOf(data: Uint8Array | undefined): Header | null {
  if (data?.length !== 13) return null
  const view = Buffer.from(data)
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = data.subarray(8)
  const type = colourTypes[colour]
  const isKnown = compression === 0 && filter === 0 && interlace <= 1
  if (type?.depths.includes(depth) !== true || !isKnown) return null
  return {
    width: view.readUInt32BE(0),
    height: view.readUInt32BE(4),
    bitsPerPixel: type.samples * depth,
    isPalette: colour === 3,
    isInterlaced: interlace === 1
  }
}

function isPalette({ length }: Uint8Array): boolean {
  return length > 0 && length <= 768 && length % 3 === 0
}

interface Lines {
  readonly rows: number
  readonly rowBytes: number
}

function linesOf({ width, height, bitsPerPixel, isInterlaced }: Header): Lines[] {
  const bytesOf = (pixels: number) => Math.ceil((pixels * bitsPerPixel) / 8)
  if (!isInterlaced) return [{ rows: height, rowBytes: bytesOf(width) }]
  return passes.flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((width - x) / stepX)
    const rows = Math.ceil((height - y) / stepY)
    return columns <= 0 || rows <= 0 ? [] : [{ rows, rowBytes: bytesOf(columns) }]
  })
}

/** What is packed, up to one byte more than there may be: no bomb is unpacked. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: size + 1 })
  } catch {
    return null
  }
}

function areFiltered(pixels: Uint8Array, lines: readonly Lines[]): boolean {
  let place = 0
  for (const { rows, rowBytes } of lines) {
    for (let row = 0; row < rows; row += 1) {
      if ((pixels[place] ?? filterMax + 1) > filterMax) return false
      place += rowBytes + 1
    }
  }
  return true
}
