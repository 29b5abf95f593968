import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import type { Db } from '../../platform/db/index.ts'
import type * as DatabaseCode from './database-code.ts'
import type { ReportView } from '../reports/read-report.ts'
import type { Spool } from './spool-store.ts'

const turnMilliseconds = 1000
const choicesMilliseconds = 60_000
const receiptDays = 30
const patienceMilliseconds = 3000
const connectionsMax = 4

/** What the report desk needs of the database, whenever there is one. */
export interface DeskDatabase {
  /** It answered at the last turn. */
  isThere(): boolean
  /** Something waits: look now rather than at the next turn. */
  nudge(): void
  /** A report by its code; `null` where there is none, or no database. */
  byCode(code: string): Promise<ReportView | null>
  close(): Promise<void>
}

interface Opened {
  readonly code: typeof DatabaseCode
  readonly db: Db
  close(): Promise<void>
}

/**
 * Looks for the database again and again, in the background, and brings to it what waits. Nothing of it
 * is loaded, and nothing waits for it, before the desk listens.
 */
export function followDatabase(given: {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly spool: Spool
}): DeskDatabase {
  const state = { there: false, stopped: false, choicesAt: -Infinity, wake: () => {} }
  let opened: Opened | null = null
  const turn = async () => {
    const { clock, log, spool } = given
    opened ??= await open(given.config)
    const { code, db } = opened
    // What is brought to a database that a restore still fills would be of no state.
    await code.demandWholeNow(db)
    if (performance.now() - state.choicesAt > choicesMilliseconds) {
      const choices = await code.listChoices(db)
      if (choices.length > 0) spool.keepChoices(choices)
      state.choicesAt = performance.now()
      spool.forget(clock.now().subtract({ hours: receiptDays * 24 }))
    } else if (!state.there) await code.listChoices(db)
    state.there = true
    await code.mergeSpool({ spool, db, clock, log })
  }
  const ended = (async () => {
    while (!state.stopped) {
      await turn().catch((error: unknown) => {
        if (state.there) given.log.warn({ error }, 'the database is away; reports go to the spool')
        state.there = false
      })
      if (!state.stopped) await pause(state)
    }
  })()
  return {
    isThere: () => state.there,
    nudge: () => {
      state.wake()
    },
    byCode: async (code) => {
      if (opened === null || !state.there) return null
      return opened.code.reportByCode(opened.db, code)
    },
    close: async () => {
      state.stopped = true
      state.wake()
      // A turn may wait for a database that does not answer; what waits is safe without it.
      await Promise.race([ended, patience()])
      await Promise.race([opened?.close(), patience()])
    }
  }
}

async function open(config: Config): Promise<Opened> {
  const code = await import('./database-code.ts')
  const embedded = config.databaseUrl === null ? await code.startEmbedded(config.dataFolder) : null
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const opened = code.openDatabase(url, connectionsMax)
  return {
    code,
    db: opened.db,
    close: async () => {
      await opened.close()
      await embedded?.stop()
    }
  }
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref())
}

function pause(state: { wake: () => void }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, turnMilliseconds)
    state.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}
