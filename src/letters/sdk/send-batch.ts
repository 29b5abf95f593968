import { type Desk, askDesk } from './desk.ts'
import { DeskAwayError } from './errors.ts'
import type { PreparedLetter, SendAnswer, SendReceipt } from './letter.ts'

type Line = SendReceipt & { line: number; status: number; code?: string; title?: string }

/**
 * Sends small letters in one request. What the desk did not get to is not among the answers: it is sent
 * again with the next ones.
 * @throws {DeskAwayError} If nothing was answered.
 */
export async function sendBatch(
  desk: Desk,
  letters: readonly (PreparedLetter & { readonly file: Uint8Array })[]
): Promise<SendAnswer[]> {
  if (letters.length === 0) return []
  const lines = letters.map(({ envelope, file }) =>
    JSON.stringify({ ...envelope, content: Buffer.from(file).toString('base64') })
  )
  const answer = await askDesk(desk, '/letter-batches', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join('\n')
  })
  const read = await answer.text().catch((cause: unknown) => {
    throw new DeskAwayError('the line broke', { cause })
  })
  return read
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => answerOf(JSON.parse(line) as Line, letters))
}

function answerOf(line: Line, letters: readonly PreparedLetter[]): SendAnswer[] {
  const { line: number, status, code, title, ...receipt } = line
  const id = letters[number - 1]?.envelope.id
  if (id === undefined) return []
  if (status < 300) return [{ letter: id, receipt, refused: null }]
  // Overload and faults of the desk are no answer about the letter.
  if (status >= 500 || status === 429) return []
  return [{ letter: id, receipt: null, refused: { code: code ?? 'unknown', title: title ?? '' } }]
}
