import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import {
  type Clock,
  type Context,
  lineLog,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
  systemClock
} from '../platform/index.ts'

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
 */
export async function openInstallation(
  config: Config = readConfig(),
  clock: Clock = systemClock
): Promise<Installation> {
  await mkdir(config.dataFolder, { recursive: true })
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ folder: join(config.dataFolder, 'database') })
      : null
  const url = config.databaseUrl ?? embedded?.url ?? ''
  await migrate(url)
  const opened = openDatabase(url)
  let nudged: (() => void) | null = null
  const context: Context = {
    db: opened.db,
    clock,
    config,
    log: lineLog(() => clock.now()),
    nudge: () => nudged?.()
  }
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
