/**
 * Memory of an agent that sends, and of one that receives, a letter with an attachment of 1 MB and of 50 MB,
 * through a running desk: the peak of a process of its own each, and how much more the large one takes.
 *
 * Run: node bench/letters-agent.ts (PEYMAN_TEST_DATABASE_URL as for the tests)
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { publicLog } from '../src/ledger/index.ts'
import { directory } from '../src/letters/index.ts'
import { demonstrationSeed } from '../src/letters/mailboxes/demonstration-key.ts'
import { createApiKey } from '../src/people/index.ts'
import { systemClock } from '../src/platform/index.ts'
import { startTestServer } from '../tests/support/server.ts'
import { table } from './desk/report.ts'
import type { AgentWork } from './letters/agent-process.ts'

const megabyte = 1_000_000
const sizes = [1, 50] as const
const run = promisify(execFile)
const program = resolve(import.meta.dirname, 'letters/agent-process.ts')
const server = await startTestServer(systemClock.now())
const { context, origin } = server
const signer = await publicLog.openSigner(context.config.dataFolder)
await directory.integrateEntries(context)
await publicLog.keepLog(context, await publicLog.publisherOf(context))
const policy = await (await fetch(`${origin}/log/policy`)).text()
const root = await mkdtemp(join(tmpdir(), 'peyman-bench-agent-'))

type Fixed = Omit<AgentWork, 'letter' | 'folder'>
interface Did {
  readonly done: readonly string[]
  readonly seconds: number
  readonly peakBytes: number
}

async function agentOf(authority: string, unit: string): Promise<Fixed> {
  const key = { authority, unit, role: 'officer', label: 'bench', live: true } as const
  const { text: apiKey } = await createApiKey(context, key)
  const seed = Buffer.from(demonstrationSeed(authority, unit)).toString('base64')
  return { site: origin, apiKey, unit: { authority, unit }, seed, policy }
}

async function work(of: AgentWork): Promise<Did> {
  const { stdout } = await run(process.execPath, [program, JSON.stringify(of)])
  const did = JSON.parse(stdout) as Did
  if (did.done.length !== 1) throw new Error(`it did ${JSON.stringify(did.done)}`)
  return did
}

async function randomFile(path: string, megabytes: number): Promise<void> {
  const handle = await open(path, 'wx')
  for (let i = 0; i < megabytes; i += 1) await handle.writeFile(randomBytes(megabyte))
  await handle.close()
}

const writer = await agentOf('sko', 'citizen-services')
const reader = await agentOf('ito', 'service-desk')
const received = join(root, 'reader')
const found: { sent: Did; received: Did }[] = []
for (const megabytes of sizes) {
  const folder = join(root, `writer-${String(megabytes)}`)
  await mkdir(join(folder, 'in'), { recursive: true })
  await randomFile(join(folder, 'in/plan.bin'), megabytes)
  const letter = {
    ...{ to: reader.unit, subject: 's', body: 'b', lane: 'single' },
    attachments: [{ file: 'plan.bin', type: 'application/octet-stream' }]
  }
  const sent = await work({ ...writer, folder, letter })
  server.clock.set(systemClock.now())
  await server.work()
  found.push({ sent, received: await work({ ...reader, folder: received, letter: null }) })
}

const rows = (['sent', 'received'] as const).map((what) => {
  const dids = found.map((each) => each[what])
  const peaks = dids.map(({ peakBytes }) => `${(peakBytes / megabyte).toFixed(0)} MB`)
  const ratio = (dids[1]?.peakBytes ?? 0) / (dids[0]?.peakBytes ?? 1)
  return [what, ...peaks, `${ratio.toFixed(2)}x`, `${(dids[1]?.seconds ?? 0).toFixed(1)} s`]
})
const head = [
  'a letter',
  ...sizes.map((size) => `peak at ${String(size)} MB`),
  'ratio',
  '50 MB took'
]
process.stdout.write(`${table(head, rows)}\n`)
await signer.close()
await rm(root, { recursive: true })
process.exit(0)
