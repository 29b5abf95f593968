import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What came of looking through the files of a folder. */
export interface FileSearch {
  /** Files that were read to their end. */
  readonly searched: number
  /** Files that could not be read, or were beyond the most bytes of one search. */
  readonly skipped: number
  readonly found: ReadonlySet<string>
}

/**
 * Looks for fragments in every file below a folder that was changed since an instant: what the desk
 * writes, and the files of its own database.
 * @param limits - `bytesMax`: more is skipped, and counted as that.
 */
export async function searchFiles(
  folder: string,
  fragments: readonly string[],
  limits: { readonly since: Temporal.Instant; readonly bytesMax: number }
): Promise<FileSearch> {
  const needles = fragments.map((text) => Buffer.from(text))
  const found = new Set<string>()
  let [searched, skipped, bytes] = [0, 0, 0]
  for (const file of await filesBelow(folder)) {
    const state = await stat(file).catch(() => null)
    // It went while we looked: nothing is in it any more.
    if (state === null || state.mtimeMs < limits.since.epochMilliseconds) continue
    bytes += state.size
    const isRead = bytes <= limits.bytesMax && (await readThrough(file, needles, found))
    if (isRead) searched += 1
    else skipped += 1
  }
  return { searched, skipped, found }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

async function readThrough(
  file: string,
  needles: readonly Buffer[],
  found: Set<string>
): Promise<boolean> {
  // A fragment may be parted by the pieces of a stream: the end of one is looked at with the next.
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1
  let rest = Buffer.alloc(0)
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      const window = Buffer.concat([rest, piece])
      for (const needle of needles) if (window.includes(needle)) found.add(needle.toString())
      rest = window.subarray(Math.max(0, window.length - overlap))
    }
    return true
  } catch {
    return false
  }
}
