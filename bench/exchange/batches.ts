import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/**
 * Sends batches that were made before anything is measured; only the ids, which stand where `mark` does, are
 * written anew each time. Every line has to be accepted.
 */
export function batchSender(
  origin: string,
  headers: Readonly<Record<string, string>>,
  { bodies, mark, lines }: { bodies: readonly string[]; mark: string; lines: number }
): () => Promise<void> {
  const text = Array.from({ length: lines }, (_, i) => bodies[i % bodies.length] ?? '').join('\n')
  const body = Buffer.from(text)
  const places: number[] = []
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) places.push(at)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const options = {
    agent,
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/x-ndjson',
      'content-length': String(body.length)
    }
  }
  return async () => {
    const batch = Buffer.from(body)
    for (const place of places) batch.write(randomUUID(), place, 'latin1')
    const answer = await new Promise<string>((settle, fail) => {
      const asked = request(`${origin}/api/v1/letter-batches`, options, (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () => settle(Buffer.concat(pieces).toString('latin1')))
        response.on('error', fail)
      })
      asked.on('error', fail)
      asked.end(batch)
    })
    const accepted = answer.split('"status":201').length - 1
    if (accepted !== lines)
      throw new Error(`${String(accepted)} were accepted: ${answer.slice(0, 500)}`)
  }
}
