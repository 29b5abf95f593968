import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type SigningKey, formatVerifierKey } from '../../kernel/tlog/index.ts'
import { type Clock, systemClock } from '../../platform/index.ts'
import { addCheckpoint, type WitnessParts } from './cosign.ts'
import { readWitnessKeys } from './witness-keys.ts'
import { knownLogs } from './known-logs.ts'
import { WitnessState } from './witness-state.ts'

/** A witness that answers. */
export interface RunningWitness {
  readonly port: number
  readonly keys: readonly SigningKey[]
  close(): Promise<void>
}

/** Where a witness keeps what it has, and where it listens. */
export interface WitnessOptions {
  /** Holds `key` (0600), `logs` and `state`. */
  readonly folder: string
  readonly port: number
  readonly host: string
  readonly clock?: Clock
  /** Told what the operator should know, one line each. */
  readonly say: (line: string) => void
}

/** Longest request: 63 hashes and the longest checkpoint. */
const bodyBytesMax = 270_336
const requestMilliseconds = 10_000

/**
 * Starts a witness: `POST …/add-checkpoint`, and `GET /` that names its keys and the logs it watches.
 * @throws {KeyFileError} If it has no usable key.
 * @throws {KnownLogsError} If its list of logs is wrong.
 */
export async function serveWitness(options: WitnessOptions): Promise<RunningWitness> {
  const { folder, say: tell } = options
  const parts: WitnessParts = {
    keys: await readWitnessKeys(join(folder, 'key')),
    logs: await knownLogs(join(folder, 'logs'), tell),
    state: new WitnessState(join(folder, 'state')),
    clock: options.clock ?? systemClock
  }
  const server = createServer(
    { requestTimeout: requestMilliseconds, headersTimeout: requestMilliseconds },
    (request, response) => {
      void answer(request, response, parts).catch((error: unknown) => {
        tell(error instanceof Error ? error.message : String(error))
        say(response, 500, 'this witness cannot read what it cosigned; it signs nothing\n')
      })
    }
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    keys: parts.keys,
    close: () => closed(server)
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: WitnessParts
): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? ''
  if (path === '/' && request.method === 'GET') {
    say(response, 200, await introduction(parts))
    return
  }
  if (!path.endsWith('/add-checkpoint')) {
    say(response, 404, 'there is nothing here; POST to add-checkpoint\n')
    return
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    say(response, 405, 'add-checkpoint takes POST\n')
    return
  }
  const body = await bodyOf(request)
  if (body === null) {
    response.setHeader('connection', 'close')
    say(response, 413, 'no checkpoint is so long\n')
    return
  }
  const reply = await addCheckpoint(body, parts)
  send(response, reply)
}

/** The body, or `null` if it is longer than any request or was broken off. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > bodyBytesMax) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}

function say(response: ServerResponse, status: number, body: string): void {
  send(response, { status, type: 'text/plain; charset=utf-8', body })
}

function send(
  response: ServerResponse,
  { status, type, body }: { status: number; type: string; body: string }
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' })
  response.end(body)
}

async function introduction({ keys, logs, state }: WitnessParts): Promise<string> {
  const watched = await Promise.all(
    [...(await logs()).keys()].map(async (origin) => {
      const latest = await state.latest(origin)
      return `${origin} ${String(latest?.head.size ?? 0)}`
    })
  )
  return [
    'peyman witness (https://c2sp.org/tlog-witness): POST add-checkpoint',
    ...keys.map(({ key }) => `key ${formatVerifierKey(key)}`),
    ...watched.map((line) => `log ${line}`),
    ''
  ].join('\n')
}
