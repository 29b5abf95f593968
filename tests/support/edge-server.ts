import { after } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { type Server, createServer } from '../../src/platform/http/index.ts'
import {
  type Context,
  type Db,
  type Log,
  manualClock,
  silentLog
} from '../../src/platform/index.ts'

/** The HTTP edge alone, without slices. */
export interface EdgeServer {
  readonly app: Server
  readonly context: Context
  readonly clock: ReturnType<typeof manualClock>
}

/**
 * An edge that does not listen yet. Whoever sends `authorization: Bearer NAME` is the key of that name,
 * whoever sends the cookie `who=NAME` has a session.
 */
export async function edgeServer(options: {
  readonly db: Db
  readonly log?: Log
  readonly environment?: NodeJS.ProcessEnv
}): Promise<EdgeServer> {
  const clock = manualClock('2026-11-22T06:00:00Z')
  const config = readConfig({ PEYMAN_REQUESTS_PER_MINUTE: '100000', ...options.environment })
  const { db, log = silentLog } = options
  const context: Context = { db, clock, config, log, nudge: () => {} }
  const app = await createServer({
    context,
    assetsFolder: import.meta.dirname,
    describeReader: () => ({ account: null, nav: [] })
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const { who } = request.cookies
    if (key !== undefined) request.caller = { id: key, by: 'key' }
    else if (who !== undefined) request.caller = { id: who, by: 'session' }
    done()
  })
  after(() => app.close())
  return { app, context, clock }
}
