/**
 * Cuts what COPY writes into parts of whole rows, so that each can be loaded by itself and nothing
 * larger than a part, or one row, is ever held.
 * @param partBytes - A part is as long as this, or shorter; longer only for a row that is.
 */
export async function* cutIntoParts(
  source: AsyncIterable<Buffer>,
  partBytes: number
): AsyncGenerator<readonly Buffer[]> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    if (length < partBytes) continue
    // COPY writes a line feed within a value as two characters: the byte is always an end of a row.
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (end === 0) continue
    held[held.length - 1] = chunk.subarray(0, end)
    yield held
    const rest = chunk.subarray(end)
    held = rest.length === 0 ? [] : [rest]
    length = rest.length
  }
  if (length > 0) yield held
}

const lineFeed = 0x0a

/** How many rows some bytes of whole rows hold. */
export function countRows(pieces: readonly Buffer[]): number {
  let rows = 0
  for (const piece of pieces) {
    for (let i = piece.indexOf(lineFeed); i !== -1; i = piece.indexOf(lineFeed, i + 1)) rows += 1
  }
  return rows
}
