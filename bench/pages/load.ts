import { createConnection } from 'node:net'
import { secondsSince } from '../desk/report.ts'

/** What is asked for, again and again. */
export interface Target {
  readonly origin: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What came of it. */
export interface Load {
  readonly requestsPerSecond: number
  /** Bytes of one answer's body on the wire. */
  readonly bodyBytes: number
}

const head = /^HTTP\/1\.1 (\d{3})[\s\S]*?\r\n\r\n/
const chunkedEnd = '\r\n0\r\n\r\n'

/**
 * Asks over connections that stay open, each the next time when its answer is there. The requests are
 * made once and answers are read no further than to their end, so that the client takes as little of
 * the machine as it can; a load generator that parses more would be measured with the server.
 */
export async function load(
  target: Target,
  { connections, seconds }: { connections: number; seconds: number }
): Promise<Load> {
  const state = { done: 0, bodyBytes: 0, stopped: false }
  const begun = performance.now()
  const lanes = Array.from({ length: connections }, () => lane(target, state))
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const took = secondsSince(begun)
  const { done } = state
  state.stopped = true
  await Promise.all(lanes)
  return { requestsPerSecond: done / took, bodyBytes: state.bodyBytes }
}

function lane(
  target: Target,
  state: { done: number; bodyBytes: number; stopped: boolean }
): Promise<void> {
  const { hostname, port } = new URL(target.origin)
  const request = requestOf(target)
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port), noDelay: true })
    let pieces: Buffer[] = []
    let missing = -1
    socket.on('connect', () => socket.write(request))
    socket.on('error', reject)
    socket.on('close', () => {
      if (state.stopped) resolve()
      else reject(new Error(`${target.path}: the server closed the connection`))
    })
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece)
      if (missing < 0) {
        const answer = answerOf(Buffer.concat(pieces), target)
        if (answer === null) return
        missing = answer.missing
        state.bodyBytes = answer.bodyBytes
      } else missing -= piece.length
      if (missing > 0) return
      pieces = []
      missing = -1
      state.done += 1
      if (state.stopped) socket.destroy()
      else socket.write(request)
    })
  })
}

/** How long an answer is and how much of it is missing; `null` while that cannot be known. */
function answerOf(
  received: Buffer,
  { path }: Target
): { bodyBytes: number; missing: number } | null {
  const text = received.toString('latin1')
  const [start, status] = head.exec(text) ?? []
  if (start === undefined) return null
  if (status !== '200') throw new Error(`${path}: the server answered ${String(status)}`)
  const length = /\r\ncontent-length: (\d+)/i.exec(start)?.[1]
  if (length !== undefined) {
    const bodyBytes = Number(length)
    return { bodyBytes, missing: start.length + bodyBytes - received.length }
  }
  return text.endsWith(chunkedEnd)
    ? { bodyBytes: received.length - start.length, missing: 0 }
    : null
}

function requestOf({ origin, path, headers = {} }: Target): Buffer {
  const lines = Object.entries({
    host: new URL(origin).host,
    'accept-encoding': 'br',
    accept: 'text/html',
    ...headers
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
}
