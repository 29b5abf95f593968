/**
 * What a look costs: CPU seconds of the agent's process, user and system, for 1,000 looks at web addresses,
 * each every minute, each with a connection of its own; and the same for a bare loop of `node:http`, which
 * is as little as this runtime can do. The targets' server and the desk are processes apart.
 *
 * Run: node bench/probes.ts [--quick] [--seconds=30] [--targets=1000,10000]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { environmentOf, programWords } from '../bin/program.mjs'
import { openProbeDesk, probeKey } from '../tests/support/probe-desk.ts'
import { numberOf } from './desk/options.ts'
import { table } from './desk/report.ts'

const quick = process.argv.includes('--quick')
const seconds = numberOf('seconds', quick ? 10 : 30)
const warmSeconds = quick ? 5 : 10
const everySeconds = 60
const asked = process.argv.find((word) => word.startsWith('--targets='))?.slice('--targets='.length)
const sizes = asked?.split(',').map(Number) ?? (quick ? [10_000] : [1_000, 5_000, 10_000])
const goal = 1.0
/** CPU seconds for 1,000 looks, taken on a machine of this kind. */
const peers = { 'Prometheus blackbox exporter': 3.1, 'Uptime Kuma': 6.1 }

interface Cost {
  readonly looks: number
  /** CPU seconds for 1,000. */
  readonly perThousand: number
  readonly megabytes: number
  /** Looks in the fullest second over those in a middling one. */
  readonly peak: number
}

/** CPU seconds that a process has taken so far, in user and system mode (proc(5), in ticks of 10 ms). */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6
}

function startScript(name: string, words: readonly string[] = []): ChildProcess {
  const file = fileURLToPath(import.meta.resolve(`./probes/${name}.ts`))
  return spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function askedBySecond(origin: string): Promise<number[]> {
  const answer = await fetch(`${origin}/-/seconds`)
  return ((await answer.json()) as [number, number][]).map(([, count]) => count)
}

/** What a process costs from now on, for a while. */
async function measured(origin: string, pid: number, forSeconds: number): Promise<Cost> {
  const [before, cpu] = [await askedBySecond(origin), cpuSeconds(pid)]
  await pause(forSeconds * 1000)
  const [now, cpuNow] = [await askedBySecond(origin), cpuSeconds(pid)]
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  const looks = sum(now) - sum(before)
  const whole = now.slice(before.length + 1, -1)
  return {
    looks,
    perThousand: ((cpuNow - cpu) / looks) * 1000,
    megabytes: residentMegabytes(pid),
    peak: Math.max(...whole) / (sum(whole) / whole.length)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await over
}

/** The agent as a user runs it, on a plan of so many targets. */
async function measureAgent(origin: string, size: number): Promise<Cost> {
  const desk = await openProbeDesk({
    v: 1,
    vantage: 'bench',
    refreshSeconds: 30,
    targets: Array.from({ length: size }, (_, i) => ({
      id: `target-${String(i)}`,
      everySeconds,
      timeoutMs: 10_000,
      check: { kind: 'http', url: `${origin}/${String(i)}`, keyword: 'در دسترس' }
    })),
    notices: [],
    hosts: ['127.0.0.1']
  })
  const folder = await mkdtemp(join(tmpdir(), 'peyman-bench-probe-'))
  const words = [...programWords(), 'probe', '--desk', desk.origin, '--folder', folder]
  const child = spawn(process.execPath, words, {
    env: environmentOf({ PEYMAN_PROBE_KEY: probeKey }),
    stdio: ['ignore', 'ignore', 'ignore']
  })
  try {
    await pause(warmSeconds * 1000)
    const cost = await measured(origin, child.pid ?? 0, seconds)
    await pause(6000)
    const wrong = desk.results.filter(({ ok }) => !ok).length
    if (wrong > 0) throw new Error(`${String(wrong)} looks failed: the figures mean nothing`)
    if (desk.results.length < cost.looks) throw new Error('looks were made and not reported')
    return cost
  } finally {
    await ended(child)
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureBare(origin: string, ...words: readonly string[]): Promise<Cost> {
  const child = startScript('bare-loop', [origin, ...words])
  try {
    await pause(1500)
    return await measured(origin, child.pid ?? 0, quick ? 3 : 8)
  } finally {
    await ended(child)
  }
}

const server = startScript('target-server')
try {
  const origin = await new Promise<string>((settle) =>
    server.stdout?.once('data', (text: Buffer) => settle(text.toString().trim()))
  )
  const rows: string[][] = []
  const row = (name: string, { looks, perThousand, megabytes }: Cost, peak = '') =>
    rows.push([name, String(looks), perThousand.toFixed(2), megabytes.toFixed(0), peak])
  let worst = 0
  for (const size of sizes) {
    const cost = await measureAgent(origin, size)
    const name = `${size.toLocaleString('en')} targets every ${String(everySeconds)} s`
    row(name, cost, cost.peak.toFixed(2))
    worst = cost.perThousand
    console.error(`${name}: ${cost.perThousand.toFixed(2)}`)
  }
  const kept = await measureBare(origin, 'keep-alive')
  const anew = await measureBare(origin, 'close')
  const pace = (sizes.at(-1) ?? 0) / everySeconds
  const paced = await measureBare(origin, 'close', String(pace))
  row('bare loop, connections kept, flat out', kept)
  row('bare loop, a connection each, flat out', anew)
  row('bare loop, a connection each, at that pace', paced)
  for (const [name, cost] of Object.entries(peers)) rows.push([name, '', cost.toFixed(2), '', ''])
  console.log(
    table(['', 'looks', 'CPU s for 1,000', 'memory, MB', 'fullest second over the mean'], rows)
  )
  const times = ({ perThousand }: Cost) => (worst / perThousand).toFixed(1)
  console.log(
    `\nThe last plan takes ${times(kept)} times the bare loop flat out with kept connections, ${times(anew)} times that with a connection each, ${times(paced)} times that at its own pace.`
  )
  console.log(`Asked for: at most ${goal.toFixed(1)} CPU seconds for 1,000.`)
  if (worst > goal) process.exitCode = 1
} finally {
  await ended(server)
}
