/**
 * The public log on a PostgreSQL that flushes to disk: facts a second with and without evidence (in
 * turns, the drain of the log counted in), facts given leaves a second, receipts derived a second, and
 * the size of a receipt and the time to check it in logs of 10 thousand, 1 million and 10 million
 * entries. The machine's own limits (hashes, durable commits) are measured in the same run.
 *
 * Run: node bench/log.ts [--quick] [--sizes=10000,1000000,10000000]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { hash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../src/config.ts'
import { verifyReceipt, parsePolicy } from '../src/kernel/tlog/index.ts'
import { type NewFact, publicLog, recordFacts } from '../src/ledger/index.ts'
import {
  type Context,
  bucketOf,
  inTransaction,
  migrate,
  newId,
  openDatabase,
  silentLog,
  systemClock
} from '../src/platform/index.ts'
import { nodePrimitives } from '../tests/support/tlog.ts'
import { startBenchPostgres } from './desk/installation.ts'
import { median, secondsSince, table } from './desk/report.ts'
import { seedLog } from './log/seed-log.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((word) => word.startsWith('--sizes='))?.slice('--sizes='.length)
const sizes = asked?.split(',').map(Number) ?? (quick ? [10_000] : [10_000, 1_000_000, 10_000_000])
const rounds = quick ? 2 : 7
const secondsPerRound = quick ? 1.5 : 6
const waiting = quick ? 10_000 : 100_000
const lanes = 16
const factsPerTransaction = 3
const costMost = 0.4

const postgres = await startBenchPostgres()
const folder = await mkdtemp(join(tmpdir(), 'peyman-bench-log-'))
const children = new Set<ChildProcess>()
await migrate(postgres.url)
const opened = openDatabase(postgres.url, lanes + 2)
const { db } = opened
const environment = {
  PATH: process.env.PATH,
  DATABASE_URL: postgres.url,
  PEYMAN_DATA: folder,
  PEYMAN_ORIGIN: 'https://bench.example'
}
const context: Context = {
  db,
  clock: systemClock,
  config: readConfig(environment),
  log: silentLog,
  nudge: () => {}
}

const whole = (value: number) => Math.round(value).toLocaleString('en')

/** A process of this program; ended with the bench. */
function start(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    cwd: resolve(import.meta.dirname, '..'),
    env: environment,
    stdio: 'ignore'
  })
  children.add(child)
  return child
}

/** The facts of one filing. */
function filing(): NewFact[] {
  const subject = newId()
  const owner = subject
  const at = systemClock.now()
  const kinds = ['case.submitted', 'document.received', 'case.documents-complete'] as const
  return kinds.slice(0, factsPerTransaction).map((kind) => ({
    owner,
    authority: 'sko',
    kind,
    subject,
    at,
    actor: owner,
    cardVersion: '10021006@1',
    body: { case: subject, service: '10021006', channel: 'site', sha256: '0'.repeat(64) }
  }))
}

/** The same facts with the same statement, but for the row that the log takes them from. */
async function withoutEvidence(): Promise<void> {
  const facts = filing().map((fact) => ({ ...fact, id: newId() }))
  const column = <T>(read: (fact: (typeof facts)[number]) => T) => facts.map(read)
  await inTransaction(db, (tx) =>
    sql`
      insert into facts (bucket, id, authority, kind, subject, at, known_at, actor,
        agreement_version, card_version, body)
      select f.bucket, f.id, f.authority, f.kind, f.subject, f.at, f.at, f.actor, null,
        f.card_version, f.body::jsonb
      from unnest(${column((f) => bucketOf(f.owner))}::smallint[], ${column((f) => f.id)}::uuid[],
        ${column((f) => f.authority)}::text[], ${column((f) => f.kind)}::text[],
        ${column((f) => f.subject)}::text[], ${column((f) => f.at)}::timestamptz[],
        ${column((f) => f.actor)}::text[], ${column((f) => f.cardVersion ?? null)}::text[],
        ${column((f) => JSON.stringify(f.body))}::text[])
        as f (bucket, id, authority, kind, subject, at, actor, card_version, body)`.execute(tx)
  )
}

async function withEvidence(): Promise<void> {
  await inTransaction(db, (tx) => recordFacts(tx, filing()))
}

/** Transactions on all lanes until the time is over, then `after`, which counts in. @returns Facts a second. */
async function rate(work: () => Promise<void>, after: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  let done = 0
  const lane = async () => {
    while (secondsSince(begun) < secondsPerRound) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await after()
  return (done * factsPerTransaction) / secondsSince(begun)
}

/** What still waits is given its leaves and published at once: the work counts, the pause does not. */
async function finish(): Promise<void> {
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}

async function measureCost(): Promise<void> {
  const keeper = start('bench/log/keeper.ts')
  await rate(withEvidence, finish)
  const figures = { without: [] as number[], with: [] as number[], cost: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    await sql`checkpoint`.execute(db)
    const bare = await rate(withoutEvidence, () => Promise.resolve())
    await sql`checkpoint`.execute(db)
    const logged = await rate(withEvidence, finish)
    figures.without.push(bare)
    figures.with.push(logged)
    figures.cost.push(1 - logged / bare)
  }
  keeper.kill('SIGKILL')
  children.delete(keeper)
  const cost = median(figures.cost)
  console.log(
    `\nFacts a second, ${String(factsPerTransaction)} a transaction, ${String(lanes)} lanes, medians of ${String(rounds)} rounds in turns\n`
  )
  console.log(
    table(
      ['', 'facts/s'],
      [
        ['facts alone', whole(median(figures.without))],
        ['with outbox, leaves, tiles, signed checkpoints', whole(median(figures.with))]
      ]
    )
  )
  console.log(
    `\nCost of evidence: ${(cost * 100).toFixed(0)} % (at most ${String(costMost * 100)} %)`
  )
  if (cost > costMost) process.exitCode = 1
}

async function measureSequencer(): Promise<void> {
  for (let made = 0; made < waiting; made += 3000) {
    await inTransaction(db, (tx) => recordFacts(tx, Array.from({ length: 1000 }, filing).flat()))
  }
  const publisher = await publicLog.publisherOf(context)
  const begun = performance.now()
  await publicLog.keepLog(context, publisher)
  const seconds = secondsSince(begun)
  console.log(
    `\nSequencer: ${whole(waiting)} waiting facts sequenced, signed and published in ${seconds.toFixed(1)} s: ${whole(waiting / seconds)} a second`
  )
}

async function measureMachine(): Promise<void> {
  await sql`create table bench_commits (n integer)`.execute(db)
  const begun = performance.now()
  let commits = 0
  const lane = async () => {
    while (secondsSince(begun) < secondsPerRound / 2) {
      await sql`insert into bench_commits values (1)`.execute(db)
      commits += 1
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const perSecond = commits / secondsSince(begun)
  const input = randomBytes(65)
  const hashing = performance.now()
  let hashes = 0
  while (secondsSince(hashing) < 1) {
    for (let i = 0; i < 1000; i += 1) hash('sha256', input, 'buffer')
    hashes += 1000
  }
  console.log(`Node ${process.version}; the machine's limits in this run:`)
  console.log(`  durable commits of one row, ${String(lanes)} lanes: ${whole(perSecond)} a second`)
  console.log(
    `  SHA-256 of 65 bytes by node:crypto: ${whole(hashes / secondsSince(hashing))} a second`
  )
}

async function measureReceipts(): Promise<void> {
  const rows: string[][] = []
  for (const size of sizes) {
    const seeded = await seedLog(context, size)
    const policy = parsePolicy(seeded.policy)
    if (!policy.ok) throw new Error(policy.reason)
    const one = (i: number) =>
      publicLog.receiptOf(context, seeded.facts[i % seeded.facts.length] ?? '')
    const receipts = await Promise.all(seeded.facts.slice(0, 24).map((_, i) => one(i)))
    const begun = performance.now()
    let made = 0
    const lane = async () => {
      while (secondsSince(begun) < secondsPerRound / 2) {
        made += 1
        await one(made)
      }
    }
    await Promise.all(Array.from({ length: 4 }, lane))
    const receiptsPerSecond = made / secondsSince(begun)
    const checks = receipts.map(({ text }) => {
      const checking = performance.now()
      const { verdict } = verifyReceipt(text, policy.value, nodePrimitives)
      if (verdict !== 'proven') throw new Error(`a receipt is ${verdict}`)
      return secondsSince(checking) * 1000
    })
    rows.push([
      whole(size),
      whole(receiptsPerSecond),
      whole(Math.max(...receipts.map(({ text }) => text.length))),
      median(checks).toFixed(2)
    ])
  }
  console.log('\nReceipts from batches of 1,024, derived from the rows; checked on one thread\n')
  console.log(table(['entries', 'receipts/s', 'bytes', 'check, ms'], rows))
}

try {
  start('src/main.ts', 'serve', '--role', 'signer')
  await measureMachine()
  await measureCost()
  await measureSequencer()
  await measureReceipts()
} finally {
  for (const child of children) child.kill('SIGKILL')
  await opened.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
