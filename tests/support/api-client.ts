import assert from 'node:assert/strict'
import { createApiKey } from '../../src/people/index.ts'
import { frozenCodes } from './error-codes.ts'
import type { TestServer } from './server.ts'

/** What the API answered; `body` is as the test says it is. */
export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** An RFC 9457 answer. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly trace: string
  readonly errors?: readonly { pointer: string; code: string; detail: string }[]
}

interface Ask {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Another system or a script: it has a key, a session or nothing. Every refusal is held to its form. */
export class ApiClient {
  readonly #server: Pick<TestServer, 'origin'>
  readonly #headers: Readonly<Record<string, string>>

  constructor(server: Pick<TestServer, 'origin'>, headers: Readonly<Record<string, string>> = {}) {
    this.#server = server
    this.#headers = headers
  }

  get<T>(path: string, headers: Ask['headers'] = {}): Promise<Answer<T>> {
    return this.ask<T>('GET', path, { headers })
  }

  post<T>(path: string, body: unknown, headers: Ask['headers'] = {}): Promise<Answer<T>> {
    return this.ask<T>('POST', path, { body, headers })
  }

  /** Sends anything, however wrong, and gives the answer as it came. */
  raw(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(this.#headers)) headers.set(name, value)
    return fetch(`${this.#server.origin}/api/v1${path}`, { ...init, method, headers })
  }

  async ask<T>(method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Answer<T>> {
    const sends = body !== undefined
    const response = await fetch(`${this.#server.origin}/api/v1${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(sends ? { 'content-type': 'application/json' } : {}),
        ...headers
      },
      ...(sends ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {})
    })
    const text = await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? null : JSON.parse(text)) as T
    }
    if (response.status >= 400) assertProblem(answer)
    return answer
  }
}

/** A client with a new key of a role. */
export async function keyClient(
  server: TestServer,
  grant: { authority: string; role: string; unit?: string }
): Promise<ApiClient> {
  const { text } = await createApiKey(server.context, { ...grant, label: 'test', live: false })
  return new ApiClient(server, { authorization: `Bearer ${text}` })
}

/** Holds an answer against what every refusal of the API promises. */
export function assertProblem(answer: Answer<unknown>): asserts answer is Answer<Problem> {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
  const problem = answer.body as Problem
  assert.equal(problem.status, answer.status)
  assert.equal(problem.type, 'about:blank')
  assert.ok(problem.title.length > 5, 'a problem has a title')
  assert.match(problem.trace, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  assert.equal(frozenCodes.problems[problem.code], answer.status, `code ${problem.code}`)
  for (const { pointer, code, detail } of problem.errors ?? []) {
    assert.match(pointer, /^(\/([^~/]|~[01])*)*$/, 'a JSON pointer')
    assert.match(code, /^[a-z-]+\/[a-z-]+$/)
    assert.ok(detail.length > 3)
  }
}
