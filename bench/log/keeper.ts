// Keeps the log of the bench as a worker does, in a process of its own.
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../src/config.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { openDatabase, silentLog, systemClock } from '../../src/platform/index.ts'

const config = readConfig()
const { db } = openDatabase(config.databaseUrl ?? '', 4)
const context = { db, clock: systemClock, config, log: silentLog, nudge: () => {} }
for (;;) {
  await publicLog.keepLog(context, await publicLog.publisherOf(context)).catch(() => {})
  // As often as the worker does it.
  await pause(1000)
}
