import { exchange } from './exchange.ts'
import { ProbeFailure } from './failure.ts'
import type { LookContext } from './look-context.ts'
import type { ProbeReason } from './wire.ts'

/** A whole answer of the desk. */
export interface CanaryAnswer {
  readonly status: number
  readonly bytes: Buffer
}

const answerBytesMax = 2_000_000

/** Talks with the desk as a program of a body does: with its key, on its own address, no redirect followed. */
export class CanaryDesk {
  readonly #site: string
  readonly #key: string
  readonly #within: { readonly context: LookContext; readonly deadline: number }

  constructor(
    { site, key }: { readonly site: string; readonly key: string },
    within: { readonly context: LookContext; readonly deadline: number }
  ) {
    this.#site = site
    this.#key = key
    this.#within = within
  }

  /**
   * @param path - Below the origin of the desk.
   * @throws {ProbeFailure} Where there is no whole answer in time.
   */
  async ask(path: string, json?: object): Promise<CanaryAnswer> {
    const { context, deadline } = this.#within
    const body = json === undefined ? undefined : JSON.stringify(json)
    const pieces: Buffer[] = []
    const { status } = await exchange({
      url: new URL(path, this.#site),
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${this.#key}`,
        'user-agent': 'peyman-probe/1',
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body))
        })
      },
      ...(body !== undefined && { body }),
      deadline,
      bytesMax: answerBytesMax,
      resolver: context.resolver,
      inside: context.inside,
      reader: () => (bytes) => {
        pieces.push(bytes)
      }
    })
    return { status, bytes: Buffer.concat(pieces) }
  }

  /** As `fetch`, for the client of the key directory; nothing of another origin is asked. */
  async fetch(address: string, init?: RequestInit): Promise<Response> {
    const url = new URL(address)
    if (url.origin !== this.#site) throw new TypeError('not of the desk')
    const { body } = init ?? {}
    const json = typeof body === 'string' ? (JSON.parse(body) as object) : undefined
    const { status, bytes } = await this.ask(url.pathname + url.search, json)
    return new Response(new Uint8Array(bytes), { status: Math.max(status, 200) })
  }

  /**
   * The JSON of an answer that has the wanted status.
   * @throws {ProbeFailure} With the reason of the step where it has another; the code of the desk is told.
   */
  async demand(
    reason: ProbeReason,
    asked: { readonly path: string; readonly json?: object; readonly status: number }
  ): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.ask(asked.path, asked.json)
    const read = jsonOf(answer.bytes)
    if (answer.status === asked.status && read !== null) return read
    throw new ProbeFailure(
      reason,
      `${asked.path.split('/').at(-1) ?? ''}: ${toldBy(answer.status, read)}`
    )
  }
}

/** The status with the desk's stable code, and none of its words. */
export function toldBy(status: number, read: Readonly<Record<string, unknown>> | null): string {
  const code = typeof read?.code === 'string' && /^[a-z/-]{1,60}$/.test(read.code) ? read.code : ''
  return `the desk answers ${String(status)} ${code}`.trim()
}

/** An object of JSON; `null` where the bytes are none. */
export function jsonOf(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(bytes.toString())
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
