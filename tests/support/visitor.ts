import { ApiClient } from './api-client.ts'
import type { TestServer } from './server.ts'

/** A page as it came. */
export interface SeenPage {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where a redirect leads, or nothing. */
  readonly location: string
}

/** What a form sends: names may come more than once. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser without scripts: keeps cookies, sends forms with the token of the page, follows nothing. */
export class Visitor {
  readonly #server: Pick<TestServer, 'origin'>
  readonly #cookies = new Map<string, string>()

  constructor(server: Pick<TestServer, 'origin'>) {
    this.#server = server
  }

  /** Somebody who signed in already, with their cookie. */
  static withSession(server: Pick<TestServer, 'origin'>, token: string): Visitor {
    const visitor = new Visitor(server)
    visitor.#cookies.set('session', token)
    return visitor
  }

  /** Somebody of the demonstration, signed in. */
  static async as(server: Pick<TestServer, 'origin'>, person: string): Promise<Visitor> {
    const visitor = new Visitor(server)
    const { status } = await visitor.post('/sign-in/demonstration', { person, next: '/' })
    if (status !== 303) throw new Error(`${person} could not sign in`)
    return visitor
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<SeenPage> {
    return this.#send(path, { headers })
  }

  /** Sends a form; its token is the visitor's own unless `fields` has another `_csrf`. */
  async post(path: string, fields: Fields = {}): Promise<SeenPage> {
    const body = new URLSearchParams({ _csrf: await this.csrf() })
    for (const [name, values] of Object.entries(fields)) {
      body.delete(name)
      for (const value of [values].flat()) body.append(name, value)
    }
    return this.#send(path, { method: 'POST', body })
  }

  /** Sends a form with files. */
  async postFiles(path: string, parts: readonly [string, string | File][]): Promise<SeenPage> {
    const body = new FormData()
    body.append('_csrf', await this.csrf())
    for (const [name, value] of parts) body.append(name, value)
    return this.#send(path, { method: 'POST', body })
  }

  async csrf(): Promise<string> {
    const { text } = await this.get('/sign-in')
    return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  }

  /** Forgets the session, as its end would. */
  signOut(): void {
    this.#cookies.delete('session')
  }

  /** The same person's scripts. */
  async scripts(): Promise<ApiClient> {
    const csrf = await this.csrf()
    return new ApiClient(this.#server, { cookie: this.#cookie(), 'x-csrf-token': csrf })
  }

  #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async #send(path: string, init: RequestInit): Promise<SeenPage> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0) headers.set('cookie', this.#cookie())
    if (!headers.has('accept')) headers.set('accept', 'text/html')
    const response = await fetch(`${this.#server.origin}${path}`, {
      ...init,
      headers,
      redirect: 'manual'
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const text = await response.text()
    const { status } = response
    return {
      status,
      headers: response.headers,
      text,
      location: response.headers.get('location') ?? ''
    }
  }
}
