import { epochMillisecondsOf } from './dates.ts'
import { type AnswerHead, exchange } from './exchange.ts'
import { ProbeFailure } from './failure.ts'
import type { HostResolver } from './resolve-host.ts'
import type { ReadBatch } from './spool.ts'
import { batchAgeHeader, batchAnswerSchema } from './wire.ts'

/** The desk took no notice, or asks to wait. */
export interface Later {
  readonly kind: 'later'
  readonly why: string
  /** How long the desk asks to wait; `null` where it says nothing. */
  readonly waitMs: number | null
  /** The desk does not know the key, or does not let it: somebody has to mend that. */
  readonly isForbidden: boolean
}

/** The desk's answer to a question for the plan. */
export type PlanAnswer =
  | { readonly kind: 'same' }
  | { readonly kind: 'new'; readonly etag: string | null; readonly text: string }
  | Later

/** The desk's answer to a batch. */
export type BatchAnswer =
  | { readonly kind: 'taken'; readonly refused: readonly { index: number; code: string }[] }
  | { readonly kind: 'never'; readonly why: string }
  | Later

const timeoutMs = 30_000
const planBytesMax = 64_000_000
const answerBytesMax = 1_000_000
const waitMillisecondsMax = 3_600_000
// What is wrong with the batch itself stays wrong.
const neverStatus = new Set([400, 413, 415, 422])

/** Talks with the desk: by its own address only, with the key of this vantage point. */
export class DeskClient {
  readonly #origin: string
  readonly #key: string
  readonly #resolver: HostResolver
  #time: { readonly epoch: number; readonly at: number } | null = null

  constructor(origin: string, key: string, resolver: HostResolver) {
    this.#origin = origin
    this.#key = key
    this.#resolver = resolver
  }

  /** The time by the desk's clock, milliseconds since 1970; `null` before its first answer. */
  epochMilliseconds(): number | null {
    return this.#time === null ? null : this.#time.epoch + performance.now() - this.#time.at
  }

  /** Asks for the plan, if it is another than that of `etag`. */
  async plan(etag: string | null): Promise<PlanAnswer> {
    const headers = etag === null ? {} : { 'if-none-match': etag }
    const answer = await this.#ask({ path: '/api/v1/probe-plan', headers, bytesMax: planBytesMax })
    if ('kind' in answer) return answer
    const { head, text } = answer
    if (head.status === 304) return { kind: 'same' }
    if (head.status !== 200) return later(answer)
    return { kind: 'new', etag: head.headers.etag ?? null, text }
  }

  /** @param ageMs - How long ago the batch was made. */
  async send({ batch, body }: ReadBatch, ageMs: number): Promise<BatchAnswer> {
    const answer = await this.#ask({
      path: '/api/v1/probe-results',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'idempotency-key': batch,
        [batchAgeHeader]: String(ageMs)
      },
      body,
      bytesMax: answerBytesMax
    })
    if ('kind' in answer) return answer
    const { status } = answer.head
    if (neverStatus.has(status)) return { kind: 'never', why: told(answer) }
    if (status < 200 || status > 299) return later(answer)
    const read = batchAnswerSchema.safeParse(jsonOf(answer.text))
    return read.success
      ? { kind: 'taken', refused: read.data.refused }
      : { ...later(answer), why: 'the answer is not that of a desk' }
  }

  async #ask(asked: {
    path: string
    headers: Readonly<Record<string, string>>
    body?: string
    bytesMax: number
  }): Promise<Answer | Later> {
    const pieces: Buffer[] = []
    try {
      const head = await exchange({
        url: new URL(asked.path, this.#origin),
        method: asked.body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${this.#key}`,
          'user-agent': 'peyman-probe/1',
          ...asked.headers
        },
        ...(asked.body !== undefined && { body: asked.body }),
        deadline: performance.now() + timeoutMs,
        bytesMax: asked.bytesMax,
        resolver: this.#resolver,
        // Its own desk, wherever that is.
        inside: 'anywhere',
        reader: () => (bytes) => {
          pieces.push(bytes)
        }
      })
      this.#heed(head)
      return { head, text: Buffer.concat(pieces).toString() }
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error
      return { kind: 'later', why: error.message, waitMs: null, isForbidden: false }
    }
  }

  #heed({ headers }: AnswerHead): void {
    const epoch = epochMillisecondsOf(headers.date ?? '')
    if (epoch !== null) this.#time = { epoch, at: performance.now() }
  }
}

interface Answer {
  readonly head: AnswerHead
  readonly text: string
}

function later(answer: Answer): Later {
  const { status, headers } = answer.head
  return {
    kind: 'later',
    why: told(answer),
    waitMs: waitOf(headers['retry-after'], headers.date),
    isForbidden: status === 401 || status === 403
  }
}

/** Seconds, or a date that is held against the desk's own (RFC 9110 section 10.2.3). */
function waitOf(retryAfter: string | undefined, date: string | undefined): number | null {
  if (retryAfter === undefined) return null
  if (/^\d{1,9}$/.test(retryAfter.trim())) {
    return Math.min(Number(retryAfter) * 1000, waitMillisecondsMax)
  }
  const [until, now] = [epochMillisecondsOf(retryAfter), epochMillisecondsOf(date ?? '')]
  if (until === null || now === null) return null
  return Math.min(Math.max(0, until - now), waitMillisecondsMax)
}

/** What the desk said, shortly: its code where it named one. */
function told({ head, text }: Answer): string {
  const said = jsonOf(text)
  const code =
    typeof said === 'object' && said !== null && 'code' in said ? String(said.code) : null
  const to = head.headers.location
  const more = code ?? (to === undefined ? null : `it goes by ${to} now`)
  return `the desk answers ${String(head.status)}${more === null ? '' : ` (${more.slice(0, 200)})`}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
