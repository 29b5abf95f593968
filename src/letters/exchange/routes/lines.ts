import { LetterTooLargeError } from '../refusals.ts'

const lineEnd = 0x0a

/**
 * The lines of a stream, without their ends; empty ones are left out. So much of it is held as the longest
 * line has, and no more.
 * @yields One line.
 * @throws {LetterTooLargeError} If a line is longer than `bytesMax`.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  bytesMax: number
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  for await (const bytes of stream) {
    let from = 0
    for (;;) {
      const end = bytes.indexOf(lineEnd, from)
      const part = bytes.subarray(from, end === -1 ? bytes.length : end)
      heldBytes += part.length
      if (heldBytes > bytesMax) throw new LetterTooLargeError()
      held.push(part)
      if (end === -1) break
      if (heldBytes > 0) yield lineOf(held)
      held = []
      heldBytes = 0
      from = end + 1
    }
  }
  if (heldBytes > 0) yield lineOf(held)
}

/** One line; what came in one piece is not copied. */
function lineOf(parts: readonly Uint8Array[]): Buffer {
  const [only] = parts
  return parts.length === 1 && only !== undefined
    ? Buffer.from(only.buffer, only.byteOffset, only.length)
    : Buffer.concat(parts)
}

/**
 * Gathers lines to groups, by number and by bytes. Where the lines break off, those before are given first.
 * @yields At least one line.
 */
export async function* groupsOf(
  lines: AsyncIterable<Buffer>,
  most: { readonly lines: number; readonly bytes: number }
): AsyncGenerator<Buffer[]> {
  let group: Buffer[] = []
  let bytes = 0
  let brokenBy: { readonly error: unknown } | null = null
  try {
    for await (const line of lines) {
      group.push(line)
      bytes += line.length
      if (group.length < most.lines && bytes < most.bytes) continue
      yield group
      group = []
      bytes = 0
    }
  } catch (error) {
    brokenBy = { error }
  }
  if (group.length > 0) yield group
  if (brokenBy !== null) throw brokenBy.error
}
