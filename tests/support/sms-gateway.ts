import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after } from 'node:test'

/** One request as the gateway got it. */
export interface GatewayRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A gateway for short messages in a process of its own. */
export interface SmsGateway {
  readonly origin: string
  /** What it was asked to send, in order. */
  requests(): Promise<GatewayRequest[]>
  /** How it answers from now on. */
  answer(status: number, body?: string): Promise<void>
  stop(): void
}

/** Starts a gateway that takes every message until told otherwise; it ends with the test file. */
export async function smsGateway(): Promise<SmsGateway> {
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  after(() => child.kill())
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const origin = `http://127.0.0.1:${chunk.toString('utf8').trim()}`
  return {
    origin,
    requests: async () => (await (await fetch(`${origin}/-/requests`)).json()) as GatewayRequest[],
    answer: async (status, body = '') => {
      await fetch(`${origin}/-/answer`, { method: 'PUT', body: JSON.stringify({ status, body }) })
    },
    stop: () => stop(child)
  }
}

function stop(child: ChildProcess): void {
  child.kill()
}

/** The gateway itself: keeps what it is sent; `/-/` is the test's own way to it. */
function serve(): void {
  const requests: GatewayRequest[] = []
  let answer = { status: 200, body: '{"status":"queued"}' }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const { method = '', url = '', headers } = request
      if (url === '/-/requests') return response.end(JSON.stringify(requests))
      if (url === '/-/answer') {
        answer = JSON.parse(body) as typeof answer
        return response.end()
      }
      requests.push({ method, url, headers, body })
      response.statusCode = answer.status
      if (answer.status >= 300 && answer.status < 400) response.setHeader('location', '/elsewhere')
      return response.end(answer.body)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object') process.stdout.write(`${String(address?.port)}\n`)
  })
}

if (process.argv[2] === 'serve' && process.argv[1] === import.meta.filename) serve()
