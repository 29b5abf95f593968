/**
 * Finding and waking the next 1,000 due clocks among 10 thousand, 1 million and 10 million running
 * ones: each is found, taken, read with its facts, judged late, and its breach recorded durably. The
 * three sizes stand in databases side by side and take turns, so that the machine treats them alike.
 *
 * Run: node bench/due.ts [--quick] [--clocks=10000,1000000,10000000]
 */
import { caseDesk } from '../src/cases/index.ts'
import { type ManualClock, manualClock } from '../src/platform/index.ts'
import { type BenchDesk, openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { median, secondsSince, table } from './desk/report.ts'
import { seedCases } from './desk/seed.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((each) => each.startsWith('--clocks='))?.slice('--clocks='.length)
const sizes =
  asked?.split(',').map(Number) ?? (quick ? [8_000, 40_000] : [10_000, 1_000_000, 10_000_000])
const rounds = quick ? 2 : 7
const clocksPerRound = 1000
const ratioMost = 1.5
const firstDueAt = Temporal.Instant.from('2027-01-01T00:00:00Z')

interface Size {
  readonly clocks: number
  readonly desk: BenchDesk
  readonly clock: ManualClock
  readonly seconds: number[]
}

async function open(server: { url: string }, clocks: number): Promise<Size> {
  const begun = performance.now()
  // Cards are published before the first case is filed.
  const clock = manualClock(firstDueAt.subtract({ hours: 24 * 60 }))
  const desk = await openBenchDesk(server, clock)
  await desk.admin.query("alter system set max_wal_size = '8GB'")
  await desk.admin.query('select pg_reload_conf()')
  await seedCases(desk.admin, {
    from: 0,
    to: clocks,
    firstDueAt: firstDueAt.toString(),
    dueEverySeconds: 1,
    clocksOnly: true
  })
  clock.set(firstDueAt)
  const size = clocks.toLocaleString('en')
  console.error(`seeded ${size} running clocks in ${secondsSince(begun).toFixed(0)} s`)
  return { clocks, desk, clock, seconds: [] }
}

/** Lets a thousand more clocks run out, and wakes them. */
async function wakeNext({ desk, clock }: Size): Promise<number> {
  clock.advance(`PT${String(clocksPerRound)}S`)
  const begun = performance.now()
  const woken = await caseDesk.wakeTimers(desk.context, clocksPerRound)
  if (woken !== clocksPerRound)
    throw new Error(`woke ${String(woken)}, not ${String(clocksPerRound)}`)
  return secondsSince(begun)
}

async function breachesOf({ desk }: Size): Promise<number> {
  const found = await desk.admin.query<{ count: string }>(
    "select count(*) from facts where authority = 'sko' and kind = 'case.breached'"
  )
  return Number(found.rows[0]?.count)
}

const server = await startBenchPostgres()
const opened: Size[] = []
try {
  for (const clocks of sizes) opened.push(await open(server, clocks))
  for (const size of opened) await wakeNext(size)
  for (let round = 0; round < rounds; round += 1) {
    for (const size of opened) {
      await size.desk.admin.query('checkpoint')
      size.seconds.push(await wakeNext(size))
    }
  }
  for (const size of opened) {
    const breaches = await breachesOf(size)
    if (breaches !== (rounds + 1) * clocksPerRound)
      throw new Error('a clock was lost or woke twice')
  }
  const base = median(opened[0]?.seconds ?? [])
  const rows = opened.map(({ clocks, seconds }) => {
    const middle = median(seconds)
    if (middle / base > ratioMost) process.exitCode = 1
    return [
      clocks.toLocaleString('en'),
      (middle * 1000).toFixed(0),
      `${(Math.min(...seconds) * 1000).toFixed(0)} to ${(Math.max(...seconds) * 1000).toFixed(0)}`,
      (clocksPerRound / middle).toFixed(0),
      (middle / base).toFixed(2)
    ]
  })
  console.log(
    `\nFinding and waking the next ${String(clocksPerRound)} due clocks; medians of ${String(rounds)} rounds in turns\n`
  )
  console.log(table(['running clocks', 'ms', 'range', 'clocks/s', 'ratio'], rows))
  console.log(`\nAsked for: no more than ${String(ratioMost)} times slower.`)
} finally {
  for (const { desk } of opened) await desk.close()
  await server.stop()
}
