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
): AsyncGenerator<Uint8Array> {
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
      if (heldBytes > 0) yield Buffer.concat(held)
      held = []
      heldBytes = 0
      from = end + 1
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held)
}

/**
 * Gathers lines to groups, by number and by bytes.
 * @yields At least one line.
 */
export async function* groupsOf(
  lines: AsyncIterable<Uint8Array>,
  most: { readonly lines: number; readonly bytes: number }
): AsyncGenerator<Uint8Array[]> {
  let group: Uint8Array[] = []
  let bytes = 0
  for await (const line of lines) {
    group.push(line)
    bytes += line.length
    if (group.length < most.lines && bytes < most.bytes) continue
    yield group
    group = []
    bytes = 0
  }
  if (group.length > 0) yield group
}
