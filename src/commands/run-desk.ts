import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from '../app.ts'
import { buildAssets } from '../platform/html/build-assets.ts'
import { useAssets } from '../platform/html/index.ts'
import { publishReaderCode } from '../letters/index.ts'
import { giveBackMemory } from '../platform/give-back-memory.ts'
import { type Server, openDoor } from '../platform/http/index.ts'
import { type Context, analyticsRole, ensureAnalyticsRole } from '../platform/index.ts'
import type { Worker } from '../worker.ts'
import { fillPastBeside } from './fill-past.ts'
import { loadNewContent } from './load-content.ts'
import type { Installation } from './open-installation.ts'
import { prepareDemonstration, tidyDemonstration } from './prepare-demonstration.ts'

// After the first turn of each job, and when the first readers have been.
const settledMilliseconds = [5000, 30_000]
// Whoever waits for the first page gets it before the background work is read and takes its first turn.
const firstPageMilliseconds = 300

/** The desk as it runs. */
export interface Desk {
  /** Ends when the past has filled in and the background work has begun; fails if that fails. */
  readonly background: Promise<void>
  /** Ends after what is under way; the installation stays open. */
  stop(): Promise<void>
}

/**
 * Opens the desk on an installation. The page is there at once; the past of an empty demonstration
 * fills in behind it, and only then do the clocks of the background work run by today.
 * @param roles - `signal` is aborted where the start, or what fills in, is to end before its end.
 */
export async function runDesk(
  installation: Installation,
  roles: { readonly web: boolean; readonly worker: boolean; readonly signal: AbortSignal }
): Promise<Desk> {
  const { context } = installation
  const { config } = context
  const { signal } = roles
  const past = config.demo ? await prepareDemonstration(context) : null
  if (!config.demo) await loadNewContent(context)
  signal.throwIfAborted()
  const app = roles.web ? await openDesk(context) : null
  let worker: Worker | null = null
  const begin = async () => {
    await pause(firstPageMilliseconds, null, { signal })
    if (past !== null) await fillPastBeside(past, signal)
    else if (config.demo) await tidyDemonstration(context)
    if (signal.aborted) return
    if (roles.worker) {
      await prepareAnalysis(context)
      worker = await beginWork(context)
      installation.onNudge(() => worker?.nudge())
    }
    for (const settled of settledMilliseconds) setTimeout(giveBackMemory, settled).unref()
  }
  const background = begin().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return {
    background,
    stop: async () => {
      await app?.close()
      await background
      await worker?.stop()
    }
  }
}

/** Gives the counters to whoever may analyse; a desk without that is as good a desk. */
async function prepareAnalysis({ db, log }: Context): Promise<void> {
  if (await ensureAnalyticsRole(db)) return
  const role = analyticsRole
  log.warn(
    { role },
    'the role is not there: docs/specs/personal-data.md, section 6, says how to make it'
  )
}

async function beginWork(context: Context): Promise<Worker> {
  const { startWorker } = await import('../worker.ts')
  const { sliceJobs } = await import('../slice-jobs.ts')
  return startWorker(context, sliceJobs)
}

async function openDesk(context: Context): Promise<Server> {
  const { config } = context
  const built = await buildAssets()
  useAssets(built.manifest)
  const app = await createApp(context, built.folder)
  await openDoor(app, { port: config.port, host: config.host })
  await publishReaderCode(context, built.folder)
  process.stderr.write(welcome(config))
  return app
}

function welcome(config: { origin: string; demo: boolean }): string {
  const note = config.demo ? ' (demonstration: sign in by a click)' : ''
  return `peyman: the desk is open at ${config.origin}${note}\n`
}
