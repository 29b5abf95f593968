import type { Context } from './context.ts'
import type { JsonObject, Tx } from './db/index.ts'

/** One outbox entry as its handler sees it. */
export interface OutboxMessage {
  readonly bucket: number
  readonly id: string
  readonly payload: JsonObject
}

/**
 * What is done with each topic. A handler runs inside the claiming transaction (`context.db` is that
 * transaction) and must be able to run twice: a crash after an outside effect repeats it.
 */
export type OutboxHandlers = Readonly<
  Record<string, (context: Context, tx: Tx, messages: readonly OutboxMessage[]) => Promise<void>>
>

/** Something that is done again and again; it finds its own work and may run on several hosts. */
export interface ScheduledJob {
  readonly name: string
  readonly everySeconds: number
  run(context: Context): Promise<void>
}

/** The background work of one slice. */
export interface SliceJobs {
  readonly outbox?: OutboxHandlers
  readonly schedule?: readonly ScheduledJob[]
}
