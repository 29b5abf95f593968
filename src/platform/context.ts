import type { Config } from '../config.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/index.ts'
import type { Log } from './log.ts'

/** What every use case is given: where the state is, what time it is, what is configured. */
export interface Context {
  readonly db: Db
  readonly clock: Clock
  readonly config: Config
  readonly log: Log
  /** Hints the worker that the outbox has rows; called after the commit, and only a hint. */
  nudge(): void
}
