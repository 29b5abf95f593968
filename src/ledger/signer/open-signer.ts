import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { addressFile, signerFolder } from './address.ts'
import { answerSigner } from './answer.ts'
import { SignerRefusal } from './sign-head.ts'
import { makeFolder } from '../../platform/durable-file.ts'

/** A signer that listens. */
export interface OpenSigner {
  /** Path of its socket. */
  readonly socket: string
  close(): Promise<void>
}

/** Somebody signs from this folder already; two would not know of each other's signatures. */
export class SignerRunningError extends Error {
  readonly code = 'signer/running'
}

// Longer paths do not fit the address of a unix socket.
const socketBytesMax = 100
const bodyBytesMax = 65_536
const faultCode = 'signer/fault'

/**
 * Opens the signer of a data folder on a unix socket that only this account may use. It reads no
 * database: all that it knows is what it signed.
 * @throws {SignerRunningError} If another process signs from the same folder.
 */
export async function openSigner(dataFolder: string): Promise<OpenSigner> {
  const folder = signerFolder(dataFolder)
  await makeFolder(dataFolder)
  await makeFolder(folder, 0o700)
  const socket = await freeSocket(folder)
  let queue: Promise<unknown> = Promise.resolve()
  const server = createServer((incoming, outgoing) => {
    // One after the other: each signature depends on what was signed before.
    queue = queue.then(() => respond(folder, incoming, outgoing)).catch(() => {})
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve)
  })
  await writeFile(addressFile(folder), socket, { mode: 0o600 })
  return {
    socket,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

async function freeSocket(folder: string): Promise<string> {
  const usual = join(folder, 'socket')
  const last = await readFile(addressFile(folder), 'utf8').catch(() => usual)
  for (const socket of new Set([usual, last])) {
    if (await answers(socket)) throw new SignerRunningError(`a signer is running on ${socket}`)
  }
  if (Buffer.byteLength(usual) > socketBytesMax) {
    return join(await mkdtemp(join(tmpdir(), 'peyman-signer-')), 'socket')
  }
  // What a killed signer left behind.
  await rm(usual, { force: true })
  return usual
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    request({ socketPath, path: '/', timeout: 1000 }, (answer) => {
      answer.resume()
      resolve(true)
    })
      .once('error', () => {
        resolve(false)
      })
      .end()
  })
}

async function respond(
  folder: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> {
  const answer = await answered(folder, incoming)
  outgoing.writeHead(answer.status, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify(answer.body))
}

async function answered(
  folder: string,
  incoming: IncomingMessage
): Promise<{ status: number; body: unknown }> {
  try {
    const bytes = incoming.method === 'POST' ? await buffer(incoming) : Buffer.alloc(0)
    if (bytes.length > bodyBytesMax) {
      throw new SignerRefusal('signer/request', 'the request is too long')
    }
    const asked: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString())
    return { status: 200, body: await answerSigner(folder, incoming.url ?? '/', asked) }
  } catch (error) {
    if (error instanceof SignerRefusal) {
      return { status: 409, body: { code: error.code, message: error.message } }
    }
    const message = error instanceof Error ? error.message : String(error)
    return { status: 500, body: { code: faultCode, message } }
  }
}
