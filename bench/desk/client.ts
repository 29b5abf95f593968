import { spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { fileURLToPath } from 'node:url'
import { demonstrationPeople } from '../../src/people/index.ts'

/** The server process of the bench. */
export interface ServerProcess {
  readonly origin: string
  readonly pid: number
  stop(): Promise<void>
}

/** Starts the desk's web server on a database. */
export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./server.ts'))], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const origin = await new Promise<string>((settle, fail) => {
    child.stdout.once('data', (text: Buffer) => settle(text.toString().trim()))
    child.once('exit', (code) => fail(new Error(`the server ended with ${String(code)}`)))
  })
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()))
  return {
    origin,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    }
  }
}

/** Somebody signed in. */
export interface Applicant {
  readonly person: string
  readonly headers: Readonly<Record<string, string>>
}

/** Signs everybody of the demonstration in, as a browser does. */
export async function signEverybodyIn(origin: string): Promise<Applicant[]> {
  const page = await fetch(`${origin}/sign-in`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const secret = cookiesOf(page)
  const people = (await demonstrationPeople()).filter((one) => one.kind === 'person')
  return Promise.all(
    people.map(async ({ id, key }) => {
      const signed = await fetch(`${origin}/sign-in/demonstration`, {
        method: 'POST',
        headers: { cookie: secret, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ person: key, next: '/', _csrf: csrf }).toString(),
        redirect: 'manual'
      })
      const cookie = `${secret}; ${cookiesOf(signed)}`
      return { person: id, headers: { cookie, 'x-csrf-token': csrf } }
    })
  )
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ')
}

/** One connection that stays open. */
export interface Connection {
  /** Sends a whole request. @returns The status of its answer, once all of it is there. */
  send(request: Buffer): Promise<{ status: number; body: string }>
  close(): void
}

/**
 * A connection that writes requests as they are and reads no more of an answer than where it ends, so
 * that the measuring takes as little as it can from the machine that is measured.
 */
export function connect(origin: string): Connection {
  const { hostname, port } = new URL(origin)
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true })
  let pieces: Buffer[] = []
  let waiting: { settle(text: string): void; fail(error: Error): void } | null = null
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece)
    const text = Buffer.concat(pieces).toString('latin1')
    const head = text.indexOf('\r\n\r\n')
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
    if (head < 0 || length === undefined || text.length < head + 4 + Number(length)) return
    pieces = []
    waiting?.settle(text)
  })
  socket.on('error', (error) => waiting?.fail(error))
  return {
    send: async (request) => {
      const text = await new Promise<string>((settle, fail) => {
        waiting = { settle, fail }
        socket.write(request)
      })
      return { status: Number(text.slice(9, 12)), body: text.slice(text.indexOf('\r\n\r\n') + 4) }
    },
    close: () => socket.destroy()
  }
}

/** The bytes of a JSON POST. */
export function postBytes(path: string, who: Applicant, body: Buffer): Buffer {
  const head = {
    host: 'localhost',
    ...who.headers,
    'content-type': 'application/json',
    'content-length': String(body.length)
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body])
}
