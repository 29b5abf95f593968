// Keeps the log as a worker does, round after round; whatever fails is tried again.
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../../src/config.ts'
import { publicLog } from '../../../src/ledger/index.ts'
import { type Context, lineLog, openDatabase, systemClock } from '../../../src/platform/index.ts'

const config = readConfig()
const { db } = openDatabase(process.env.DATABASE_URL ?? '', 4)
const log = lineLog(() => systemClock.now())
const context: Context = { db, clock: systemClock, config, log, nudge: () => {} }
for (;;) {
  try {
    await publicLog.keepLog(context, await publicLog.publisherOf(context))
  } catch (error) {
    log.error({ error }, 'a round failed')
  }
  await pause(20)
}
