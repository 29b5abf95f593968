import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { type LogPromise, type TreeHead, fromBase64, toBase64 } from '../kernel/tlog/index.ts'
import type { LogKey } from './log-store.ts'
import { addressFile, signerFolder } from './signer/address.ts'

/** What the signer says of a log. */
export interface SignerState {
  readonly keys: readonly LogKey[]
  /** The largest tree that it signed; the empty one at first. */
  readonly signed: { readonly size: number; readonly root: Uint8Array }
}

/** The signer does not answer: it is not running, or too slow. */
export class SignerAwayError extends Error {
  readonly code = 'signer/away'
}

/** The signer answered no; `code` is its word. */
export class SignerRefusedError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const waitMilliseconds = 5000

/** The signer of a data folder, wherever it listens; each call finds it anew. */
export class SignerClient {
  readonly #dataFolder: string

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
  }

  /** Verifier keys of a log, made where it has none. */
  async open(origin: string): Promise<LogKey[]> {
    return (await this.#ask<{ keys: LogKey[] }>('/log', { origin })).keys
  }

  /** What it signed of a log. */
  async state(origin: string): Promise<SignerState> {
    type Answer = { keys: LogKey[]; signed: { size: number; root: string } }
    const { keys, signed } = await this.#ask<Answer>('/state', { origin })
    const root = fromBase64(signed.root) ?? new Uint8Array()
    return { keys, signed: { size: signed.size, root } }
  }

  /** Signs a head. @param proof - From the size that the signer signed last. */
  async sign(head: TreeHead, proof: readonly Uint8Array[]): Promise<string> {
    const { origin, size, root } = head
    const asked = { origin, size, root: toBase64(root), proof: proof.map(toBase64) }
    return (await this.#ask<{ note: string }>('/checkpoint', asked)).note
  }

  /** Signs a promise. */
  async promise(promise: LogPromise): Promise<string> {
    const asked = { ...promise, commitment: toBase64(promise.commitment) }
    return (await this.#ask<{ note: string }>('/promise', asked)).note
  }

  /** Makes new keys for a log; see `rotateRing`. */
  async rotate(origin: string, withdraw: boolean): Promise<LogKey[]> {
    return (await this.#ask<{ keys: LogKey[] }>('/rotation', { origin, withdraw })).keys
  }

  async #ask<T>(path: string, body: object): Promise<T> {
    const socketPath = await readFile(addressFile(signerFolder(this.#dataFolder)), 'utf8').catch(
      (cause: unknown) => {
        throw new SignerAwayError('no signer has been started', { cause })
      }
    )
    const { status, answer } = await exchange({ socketPath, path }, JSON.stringify(body)).catch(
      (cause: unknown) => {
        throw new SignerAwayError('the signer does not answer', { cause })
      }
    )
    const read = JSON.parse(answer) as T & { code?: string; message?: string }
    if (status === 200) return read
    if (status >= 500)
      throw new SignerAwayError(`the signer cannot work: ${read.message ?? answer}`)
    throw new SignerRefusedError(read.code ?? 'signer/fault', read.message ?? answer)
  }
}

// A connection that is kept open costs a fifth of a new one.
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

interface Answered {
  readonly status: number
  readonly answer: string
}

async function exchange(to: { socketPath: string; path: string }, body: string): Promise<Answered> {
  try {
    return await ask(to, body, agent)
  } catch {
    // The kept connection may be one to a signer that has ended; what is asked may be asked twice.
    return ask(to, body, false)
  }
}

function ask(
  to: { socketPath: string; path: string },
  body: string,
  by: Agent | false
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { ...to, method: 'POST', timeout: waitMilliseconds, agent: by },
      (incoming) => {
        const status = incoming.statusCode ?? 0
        text(incoming).then((answer) => {
          resolve({ status, answer })
          return answer
        }, reject)
      }
    )
    asking.once('timeout', () => asking.destroy(new Error('too slow')))
    asking.once('error', reject)
    asking.end(body)
  })
}
