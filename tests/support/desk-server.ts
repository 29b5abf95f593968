import { after } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import { routes } from '../../src/cases/routes.ts'
import { access, installSessions } from '../../src/people/index.ts'
import { routes as peopleRoutes } from '../../src/people/routes.ts'
import { type Server, createServer, openDoor } from '../../src/platform/http/index.ts'
import { type TestDesk, testDesk } from './desk.ts'

/** The desk behind HTTP, listening on a port of its own. */
export interface DeskServer extends TestDesk {
  readonly app: Server
  readonly origin: string
  /** Somebody's signed-in browser, as far as scripts use it. */
  signIn(key: string): Promise<Caller>
}

/** Headers of a signed-in caller. */
export interface Caller {
  readonly headers: Record<string, string>
}

/** A desk with people and sign-in, and no other slice but what `more` adds. */
export async function deskServer(
  start?: string,
  more?: (app: Server, context: TestDesk['context']) => Promise<void> | void
): Promise<DeskServer> {
  const desk = await testDesk(start)
  const { context } = desk
  const app = await createServer({
    context,
    assetsFolder: import.meta.dirname,
    describeReader: () => ({ account: null, nav: [] })
  })
  installSessions(app, context)
  await peopleRoutes(app, context)
  access.lookRoutes(app, context, (person) => caseDesk.nameCases(context, person))
  await routes(app, context)
  await more?.(app, context)
  const origin = await openDoor(app, { port: 0, host: 'localhost' })
  after(() => app.close())
  return { ...desk, app, origin, signIn: (key) => signIn(app, key) }
}

async function signIn(app: Server, key: string): Promise<Caller> {
  const page = await app.inject({ method: 'GET', url: '/sign-in' })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const before = cookieOf(page.cookies)
  const signed = await app.inject({
    method: 'POST',
    url: '/sign-in/demonstration',
    headers: { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ person: key, next: '/', _csrf: csrf }).toString()
  })
  const cookie = cookieOf([...page.cookies, ...signed.cookies.filter(({ value }) => value !== '')])
  return { headers: { cookie, 'x-csrf-token': csrf } }
}

function cookieOf(cookies: readonly { name: string; value: string }[]): string {
  const last = new Map(cookies.map(({ name, value }) => [name, value]))
  return Array.from(last, ([name, value]) => `${name}=${value}`).join('; ')
}
