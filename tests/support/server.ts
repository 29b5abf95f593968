import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { createApp } from '../../src/app.ts'
import { drainOutbox } from '../../src/channels/index.ts'
import { loadContent, loadFiles } from '../../src/commands/load-content.ts'
import { mailboxes } from '../../src/letters/index.ts'
import { readConfig } from '../../src/config.ts'
import { buildAssets } from '../../src/platform/html/build-assets.ts'
import { useAssets } from '../../src/platform/html/index.ts'
import { type Server, openDoor } from '../../src/platform/http/index.ts'
import {
  type Context,
  type Db,
  type ManualClock,
  type OutboxHandlers,
  manualClock,
  silentLog,
  systemClock
} from '../../src/platform/index.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { testDatabase } from './database.ts'

const usualStart = '2026-11-22T06:00:00Z'

/** The whole desk, listening on a port of its own, with a clock that the test moves. */
export interface TestServer {
  readonly origin: string
  readonly app: Server
  readonly clock: ManualClock
  readonly context: Context
  /** Does what the worker would: the outbox and every scheduled job, once; or those alone that run so often. */
  work(often?: { readonly everySecondsMax: number }): Promise<void>
}

/**
 * Starts the desk on a database of its own with all content of `agreements/` and the demonstration
 * people. It is closed when the test file ends.
 * @param start - Where the clock stands.
 * @param options - `requestsPerMinuteMax`: as good as none unless told; `sourceUrl`: of the program.
 */
export async function startTestServer(
  start: Temporal.Instant | string = usualStart,
  options: {
    readonly requestsPerMinuteMax?: number
    readonly sourceUrl?: string
    readonly reportEffort?: number
    readonly reportsPerMinuteMax?: number
    /** `false`: people are real here. */
    readonly demo?: boolean
  } = {}
): Promise<TestServer> {
  const clock = manualClock(start)
  const dataFolder = await mkdtemp(join(tmpdir(), 'peyman-data-'))
  // The port is chosen by the system, and the origin must name it: so it is asked for first.
  const port = await freePort()
  const config = readConfig({
    PORT: String(port),
    PEYMAN_ORIGIN: `http://localhost:${String(port)}`,
    PEYMAN_DATA: dataFolder,
    PEYMAN_DEMO: options.demo === false ? '' : '1',
    PEYMAN_REQUESTS_PER_MINUTE: String(options.requestsPerMinuteMax ?? 100_000),
    PEYMAN_SOURCE: options.sourceUrl,
    PEYMAN_REPORT_EFFORT: String(options.reportEffort ?? 40),
    PEYMAN_REPORTS_PER_MINUTE: String(options.reportsPerMinuteMax ?? 100_000)
  })
  const given = { clock, config, log: silentLog, nudge: () => {} }
  const context: Context = { ...given, db: await databaseWithContent(given) }
  const built = await buildAssets()
  useAssets(built.manifest)
  const app = await createApp(context, built.folder)
  await openDoor(app, { port, host: 'localhost' })
  after(async () => {
    await app.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  return {
    origin: config.origin,
    app,
    clock,
    context,
    work: (often) => workOnce(context, often?.everySecondsMax)
  }
}

/**
 * A database with all content. Files that begin at the usual moment share what all bring in, and so do those
 * that begin by the clock of the machine: to them it was brought in some minutes before.
 */
async function databaseWithContent(given: Omit<Context, 'db'>): Promise<Db> {
  const when = sharedMoment(given.clock.now())
  const load = (db: Db) => loadFiles({ ...given, db })
  const name = `desk${given.config.demo ? ' of a demonstration' : ''}, ${when ?? ''}`
  const { db } = await testDatabase(when === null ? undefined : { name, load })
  await (when === null ? loadContent({ ...given, db }) : mailboxes.seedMailboxes({ ...given, db }))
  return db
}

function sharedMoment(start: Temporal.Instant): 'usual' | 'today' | null {
  if (String(start) === usualStart) return 'usual'
  const seconds = Math.abs(start.until(systemClock.now()).total('seconds'))
  return seconds < 60 ? 'today' : null
}

async function workOnce(context: Context, everySecondsMax = Infinity): Promise<void> {
  const handlers = Object.assign(
    {},
    ...sliceJobs.map((jobs) => jobs.outbox ?? {})
  ) as OutboxHandlers
  await drainOutbox(context, handlers)
  const scheduled = sliceJobs.flatMap((jobs) => jobs.schedule ?? [])
  for (const job of scheduled.filter(({ everySeconds }) => everySeconds <= everySecondsMax))
    await job.run(context)
  await drainOutbox(context, handlers)
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
