import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { type Log, lineLog } from '../platform/log.ts'

/** This installation, opened: its database is migrated and its context is ready. */
export interface Installation {
  readonly context: Context
  /** Called when a use case nudges the worker. */
  onNudge(listener: () => void): void
  close(): Promise<void>
}

/**
 * Opens the installation that the environment describes: the database of `DATABASE_URL`, or the
 * embedded one in the data folder, which is started (or joined, where the server already runs).
 * @throws {DatabaseUnusableError} If the database of `DATABASE_URL` does not answer, or is too old.
 */
export async function openInstallation(
  config: Config = readConfig(),
  clock: Clock = systemClock
): Promise<Installation> {
  await mkdir(config.dataFolder, { recursive: true })
  const log = lineLog(() => clock.now())
  const embedded = config.databaseUrl === null ? await startOwn(config, log) : null
  // Not read before: whoever starts the desk reads it while the database's own process comes up.
  const { demandDatabase, migrate, openDatabase } = await import('../platform/db/index.ts')
  const url = config.databaseUrl ?? embedded?.url ?? ''
  try {
    await demandDatabase(url)
    await migrate(url)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const opened = openDatabase(url)
  let nudged: (() => void) | null = null
  const context: Context = { db: opened.db, clock, config, log, nudge: () => nudged?.() }
  return {
    context,
    onNudge: (listener) => {
      nudged = listener
    },
    close: async () => {
      await opened.close()
      await embedded?.stop()
    }
  }
}

function startOwn(config: Config, log: Log): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder: join(config.dataFolder, 'database'),
    onTrouble: (what, error) => log.error({ error }, what)
  })
}
