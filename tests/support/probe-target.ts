import { type RequestListener, createServer } from 'node:http'
import {
  type AddressInfo,
  type Server,
  type Socket,
  createServer as createTcpServer
} from 'node:net'
import { after } from 'node:test'
import type { Inside } from '../../src/outages/agent/inside.ts'
import { look } from '../../src/outages/agent/look.ts'
import { HostResolver } from '../../src/outages/agent/resolve-host.ts'
import { checkSchema } from '../../src/outages/agent/wire.ts'
import { systemClock } from '../../src/platform/clock.ts'

const open: Server[] = []
const sockets = new Set<Socket>()
after(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of open) server.close()
})

/** Lets a server listen on a port of its own until the test file ends. */
export async function listening(server: Server): Promise<number> {
  open.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A web server. @returns Its origin. */
export async function serving(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${String(await listening(createServer(listener)))}`
}

/** A server that says what it is given, byte for byte. @returns Its origin. */
export async function saying(say: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => socket.once('data', () => say(socket)))
  return `http://127.0.0.1:${String(await listening(server))}`
}

/** Where a look may go, and how long it may take. */
export interface LookLimits {
  readonly hosts?: readonly string[]
  readonly timeoutMs?: number
  readonly inside?: Inside
}

/** Looks at something as the agent does. @param asked - The check; what it leaves out has its default. */
export function lookAtCheck(
  asked: object,
  { hosts = [], timeoutMs = 3000, inside = 'anywhere' }: LookLimits = {}
) {
  return look(
    { check: checkSchema.parse(asked), timeoutMs },
    {
      resolver: new HostResolver(),
      hosts: new Set(hosts),
      inside,
      epochMilliseconds: () => systemClock.now().epochMilliseconds
    }
  )
}

/** Looks at a web address. */
export function lookAt(url: string, more: object = {}, limits: LookLimits = {}) {
  return lookAtCheck({ kind: 'http', url, ...more }, limits)
}

/** Why a web address is not right; `null` where it is. */
export async function reasonOf(...asked: Parameters<typeof lookAt>) {
  return (await lookAt(...asked)).reason
}

/** Head of a page. */
export const htmlHead = { 'content-type': 'text/html; charset=utf-8' }
