/**
 * The most memory that the server holds while a sealed letter streams through it over HTTP, in and out: of
 * 1 MB and of 50 MB, each against a server process of its own that has handled smaller ones before. What was
 * handed in has to come out byte for byte.
 *
 * Run: node bench/letters-memory.ts [--quick] [--rounds=3]
 */
import { createHash, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { publishLane } from '../src/letters/exchange/publish-letters.ts'
import { mailboxOf } from '../src/letters/mailboxes/index.ts'
import { createApiKey } from '../src/people/index.ts'
import { type ServerProcess, startServer } from './desk/client.ts'
import { openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { numberOf } from './desk/options.ts'
import { secondsSince, table } from './desk/report.ts'
import { type BenchLetter, sealBenchLetter } from './exchange/letters.ts'

const quick = process.argv.includes('--quick')
const rounds = numberOf('rounds', quick ? 1 : 3)
const [small, large] = [1_000_000, 50_000_000]
/** Most that the peak at 50 MB may be of the peak at 1 MB: flat, but for what a collector puts off. */
const ratioMost = 1.5
const megabyte = 1_000_000

const say = (text: string) => void process.stdout.write(`${text}\n`)

interface Peak {
  /** Where the memory stood before. */
  readonly before: number
  readonly megabytes: number
  readonly seconds: number
}

/** The highest resident memory of a process since {@link forgetPeak}, as the kernel counts it. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8')
  return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / megabyte
}

function forgetPeak(pid: number): Promise<void> {
  return writeFile(`/proc/${String(pid)}/clear_refs`, '5')
}

async function peakWhile(pid: number, work: () => Promise<unknown>): Promise<Peak> {
  await forgetPeak(pid)
  const before = await peakOf(pid)
  const begun = performance.now()
  await work()
  return { before, seconds: secondsSince(begun), megabytes: await peakOf(pid) }
}

interface Exchange {
  readonly server: ServerProcess
  readonly headers: Readonly<Record<string, string>>
}

async function handIn({ server, headers }: Exchange, letter: BenchLetter): Promise<string> {
  const { recipient: _recipient, ...envelope } = letter.envelope
  const query = new URLSearchParams({
    recipient: letter.mailbox,
    sizeBytes: String(letter.file.length)
  })
  for (const [name, value] of Object.entries(envelope)) query.set(name, String(value))
  const id = randomUUID()
  const answer = await fetch(`${server.origin}/api/v1/letters/${id}?${query.toString()}`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: Buffer.from(letter.file)
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return id
}

async function take({ server, headers }: Exchange, id: string, sha256: unknown): Promise<void> {
  const answer = await fetch(`${server.origin}/api/v1/letters/${id}/content`, { headers })
  if (answer.status !== 200 || answer.body === null) throw new Error(await answer.text())
  const hash = createHash('sha256')
  for await (const piece of answer.body as AsyncIterable<Uint8Array>) hash.update(piece)
  if (hash.digest('base64') !== sha256) throw new Error('other bytes came out')
}

const postgres = await startBenchPostgres()
const desk = await openBenchDesk(postgres)

async function measure(letter: BenchLetter, headers: Exchange['headers']) {
  const server = await startServer(desk.url)
  const exchange = { server, headers }
  const through = async (of: BenchLetter) => {
    let id = ''
    const taken = await peakWhile(server.pid, async () => (id = await handIn(exchange, of)))
    await publishLane(desk.context, 'single')
    const given = await peakWhile(server.pid, () => take(exchange, id, of.envelope['sha256']))
    return { taken, given }
  }
  try {
    const first = await sealed(small)
    for (let i = 0; i < 5; i += 1) await through(first)
    const peaks = []
    for (let i = 0; i < rounds; i += 1) peaks.push(await through(letter))
    const highest = (of: readonly Peak[]) =>
      of.reduce((one, other) => (other.megabytes > one.megabytes ? other : one))
    return {
      taken: highest(peaks.map(({ taken }) => taken)),
      given: highest(peaks.map(({ given }) => given))
    }
  } finally {
    await server.stop()
  }
}

async function sealed(bodyBytes: number): Promise<BenchLetter> {
  const to = await mailboxOf(desk.context.db, { authority: 'sko', unit: 'it' })
  if (to === null) throw new Error('the unit has no mailbox')
  return sealBenchLetter(desk.context, { to, bodyBytes })
}

try {
  const { text } = await createApiKey(desk.context, {
    ...{ authority: 'sko', role: 'officer', label: 'bench', live: true }
  })
  const headers = { authorization: `Bearer ${text}` }
  const found = []
  for (const bytes of [small, large]) {
    const letter = await sealed(bytes)
    found.push({ bytes, ...(await measure(letter, headers)) })
  }
  const rows = found.flatMap(({ bytes, taken, given }) =>
    [taken, given].map(({ before, megabytes, seconds }, i) => [
      `${String(bytes / megabyte)} MB ${i === 0 ? 'in' : 'out'}`,
      `${before.toFixed(0)} MB`,
      `${megabytes.toFixed(0)} MB`,
      seconds.toFixed(2)
    ])
  )
  say(table(['letter', 'memory of the server before', 'most', 'seconds'], rows))
  const [one, other] = found
  for (const way of ['taken', 'given'] as const) {
    const ratio = (other?.[way].megabytes ?? 0) / (one?.[way].megabytes ?? 1)
    say(`${way === 'taken' ? 'in' : 'out'}: ${ratio.toFixed(2)} times`)
    if (ratio > ratioMost) process.exitCode = 1
  }
} finally {
  await desk.close()
  await postgres.stop()
}
