/**
 * What a backup and a restore cost by size, and against what: `pg_dump -Fc` (compressed with zstd where
 * it can) and `pg_restore` where programs of the server's version are installed, and always plain COPY of
 * the same tables into nothing, which is the least that anything which reads them could take. Takes
 * turns, so that the machine treats all alike; the highest memory of this process is told too.
 *
 * Run: node bench/backup.ts [--quick] [--facts=100000,1000000]
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import * as copying from 'pg-copy-streams'
import { makeBackup, restoreBackup } from '../src/backup/index.ts'
import { generateMailboxIdentity, recipientOf } from '../src/kernel/seal/index.ts'
import { openBenchDesk, startBenchPostgres } from './desk/installation.ts'
import { median, secondsSince, table } from './desk/report.ts'

const quick = process.argv.includes('--quick')
const asked = process.argv.find((each) => each.startsWith('--facts='))?.slice('--facts='.length)
const sizes = asked?.split(',').map(Number) ?? (quick ? [20_000] : [100_000, 1_000_000])
const rounds = quick ? 1 : 3

const server = await startBenchPostgres()
const folder = await mkdtemp(join(tmpdir(), 'peyman-bench-backup-'))
const identity = await generateMailboxIdentity('hybrid')
const to = [(await recipientOf(identity)) ?? '']

/** Facts, and bytes as hexadecimal text, which COPY writes twice as long. */
async function seed(client: pg.Client, facts: number): Promise<void> {
  await client.query(`
    insert into facts (bucket, id, authority, kind, subject, at, known_at, actor, body)
    select i % 4096, gen_random_uuid(), 'sko', 'case.submitted', gen_random_uuid()::text, now(),
      now(), gen_random_uuid()::text, jsonb_build_object('case', gen_random_uuid(), 'service', '10021006')
    from generate_series(1, ${String(facts)}) i`)
  await client.query(`
    insert into evidence_keys (bucket, subject, key, made_at)
    select i % 4096, i::text, decode(repeat(md5(i::text), 64), 'hex'), now()
    from generate_series(1, ${String(Math.ceil(facts / 10))}) i`)
  await client.query('checkpoint')
}

async function copyIntoNothing(url: string): Promise<{ seconds: number; bytes: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const began = performance.now()
  let bytes = 0
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  )
  for (const { name } of tables.rows) {
    const stream = client.query(copying.to(`copy "${name}" to stdout`))
    for await (const chunk of stream) bytes += (chunk as Buffer).length
  }
  const seconds = secondsSince(began)
  await client.end()
  return { seconds, bytes }
}

/** Seconds of `pg_dump`, or `null` where there is none for this server. */
function dump(url: string, file: string): number | null {
  const began = performance.now()
  try {
    execFileSync('pg_dump', ['-Fc', '-f', file, url], { stdio: 'ignore' })
    return secondsSince(began)
  } catch {
    return null
  }
}

async function scratch(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bench_${Math.random().toString(36).slice(2, 12)}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = server.url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
  return { url, drop: () => run(`drop database ${name} with (force)`) }
}

const lines: string[][] = []
let highest = 0
try {
  for (const facts of sizes) {
    const desk = await openBenchDesk(server)
    await seed(desk.admin, facts)
    const times = { copy: [] as number[], backup: [] as number[], restore: [] as number[] }
    const dumps: number[] = []
    let [raw, sealed] = [0, 0]
    for (let round = 0; round < rounds; round += 1) {
      const copied = await copyIntoNothing(desk.url)
      times.copy.push(copied.seconds)
      raw = copied.bytes
      const file = join(folder, `${String(facts)}-${String(round)}`)
      const began = performance.now()
      await makeBackup(desk.context, { file, to })
      times.backup.push(secondsSince(began))
      sealed = (await stat(file)).size
      const dumped = dump(desk.url, `${file}.dump`)
      if (dumped !== null) dumps.push(dumped)
      const target = await scratch()
      const restoring = performance.now()
      await restoreBackup({ file, identities: [identity], url: target.url })
      times.restore.push(secondsSince(restoring))
      await target.drop()
      highest = Math.max(highest, process.resourceUsage().maxRSS / 1024)
    }
    await desk.close()
    const [copy, backup, restore] = [times.copy, times.backup, times.restore].map(median)
    const megabytes = raw / 1e6
    lines.push([
      facts.toLocaleString('en'),
      megabytes.toFixed(0),
      (sealed / 1e6).toFixed(1),
      (copy ?? 0).toFixed(2),
      (backup ?? 0).toFixed(2),
      ((backup ?? 0) / (copy ?? 1)).toFixed(1),
      dumps.length === 0 ? 'none here' : (median(dumps) / (backup ?? 1)).toFixed(2),
      (restore ?? 0).toFixed(2),
      (megabytes / (restore ?? 1)).toFixed(0)
    ])
  }
} finally {
  await rm(folder, { recursive: true, force: true })
  await server.stop()
}
const head = ['facts', 'MB as COPY', 'MB sealed', 'copy s', 'backup s', 'backup / copy']
console.log(table([...head, 'pg_dump / backup', 'restore s', 'restore MB/s'], lines))
console.log(`highest memory of this process: ${highest.toFixed(0)} MB`)
