import { request } from 'node:http'
import { serving } from './probe-target.ts'

/** An answer of the desk on its way to whoever asked. */
export interface PassedAnswer {
  readonly status: number
  readonly body: Buffer
}

/** What becomes of an answer on its way; `null`: it goes as it is. */
export type Lie = (asked: string, answer: PassedAnswer) => PassedAnswer | null

/**
 * Stands before a desk and hands on what is asked and answered, but for what a test lets it lie about.
 * @returns Its origin, and how the lie is set: `null` for none.
 */
export async function lyingDesk(
  desk: string
): Promise<{ origin: string; lie(as: Lie | null): void; asked: string[] }> {
  let lie: Lie | null = null
  const asked: string[] = []
  const origin = await serving((incoming, outgoing) => {
    const what = `${incoming.method ?? ''} ${incoming.url ?? ''}`
    asked.push(what)
    const { host: _host, ...headers } = incoming.headers
    const on = request(new URL(incoming.url ?? '/', desk), {
      method: incoming.method ?? 'GET',
      headers
    })
    on.on('response', (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const whole = { status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }
        const { status, body } = lie?.(what, whole) ?? whole
        outgoing.writeHead(status, { 'content-type': answer.headers['content-type'] ?? '' })
        outgoing.end(body)
      })
    })
    incoming.pipe(on)
  })
  return {
    origin,
    asked,
    lie: (as) => {
      lie = as
    }
  }
}
