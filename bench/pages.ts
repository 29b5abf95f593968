/**
 * Requests per second of the pages that people open most, each beside the bare framework: Fastify with
 * nothing on it, in a process of its own, sending a constant text of as many bytes. Both are asked in
 * turns by the same client in the same run; medians are shown. The desk holds its small demonstration.
 *
 * Run: node bench/pages.ts [--quick] [--rounds=5] [--seconds=3] [--connections=16]
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { numberOf } from './desk/options.ts'
import { median, table } from './desk/report.ts'
import { startDesk } from './pages/desk-process.ts'
import { type Load, type Target, load } from './pages/load.ts'
import { signInTo } from './pages/sign-in.ts'

const quick = process.argv.includes('--quick')
const rounds = numberOf('rounds', quick ? 2 : 5)
const seconds = numberOf('seconds', quick ? 1 : 3)
const connections = numberOf('connections', 16)
const styledBytesMax = 60_000

interface Measured {
  readonly name: string
  readonly desk: Load[]
  readonly bare: Load[]
}

async function startBare(): Promise<{ origin: string; stop(): void }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'pages/bare-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const origin = await new Promise<string>((settle, fail) => {
    child.stdout.once('data', (text: Buffer) => settle(text.toString().trim()))
    child.once('exit', (code) => fail(new Error(`the bare server ended with ${String(code)}`)))
  })
  return { origin, stop: () => void child.kill('SIGTERM') }
}

/** The style sheet of a page, as bytes on the wire. */
async function styleBytes(origin: string): Promise<number> {
  const page = await (await fetch(origin)).text()
  const path = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? ''
  const { bodyBytes } = await load({ origin, path }, { connections: 1, seconds: 0.2 })
  return bodyBytes
}

/** The pages, with the case page of somebody who is signed in and has a case. */
async function pagesOf(origin: string): Promise<(Target & { name: string })[]> {
  const { cookie, casePath } = await signInTo(origin)
  return [
    { name: 'front page', origin, path: '/' },
    { name: 'card of a service', origin, path: '/services/10021006' },
    { name: 'agreement', origin, path: '/agreements/SK' },
    { name: 'card, signed in', origin, path: '/services/10021006', headers: { cookie } },
    { name: 'case, signed in', origin, path: casePath, headers: { cookie } }
  ]
}

async function measure(folder: string): Promise<void> {
  process.stderr.write('replaying the small demonstration\n')
  const desk = await startDesk(folder)
  const bare = await startBare()
  try {
    await desk.said('peyman: replayed')
    const styles = await styleBytes(desk.origin)
    const pages = await pagesOf(desk.origin)
    const measured: Measured[] = pages.map(({ name }) => ({ name, desk: [], bare: [] }))
    const way = { connections, seconds }
    // Once before anything counts: the compiler learns what is hot.
    for (const page of pages) await load(page, { connections, seconds: Math.min(seconds, 2) })
    for (let round = 1; round <= rounds; round += 1) {
      process.stderr.write(
        `round ${String(round)} of ${String(rounds)}, load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}\n`
      )
      for (const [i, page] of pages.entries()) {
        const own = await load(page, way)
        measured[i]?.desk.push(own)
        const path = `/${String(own.bodyBytes)}`
        measured[i]?.bare.push(await load({ origin: bare.origin, path }, way))
      }
    }
    process.stdout.write(`${tableOf(measured, styles)}\n`)
  } finally {
    bare.stop()
    await desk.stop()
  }
}

function tableOf(measured: readonly Measured[], styles: number): string {
  const rows = measured.map(({ name, desk, bare }) => {
    const shares = desk.map((own, i) => own.requestsPerSecond / (bare[i]?.requestsPerSecond ?? 1))
    const bytes = desk[0]?.bodyBytes ?? 0
    const fits = bytes + styles < styledBytesMax ? '' : ' over 60 kB'
    return [
      name,
      median(desk.map((each) => each.requestsPerSecond)).toFixed(0),
      median(bare.map((each) => each.requestsPerSecond)).toFixed(0),
      `${(median(shares) * 100).toFixed(1)} %`,
      String(bytes),
      `${String(bytes + styles)}${fits}`
    ]
  })
  const head = ['page', 'desk/s', 'bare/s', 'share', 'bytes', 'with styles']
  const note = `${String(connections)} connections, ${String(rounds)} rounds of ${String(seconds)} s, ${String(availableParallelism())} processors, Node ${process.versions.node}`
  return `${table(head, rows)}\n\n${note}; own keep-alive client; bodies as packed by br`
}

const folder = await mkdtemp(join(tmpdir(), 'peyman-pages-'))
try {
  await measure(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}
