import { createServer as createProbe } from 'node:net'
import { after } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { drainOutbox } from '../../src/channels/index.ts'
import { jobs } from '../../src/people/jobs.ts'
import { importAuthorities, installSessions, seedDemonstration } from '../../src/people/index.ts'
import { routes } from '../../src/people/routes.ts'
import { html, layout } from '../../src/platform/html/index.ts'
import { type Server, createServer, page } from '../../src/platform/http/index.ts'
import { type Context, type ManualClock, manualClock, silentLog } from '../../src/platform/index.ts'
import { testDatabase } from './database.ts'

/** Sign-in and account alone, without the slices above. */
export interface PeopleServer {
  readonly app: Server
  readonly context: Context
  readonly clock: ManualClock
  /** Does what waits in the outbox. */
  readonly work: () => Promise<void>
}

/** What the test wants to be otherwise. */
export interface PeopleServerOptions {
  readonly demo?: boolean
  readonly origin?: string
  readonly assetsFolder?: string
  /** More of the environment: mail, short messages, the national sign-on. */
  readonly environment?: NodeJS.ProcessEnv
}

/** A server of the people slice on a database of its own; it does not listen yet. */
export async function peopleServer(options: PeopleServerOptions = {}): Promise<PeopleServer> {
  const { db } = await testDatabase()
  const clock = manualClock('2026-11-22T06:00:00Z')
  const origin = options.origin ?? 'http://localhost:3000'
  const config = readConfig({
    PEYMAN_ORIGIN: origin,
    PEYMAN_DEMO: options.demo === false ? '' : '1',
    PEYMAN_REQUESTS_PER_MINUTE: '100000',
    ...options.environment
  })
  const context: Context = { db, clock, config, log: silentLog, nudge: () => {} }
  await importAuthorities(context)
  await seedDemonstration({ ...context, config: { ...config, demo: true } })
  const app = await createServer({
    context,
    assetsFolder: options.assetsFolder ?? import.meta.dirname,
    describeReader: (request, lang) => ({
      account: request.session && { name: request.session.person.name[lang] },
      nav: []
    })
  })
  installSessions(app, context)
  await routes(app, context)
  page(app, { method: 'get', path: '/' }, ({ view }) =>
    layout(view, { title: 'Front', body: html`<h1>Front</h1>` })
  )
  after(() => app.close())
  const work = async () => {
    await drainOutbox(context, jobs.outbox ?? {})
  }
  return { app, context, clock, work }
}

/** A browser without a window: keeps cookies, finds the CSRF token of a page, posts its forms. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: Server

  constructor(app: Server) {
    this.#app = app
  }

  async get(url: string, headers: Record<string, string> = {}) {
    return this.#keep(
      await this.#app.inject({
        method: 'GET',
        url,
        headers: { ...this.#cookieHeader(), ...headers }
      })
    )
  }

  /** Posts a form with a right CSRF token, or with the one that is given. */
  async post(url: string, fields: Record<string, string> = {}, csrf?: string) {
    const body = new URLSearchParams({ ...fields, _csrf: csrf ?? (await this.csrf()) })
    return this.#keep(
      await this.#app.inject({
        method: 'POST',
        url,
        headers: { ...this.#cookieHeader(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: body.toString()
      })
    )
  }

  async csrf(): Promise<string> {
    const { body } = await this.get('/sign-in')
    return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  }

  signInAs(person: string, next = '/account') {
    return this.post('/sign-in/demonstration', { person, next })
  }

  #cookieHeader(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return cookie === '' ? {} : { cookie }
  }

  #keep<T extends { cookies: { name: string; value: string }[] }>(response: T): T {
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}

/** A port that is free now, for a server whose origin must name it. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createProbe().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
