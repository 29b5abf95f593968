/**
 * What the key directory costs as it grows: putting entries into its map, alone and in batches, and
 * finding with proof what stands there and what does not, in rows of a PostgreSQL that flushes every
 * commit. Beside each figure what it was at the smallest size: it must grow with the logarithm.
 *
 * Run: node bench/directory.ts [--quick] [--owners=1000,10000,100000,1000000]
 */
import { randomUUID } from 'node:crypto'
import { labelOf, proveLabel, verifyMapProof } from '../src/kernel/directory/index.ts'
import { fromBase64 } from '../src/kernel/tlog/index.ts'
import { bucketOf } from '../src/platform/index.ts'
import { branchesAt } from '../src/letters/directory/branch-store.ts'
import { newestHeads } from '../src/letters/directory/head-store.ts'
import { integrateEntries } from '../src/letters/directory/integrate-entries.ts'
import { openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { median, secondsSince, table } from './desk/report.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((each) => each.startsWith('--owners='))?.slice('--owners='.length)
const sizes =
  asked?.split(',').map(Number) ?? (quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000])
const rounds = quick ? 50 : 300

const server = await startBenchPostgres()
const desk = await openBenchDesk(server)
const { context, admin } = desk

/** Entries that wait, of owners `from` to `to`: rows alone, their signatures were checked before. */
async function addOwners(from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += 20_000) {
    const owners = Array.from(
      { length: Math.min(20_000, to - first) },
      () => `mailbox:${randomUUID()}`
    )
    await admin.query(
      `insert into directory_entries (bucket, owner, sequence, reason, entry, hash, added_at, added_by,
         fact, data_type)
       select bucket, owner, 0, 'enrolled', '{}', encode(sha256(owner::bytea), 'base64'), now(), 'bench',
         gen_random_uuid(), 'account'
       from unnest($1::smallint[], $2::text[]) as w (bucket, owner)`,
      [owners.map(bucketOf), owners]
    )
  }
}

async function integrateAll(): Promise<number> {
  const began = performance.now()
  while ((await integrateEntries(context)) !== null);
  return secondsSince(began)
}

interface Figures {
  readonly owners: number
  readonly batch: number
  readonly alone: number
  readonly present: number
  readonly absent: number
  readonly hashes: number
}

async function measure(owners: number): Promise<Figures> {
  await admin.query('analyze directory_branches')
  let next = owners
  const alone: number[] = []
  for (let i = 0; i < Math.min(rounds, 50); i++, next++) {
    await addOwners(next, next + 1)
    alone.push((await integrateAll()) * 1000)
  }
  await addOwners(next, next + 1000)
  const batch = await integrateAll()
  const [head] = await newestHeads(context.db, 1)
  if (head === undefined) throw new Error('there is no head')
  const read = branchesAt(context.db, head.number)
  const root = fromBase64(head.root) ?? new Uint8Array()
  const find = async (owner: string) => {
    const label = labelOf(owner)
    const began = performance.now()
    const { value, proof } = await proveLabel(label, read)
    const spent = performance.now() - began
    if (!verifyMapProof({ label, value, root }, proof)) throw new Error('a proof does not hold')
    return { spent, isThere: value !== null, hashes: proof.siblings.filter((one) => one).length }
  }
  const known = await admin.query<{ owner: string }>(
    `select owner from directory_entries order by hash limit ${String(rounds)}`
  )
  const found = []
  for (const { owner } of known.rows) found.push(await find(owner))
  if (found.some(({ isThere }) => !isThere)) throw new Error('an owner is not found')
  const missing = []
  for (let i = 0; i < rounds; i++) missing.push(await find(`mailbox:${randomUUID()}`))
  return {
    owners,
    alone: median(alone),
    batch: 1000 / batch,
    present: median(found.map(({ spent }) => spent)),
    absent: median(missing.map(({ spent }) => spent)),
    hashes: median(found.map(({ hashes }) => hashes))
  }
}

try {
  const all: Figures[] = []
  let owners = 0
  for (const size of sizes) {
    await addOwners(owners, size)
    const spent = await integrateAll()
    process.stderr.write(
      `${String(size)} owners, ${((size - owners) / spent).toFixed(0)} a second\n`
    )
    all.push(await measure(size))
    owners = size + 1000 + Math.min(rounds, 50)
  }
  const [least] = all
  const times = (now: number, then: number | undefined) => `${(now / (then ?? now)).toFixed(2)} ×`
  const rows = all.map((one) => [
    String(one.owners),
    one.batch.toFixed(0),
    times(least?.batch ?? 0, one.batch),
    one.alone.toFixed(2),
    one.present.toFixed(2),
    times(one.present, least?.present),
    one.absent.toFixed(2),
    String(one.hashes),
    times(Math.log2(one.owners), Math.log2(least?.owners ?? 2))
  ])
  const head = [
    'owners',
    'entries/s',
    'cost',
    'one head, ms',
    'found, ms',
    'cost',
    'absent, ms',
    'hashes',
    'log2'
  ]
  process.stdout.write(`${table(head, rows)}\n`)
} finally {
  await desk.close()
  await server.stop()
}
