import { piecesOf } from './pieces-of.ts'

/** How a part is packed; other ways than these two no document of an office program has. */
export type ZipMethod = 'stored' | 'deflated' | 'other'

/** A part of a ZIP file, as its central directory tells of it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly method: ZipMethod
  readonly packedBytes: number
  readonly bytes: number
  /** Where its local header begins. */
  readonly at: number
}

/** What is wrong with the parts of a ZIP file: they are no whole ones, or far more than their packing. */
export type ZipFault = 'broken' | 'grows'

const endRecordBytes = 22
const commentBytesMax = 65_535
const entryBytes = 46
const localBytes = 30
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endMark = 0x06054b50
const methods: ReadonlyMap<number, ZipMethod> = new Map([
  [0, 'stored'],
  [8, 'deflated']
])

// A text of a thousand pages has a hundred parts; a table of 20 MB with pictures some hundreds.
const entriesMax = 10_000

/** Most bytes that the parts of a document may have once they are unpacked: 256 MiB. */
export const unpackedBytesMax = 256 * 1024 * 1024

/** The parts of a ZIP file; none of a file that has no whole directory, or one that no document has. */
export function zipEntries(zip: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(zip)
  const end = endRecord(zip, view)
  if (end === -1) return []
  const count = view.getUint16(end + 10, true)
  if (count > entriesMax) return []
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + entryBytes > zip.length || view.getUint32(at, true) !== entryMark) return []
    const nameBytes = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + entryBytes, at + entryBytes + nameBytes)),
      method: methods.get(view.getUint16(at + 10, true)) ?? 'other',
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true)
    })
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Unpacks every part of a ZIP file and keeps nothing of it: whoever opens the document has to do the same, and
 * must not be given one that fills their computer. Parts that lie in one another are counted each.
 * @returns `broken` where a part is not what the directory says of it.
 */
export async function zipFault(
  zip: Uint8Array,
  bytesMax: number = unpackedBytesMax
): Promise<ZipFault | null> {
  const entries = zipEntries(zip)
  // What is told already needs no unpacking to be refused.
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > bytesMax) return 'grows'
  let left = bytesMax
  for (const entry of entries) {
    const packed = packedPart(zip, entry)
    if (packed === null) return 'broken'
    const bytes = await unpackedLength(packed, { method: entry.method, bytesMax: left })
    if (bytes === 'grows') return 'grows'
    if (bytes !== entry.bytes) return 'broken'
    left -= bytes
  }
  return null
}

/** The bytes of a part as it lies packed in its file; `null` where they are not where its directory says. */
export function packedPart(zip: Uint8Array, { at, packedBytes }: ZipEntry): Uint8Array | null {
  const view = viewOf(zip)
  if (at + localBytes > zip.length || view.getUint32(at, true) !== localMark) return null
  const start = at + localBytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = zip.subarray(start, start + packedBytes)
  return packed.length === packedBytes ? packed : null
}

/** How long a part is once it is unpacked; `-1` where it cannot be. */
async function unpackedLength(
  packed: Uint8Array,
  { method, bytesMax }: { readonly method: ZipMethod; readonly bytesMax: number }
): Promise<number | 'grows'> {
  if (method === 'stored') return packed.length > bytesMax ? 'grows' : packed.length
  if (method !== 'deflated') return -1
  let bytes = 0
  try {
    for await (const piece of inflated(packed)) {
      bytes += piece.length
      if (bytes > bytesMax) return 'grows'
    }
  } catch {
    return -1
  }
  return bytes
}

/** What was unpacked, as much as was asked for. */
function inflated(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const source = new Blob([packed.slice()]).stream()
  return piecesOf(source.pipeThrough(new DecompressionStream('deflate-raw')))
}

function endRecord(zip: Uint8Array, view: DataView): number {
  const last = zip.length - endRecordBytes
  for (let at = last; at >= Math.max(0, last - commentBytesMax); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
