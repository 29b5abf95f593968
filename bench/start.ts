/**
 * How long until the desk shows its first page, on an empty data folder and on one that was used
 * before, and how much memory it holds when nobody asks for anything: after the first start, which had a
 * past to replay and some readers, and after a start on a used folder.
 *
 * Run: node bench/start.ts [--rounds=5] [--idle-seconds=60]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { numberOf } from './desk/options.ts'
import { median, table } from './desk/report.ts'
import { type DeskProcess, startDesk } from './pages/desk-process.ts'

const rounds = numberOf('rounds', 5)
const idleSeconds = numberOf('idle-seconds', 60)
const coldSecondsMax = 5
const warmSecondsMax = 1.5
const idleMegabytesMax = 150

interface Round {
  readonly cold: number
  readonly warm: number
  readonly firstIdle: number
  readonly idle: number
  readonly signer: number
}

const firstPages = ['/', '/services', '/services/10021006', '/agreements/SK', '/promises']

async function idleMegabytes(desk: DeskProcess): Promise<{ own: number; started: number }> {
  for (const path of firstPages) await (await fetch(desk.origin + path)).text()
  await pause(idleSeconds * 1000)
  const { own, started } = desk.residentBytes()
  return { own: own / 1e6, started: started / 1e6 }
}

async function measure(): Promise<Round> {
  const folder = await mkdtemp(join(tmpdir(), 'peyman-start-'))
  try {
    const first = await startDesk(folder)
    await first.said('replayed')
    const firstIdle = await idleMegabytes(first)
    await first.stop()
    const second = await startDesk(folder)
    const idle = await idleMegabytes(second)
    await second.stop()
    const [cold, warm] = [first.firstPageSeconds, second.firstPageSeconds]
    return { cold, warm, firstIdle: firstIdle.own, idle: idle.own, signer: idle.started }
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
      line('idle after the first start, MB', figures('firstIdle'), `< ${String(idleMegabytesMax)}`),
      line('idle, used folder, MB', figures('idle'), `< ${String(idleMegabytesMax)}`),
      line('its signer, a process apart, MB', figures('signer'), '')
    ]
  )}\n`
)
