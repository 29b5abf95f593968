// Goal: no kill loses or doubles a leaf, or makes two histories. Method: writers, two sequencers, the
// signer and the database run as processes under load and are killed with SIGKILL at random, again and
// again, while every checkpoint that is published is collected. At the end every acknowledged fact must
// have one leaf that opens, and every checkpoint must be a prefix of the last. The seed is printed.
// PEYMAN_FAULT_KILLS sets how many kills: 20 in the gate, at least 200 for the whole test.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { randomOf } from '../../src/commands/demo/random.ts'
import { readConfig } from '../../src/config.ts'
import {
  TileBuilder,
  decodeBundle,
  leafHash,
  parsePolicy,
  tilePath,
  verifyCheckpoint,
  verifyReceipt
} from '../../src/kernel/tlog/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import {
  type Context,
  migrate,
  openDatabase,
  silentLog,
  startEmbeddedPostgres,
  systemClock
} from '../../src/platform/index.ts'
import { peyman } from '../support/desk-process.ts'
import { headOf } from '../support/log.ts'

const seed = Number(process.env.PEYMAN_FAULT_SEED ?? Math.floor(Math.random() * 1e9))
const kills = Number(process.env.PEYMAN_FAULT_KILLS ?? 20)
const random = randomOf(seed)
const root = resolve(import.meta.dirname, '../..')
const folder = await mkdtemp(join(tmpdir(), 'peyman-log-fault-'))
await chmod(folder, 0o755)
const data = join(folder, 'data')
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'database') })
await migrate(postgres.url)
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TMPDIR: process.env.TMPDIR,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  DATABASE_URL: postgres.url,
  PEYMAN_DATA: data,
  PEYMAN_ORIGIN: 'https://desk.example'
}
const acknowledged = new Set<string>()
const checkpoints = new Map<number, string>()
const over = new AbortController()
const running = new Set<ChildProcess>()

after(async () => {
  over.abort()
  for (const child of running) child.kill('SIGKILL')
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A process that is started again whenever it ends. */
function keepRunning(words: readonly string[]): { current: ChildProcess } {
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore']
    })
    running.add(child)
    let rest = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      // A line that the kill cut short acknowledged nothing.
      rest = lines.pop() ?? ''
      for (const id of lines) if (/^[0-9a-f-]{36}$/.test(id)) acknowledged.add(id)
    })
    child.once('exit', () => {
      running.delete(child)
      if (!over.signal.aborted) held.current = start()
    })
    return child
  }
  const held: { current: ChildProcess } = { current: undefined as never }
  held.current = start()
  return held
}

async function killDatabase(): Promise<void> {
  const file = join(folder, 'database/postgres/postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (pid > 1) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It had just ended by the kill before.
    }
  }
}

async function collect(): Promise<void> {
  while (!over.signal.aborted) {
    for (const log of ['1404', '1405', '1406']) {
      const note = await readFile(join(data, 'log', log, 'checkpoint'), 'utf8').catch(() => null)
      if (note !== null) checkpoints.set(headOf(note).size, note)
    }
    await pause(10)
  }
}

test('no kill loses or doubles a leaf, or forks the log', { timeout: 1_800_000 }, async (t) => {
  t.diagnostic(`PEYMAN_FAULT_SEED=${String(seed)} PEYMAN_FAULT_KILLS=${String(kills)}`)
  const support = (name: string) => [join(root, 'tests/support/log', name)]
  const held = {
    writer: keepRunning(support('writer.ts')),
    sequencer: keepRunning(support('keeper.ts')),
    'other sequencer': keepRunning(support('keeper.ts')),
    signer: keepRunning([...peyman, 'serve', '--role', 'signer'])
  }
  const collecting = collect()
  const opened = openDatabase(postgres.url, 4)
  const config = readConfig(environment)
  const context: Context = {
    db: opened.db,
    clock: systemClock,
    config,
    log: silentLog,
    nudge: () => {}
  }
  await until('something is published', () => Promise.resolve(checkpoints.size > 0))
  const targets = [...(Object.keys(held) as (keyof typeof held)[]), 'database'] as const
  const counts = new Map<string, number>()
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(random.between(100, 1300))
    const target = random.pick(targets)
    if (target === 'database') await killDatabase()
    else held[target].current.kill('SIGKILL')
    counts.set(target, (counts.get(target) ?? 0) + 1)
  }
  held.writer.current.kill('SIGSTOP')
  await until('everything is published', () => isWhole(context)).catch(async (error: unknown) => {
    t.diagnostic(JSON.stringify(await publicLog.evidenceState(context)))
    throw error
  })
  over.abort()
  for (const child of running) child.kill('SIGKILL')
  await collecting
  t.diagnostic(
    `${JSON.stringify(Object.fromEntries(counts))}: ${String(acknowledged.size)} facts acknowledged, ${String(checkpoints.size)} checkpoints seen`
  )
  assert.ok(acknowledged.size > 50 && checkpoints.size > 5, 'the load was too light')
  await holdLeaves(context)
  await holdCheckpoints(context)
  const { differences } = await publicLog.checkLog(context)
  assert.deepEqual(differences, [])
  await opened.close()
})

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 240_000; waited += 100) {
    if (await holds().catch(() => false)) return
    await pause(100)
  }
  assert.fail(`${what}: not within four minutes`)
}

async function isWhole(context: Context): Promise<boolean> {
  const left = await sql`select 1 from ledger_outbox limit 1`.execute(context.db)
  const state = await publicLog.evidenceState(context)
  if (left.rows.length > 0 || state.delayed || state.size !== state.publishedSize) return false
  // Who dies between row and file leaves the file to whoever starts next.
  const { rows } = await sql<{ note: string }>`
    select note from log_checkpoints where log_id = ${state.log}`.execute(context.db)
  const file = await readFile(join(data, 'log', state.log ?? '', 'checkpoint'), 'utf8')
  return rows[0]?.note === file
}

/** Each acknowledged fact has one leaf; so has each fact that was committed and not acknowledged. */
async function holdLeaves(context: Context): Promise<void> {
  const leaves = await sql<{ id: string; place: number | null }>`
    select id, place from log_leaves`.execute(context.db)
  const places = Map.groupBy(leaves.rows, ({ id }) => id)
  for (const id of acknowledged) assert.equal(places.get(id)?.length, 1, id)
  const facts = await sql<{ id: string }>`select id from facts`.execute(context.db)
  assert.equal(leaves.rows.length, facts.rows.length)
  const policy = parsePolicy(await publicLog.policyOf(context))
  assert.ok(policy.ok)
  const sealed = leaves.rows.filter(({ place }) => place !== null)
  for (let i = 0; i < sealed.length; i += Math.ceil(sealed.length / 25)) {
    const { text } = await publicLog.receiptOf(context, sealed[i]?.id ?? '')
    assert.equal(verifyReceipt(text, policy.value).verdict, 'proven')
  }
}

/** Every checkpoint is signed, and its root is that of the first entries of the last one. */
async function holdCheckpoints(context: Context): Promise<void> {
  const policy = parsePolicy(await publicLog.policyOf(context))
  const last = Math.max(...checkpoints.keys())
  const { log } = await publicLog.evidenceState(context)
  assert.ok(policy.ok && log !== null)
  const builder = TileBuilder.empty()
  for (let index = 0; builder.size < last; index += 1) {
    const width = Math.min(256, last - builder.size)
    const path = tilePath({ level: 'entries', index, width })
    const bundle = decodeBundle(await readFile(join(data, 'log', log, path)), width)
    assert.ok(bundle.ok)
    for (const entry of bundle.value) {
      builder.append(leafHash(entry))
      const note = checkpoints.get(builder.size)
      if (note === undefined) continue
      assert.ok(verifyCheckpoint(note, policy.value).ok)
      assert.deepEqual(headOf(note).root, builder.root(), `size ${String(builder.size)}`)
    }
  }
}
