import { unlockWords } from '../../../kernel/mailbox/index.ts'
import { pageLang } from './time.ts'

/** No answer came: there is no line, or it broke. */
export class NoLineError extends Error {
  override readonly name = 'NoLineError'

  constructor(cause: unknown) {
    super(unlockWords[pageLang].noLine, { cause })
  }
}

/** An answer that is a refusal: its code and its words. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, text: string) {
    super(text)
    this.status = status
    this.code = code
  }
}

/** The operations of the server that this page uses; nothing else is ever asked. */
export class Api {
  readonly #csrf: string

  constructor(csrf: string) {
    this.#csrf = csrf
  }

  async json(path: string): Promise<unknown> {
    const answer = await this.#ask(path, { headers: { accept: 'application/json' } })
    return answer.json()
  }

  async bytes(path: string): Promise<Uint8Array> {
    const answer = await this.#ask(path, { headers: { accept: 'application/octet-stream' } })
    return new Uint8Array(await answer.arrayBuffer().catch(tellNoLine))
  }

  /** Bytes as a file of the browser: on the disk where they are many. */
  async blob(path: string): Promise<Blob> {
    const answer = await this.#ask(path, { headers: { accept: 'application/octet-stream' } })
    return answer.blob().catch(tellNoLine)
  }

  async post(path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': this.#csrf }
    const answer = await this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return answer.status === 204 ? null : answer.json()
  }

  /** Sends bytes as they are. */
  async put(path: string, body: Uint8Array | Blob): Promise<unknown> {
    const headers = { 'content-type': 'application/octet-stream', 'x-csrf-token': this.#csrf }
    const answer = await this.#ask(path, { method: 'PUT', headers, body: body.slice() })
    return answer.status === 204 ? null : answer.json()
  }

  /** Writes over what is there. */
  async putJson(path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': this.#csrf }
    const answer = await this.#ask(path, { method: 'PUT', headers, body: JSON.stringify(body) })
    return answer.json()
  }

  /** Takes away. */
  async remove(path: string): Promise<void> {
    await this.#ask(path, { method: 'DELETE', headers: { 'x-csrf-token': this.#csrf } })
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    // Refusals are read on this page, whatever language the browser itself is in.
    headers.set('accept-language', pageLang)
    const options = { ...init, headers, credentials: 'same-origin', redirect: 'error' } as const
    const answer = await fetch(path, options).catch(tellNoLine)
    if (!answer.ok) throw await refusalOf(answer)
    return answer
  }
}

/** What a browser says of a line that is not there is for its makers. */
function tellNoLine(cause: unknown): never {
  throw new NoLineError(cause)
}

async function refusalOf(answer: Response): Promise<RefusedError> {
  const problem = (await answer.json().catch(() => ({}))) as Record<string, unknown>
  const text = [problem['detail'], problem['title']].find((each) => typeof each === 'string')
  const code = typeof problem['code'] === 'string' ? problem['code'] : ''
  return new RefusedError(answer.status, code, text ?? String(answer.status))
}
