import { readConfig } from '../config.ts'
import { openReportDesk } from '../outages/report-desk/index.ts'
import { systemClock } from '../platform/clock.ts'
import { giveBackMemory } from '../platform/give-back-memory.ts'
import { lineLog } from '../platform/log.ts'

const settledMilliseconds = 10_000

/** Runs the report desk until it is told to stop. */
export async function reportDeskCommand(): Promise<void> {
  const config = readConfig()
  const log = lineLog(() => systemClock.now())
  const desk = await openReportDesk({ config, clock: systemClock, log })
  const origin = config.reportOrigin ?? `http://localhost:${String(desk.port)}`
  process.stderr.write(`peyman: the report desk is open at ${origin}/report\n`)
  setTimeout(giveBackMemory, settledMilliseconds).unref()
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
  })
  await desk.close()
}
