import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import {
  type ProbeBatch,
  batchAgeHeader,
  batchSchema,
  instantOfResult
} from '../../src/outages/agent/wire.ts'
import { systemClock } from '../../src/platform/clock.ts'

/** What the desk does with a report. */
export type Mood =
  | 'takes'
  /** Takes it, but the answer does not arrive. */
  | 'takes-silently'
  | 'asks-to-wait'
  | 'breaks-off'
  | 'refuses'

/** A result as the desk understands it. */
export interface TakenResult {
  readonly target: string
  readonly ok: boolean
  readonly reason: string | null
  /** By the desk's clock, milliseconds since 1970. */
  readonly at: number
}

/** The end of the wire at the desk: real HTTP, and nothing behind it but lists. */
export interface ProbeDesk {
  readonly origin: string
  plan: object
  mood: () => Mood
  /** Batches by id; the text of the first time each came. */
  readonly batches: Map<string, string>
  readonly results: TakenResult[]
  readonly sightings: ProbeBatch['sightings'][number][]
  readonly missed: NonNullable<ProbeBatch['missed']>[number][]
  readonly hosts: ProbeBatch['hosts'][number][]
  /** Ids of batches that came again with another body. */
  readonly changed: string[]
  dropped: number
  /** Questions for the plan by what was answered. */
  readonly planAnswers: Record<'200' | '304', number>
  close(): Promise<void>
}

export const probeKey = 'the-key-of-a-probe'

/** Opens a desk for probes on a port of its own, or on one that it had before. */
export async function openProbeDesk(plan: object, port = 0): Promise<ProbeDesk> {
  const server = createServer((request, response) => {
    answer(desk, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const desk: ProbeDesk = {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    plan,
    mood: () => 'takes',
    batches: new Map(),
    results: [],
    sightings: [],
    missed: [],
    hosts: [],
    changed: [],
    dropped: 0,
    planAnswers: { 200: 0, 304: 0 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
  return desk
}

async function answer(desk: ProbeDesk, request: IncomingMessage, response: ServerResponse) {
  if (request.headers.authorization !== `Bearer ${probeKey}`) {
    response.writeHead(401, { 'content-type': 'application/problem+json' })
    response.end('{"code":"key/unknown"}')
  } else if (request.url === '/api/v1/probe-plan') givePlan(desk, request, response)
  else await takeResults(desk, request, response)
}

function givePlan(desk: ProbeDesk, request: IncomingMessage, response: ServerResponse) {
  // Whatever it plans is on this machine.
  const text = JSON.stringify({ inside: ['127.0.0.1', 'localhost'], ...desk.plan })
  const etag = `"${String(text.length)}-${String(hashOf(text))}"`
  const isSame = request.headers['if-none-match'] === etag
  desk.planAnswers[isSame ? '304' : '200'] += 1
  response.writeHead(isSame ? 304 : 200, { etag }).end(isSame ? undefined : text)
}

function hashOf(text: string): number {
  let hash = 7
  for (const letter of text) hash = Math.trunc((hash * 31 + letter.charCodeAt(0)) % 1_000_003)
  return hash
}

async function takeResults(desk: ProbeDesk, request: IncomingMessage, response: ServerResponse) {
  const receivedAt = systemClock.now()
  const text = (await buffer(request)).toString()
  const mood = desk.mood()
  if (mood === 'breaks-off') {
    request.socket.resetAndDestroy()
    return
  }
  if (mood === 'asks-to-wait' || mood === 'refuses') {
    const status = mood === 'refuses' ? 400 : 503
    response.writeHead(status, { 'retry-after': '1' }).end('{"code":"test/no"}')
    return
  }
  keep(desk, text, { receivedAt, headers: request.headers })
  if (mood === 'takes-silently') request.socket.resetAndDestroy()
  else response.end(JSON.stringify({ accepted: 1, refused: [] }))
}

function keep(
  desk: ProbeDesk,
  text: string,
  { receivedAt, headers }: { receivedAt: Temporal.Instant; headers: IncomingMessage['headers'] }
) {
  const body = batchSchema.parse(JSON.parse(text))
  const id = String(headers['idempotency-key'])
  const before = desk.batches.get(id)
  if (id !== body.batch || (before !== undefined && before !== text)) desk.changed.push(id)
  if (before !== undefined) return
  desk.batches.set(id, text)
  desk.dropped += body.dropped ?? 0
  desk.sightings.push(...body.sightings)
  desk.missed.push(...(body.missed ?? []))
  desk.hosts.push(...body.hosts)
  for (const { target, ok, reason, ageMs } of body.results) {
    const at = instantOfResult(receivedAt, headers[batchAgeHeader], ageMs).epochMilliseconds
    desk.results.push({ target, ok, reason, at })
  }
}
