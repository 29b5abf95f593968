/**
 * How long until the desk shows its first page, on an empty data folder and on one that was used
 * before, and how much memory it holds when nobody asks for anything.
 *
 * Run: node bench/start.ts [--rounds=5] [--idle-seconds=20]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { numberOf } from './desk/options.ts'
import { median, table } from './desk/report.ts'
import { startDesk } from './pages/desk-process.ts'

const rounds = numberOf('rounds', 5)
const idleSeconds = numberOf('idle-seconds', 20)
const coldSecondsMax = 5
const warmSecondsMax = 1.5
const idleMegabytesMax = 150

interface Round {
  readonly cold: number
  readonly warm: number
  readonly idleMegabytes: number
}

async function measure(): Promise<Round> {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-start-'))
  try {
    const first = await startDesk(folder)
    await first.said('replayed')
    await first.stop()
    const second = await startDesk(folder)
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000))
    const idleMegabytes = second.residentBytes() / 1e6
    await second.stop()
    return { cold: first.firstPageSeconds, warm: second.firstPageSeconds, idleMegabytes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// The compile cache of Node is part of the set-up; a first start fills what that left out.
await measure()
const measured: Round[] = []
for (let round = 1; round <= rounds; round += 1) {
  process.stderr.write(
    `round ${String(round)} of ${String(rounds)}, load of the machine ${String(loadavg()[0])}\n`
  )
  measured.push(await measure())
}
const figures = (name: keyof Round) => measured.map((each) => each[name])
const line = (name: string, values: readonly number[], wanted: string) => [
  name,
  median(values).toFixed(2),
  Math.min(...values).toFixed(2),
  Math.max(...values).toFixed(2),
  wanted
]
process.stdout.write(
  `${table(
    ['', 'median', 'least', 'most', 'wanted'],
    [
      line('first page, empty folder, s', figures('cold'), `< ${String(coldSecondsMax)}`),
      line('first page, used folder, s', figures('warm'), `< ${String(warmSecondsMax)}`),
      line('memory when idle, MB', figures('idleMegabytes'), `< ${String(idleMegabytesMax)}`)
    ]
  )}\n`
)
