// Goal: what was acknowledged is there, once, whatever dies. Method: systems register applications over
// HTTP, each with an Idempotency-Key, and repeat until they are answered; meanwhile the server, the
// database, and both at once are killed with SIGKILL. At the end every acknowledged application is held
// against rows, facts, bytes and queue, and `peyman check` rebuilds all caches. The seed is printed.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { randomOf } from '../../src/commands/demo/random.ts'
import { loadContent } from '../../src/commands/load-content.ts'
import { type Installation, openInstallation } from '../../src/commands/open-installation.ts'
import { readConfig } from '../../src/config.ts'
import { createApiKey } from '../../src/people/index.ts'
import type { Db } from '../../src/platform/index.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { type DeskProcess, runPeyman, startPeyman, untilReady } from '../support/desk-process.ts'
import { freePort } from '../support/people-server.ts'

const seed = Number(process.env.PEYMAN_FAULT_SEED ?? Math.floor(Math.random() * 1e9))
const random = randomOf(seed)
const clients = 10
const folder = await mkdtemp(join(tmpdir(), 'peyman-intake-'))
await chmod(folder, 0o755)
const port = await freePort()
const origin = `http://localhost:${String(port)}`
const environment = {
  PEYMAN_DATA: join(folder, 'data'),
  PORT: String(port),
  PEYMAN_REQUESTS_PER_MINUTE: '1000000'
}
const config = readConfig(environment)
let desk: DeskProcess | null = null

after(async () => {
  desk?.child.kill('SIGTERM')
  await desk?.ended
  await rm(folder, { recursive: true, force: true })
})

/** An application that was acknowledged. */
interface Acknowledged {
  readonly case: string
  readonly key: string
  readonly sha256: string
  readonly tries: number
}

async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(config)
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

async function openDesk(): Promise<void> {
  desk = startPeyman(['serve'], environment)
  await untilReady(origin, desk)
}

async function killDesk(): Promise<void> {
  desk?.child.kill('SIGKILL')
  await desk?.ended
}

async function killDatabase(): Promise<void> {
  const file = join(environment.PEYMAN_DATA, 'database/postgres/postmaster.pid')
  // It is away for a moment while a server that was killed before is brought back.
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (/^\d+\n/.test(text)) return void process.kill(Number.parseInt(text, 10), 'SIGKILL')
    await pause(50)
  }
}

/** A body of its own for each application; some people come again and again. */
function application(): { body: string; sha256: string } {
  const bytes = pdf(20_000)
  const body = JSON.stringify({
    service: '10021006',
    channel: 'post',
    trackingNumber: String(random.between(10 ** 11, 10 ** 12)),
    applicant: {
      kind: 'person',
      name: 'زهرا محمدی',
      nationalId: nationalId(random.between(0, 30))
    },
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', content: bytes.toString('base64') }]
  })
  return { body, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A national id with a right check digit. */
function nationalId(number: number): string {
  const digits = `9900${String(number).padStart(5, '0')}`
  const sum =
    Array.from(digits).reduce((total, digit, i) => total + Number(digit) * (10 - i), 0) % 11
  return digits + String(sum < 2 ? sum : 11 - sum)
}

/** Sends one application until it is answered. */
async function register(apiKey: string): Promise<Acknowledged> {
  const key = randomUUID()
  const { body, sha256 } = application()
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${origin}/api/v1/cases`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': key
      },
      body
    })
      .then(async (got) => ({ status: got.status, text: await got.text() }))
      .catch(() => null)
    if (answer?.status === 201) {
      const acknowledged = JSON.parse(answer.text) as { case: string }
      return { case: acknowledged.case, key, sha256, tries }
    }
    // The line broke, the database is away, or the same request is (or seems to be) under way.
    const mayRepeat = answer === null || answer.status >= 500 || answer.status === 409
    assert.ok(mayRepeat, `${String(answer?.status)} ${String(answer?.text)}`)
    if (answer?.status === 500) assert.fail(`a fault: ${desk?.said().slice(-2000) ?? ''}`)
    await pause(100)
  }
}

test('no acknowledged application is lost or doubled by kills', { timeout: 170_000 }, async (t) => {
  t.diagnostic(`PEYMAN_FAULT_SEED=${String(seed)}`)
  const keys = await withInstallation(async ({ context }) => {
    await loadContent(context)
    const wanted = { authority: 'sko', role: 'clerk', label: 'fault', live: true }
    return Promise.all(
      Array.from({ length: clients }, async () => (await createApiKey(context, wanted)).text)
    )
  })
  const begun = performance.now()
  await openDesk()
  const over = new AbortController()
  const acknowledged: Acknowledged[] = []
  const all = Promise.all(
    keys.map(async (key) => {
      while (!over.signal.aborted) acknowledged.push(await register(key))
    })
  )
  for (const kill of shuffled([killDesk, killDesk, killDatabase, killBoth])) {
    await pause(random.between(300, 1200))
    await kill()
    if (kill !== killDatabase) await openDesk()
  }
  // Some are registered after the last kill too, however busy the machine is.
  const enough = acknowledged.length + clients * 2
  while (acknowledged.length < enough) await Promise.race([pause(100), all])
  over.abort()
  await all
  const seconds = (performance.now() - begun) / 1000
  const repeated = acknowledged.filter(({ tries }) => tries > 1).length
  t.diagnostic(
    `${String(acknowledged.length)} in ${seconds.toFixed(1)} s, ${String(repeated)} of them repeated`
  )
  assert.ok(acknowledged.length > 20 && repeated > 0, 'the kills hit nothing')
  await holdAgainstRows(acknowledged)
  const { code, stdout } = await runPeyman(['check'], environment)
  assert.equal(code, 0, stdout)
})

async function killBoth(): Promise<void> {
  await Promise.all([killDatabase(), killDesk()])
}

function shuffled<T>(list: readonly T[]): T[] {
  const placed = list.map((item) => ({ item, place: random.next() }))
  return placed.toSorted((a, b) => a.place - b.place).map(({ item }) => item)
}

/** Everything that one application leaves, by its case. */
interface Left {
  readonly id: string
  readonly key: string
  readonly facts: string[]
  readonly documents: string[]
  readonly bytes: number
  readonly queued: number
}

async function holdAgainstRows(acknowledged: readonly Acknowledged[]): Promise<void> {
  await withInstallation(async ({ context: { db } }) => {
    await untilDrained(db)
    const { rows } = await sql<Left>`
      select c.id, s.submission_key as key,
        array(select kind from facts f where f.bucket = c.bucket and f.subject = c.id::text
          order by at, id) as facts,
        array(select sha256 from case_documents d where d.bucket = c.bucket and d.case_id = c.id)
          as documents,
        (select coalesce(sum(length(content)), 0)::integer from file_chunks b
          join case_documents d on d.bucket = b.bucket and d.id = b.file_id
          where d.bucket = c.bucket and d.case_id = c.id) as bytes,
        (select count(*)::integer from queue_items q where q.case_id = c.id) as queued
      from cases c join case_submissions s on s.case_id = c.id`.execute(db)
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'a case of two submissions')
    assert.deepEqual(
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      acknowledged
        .map(({ case: id, key, sha256 }) => ({
          id,
          key,
          facts: [...factsOfFiling],
          documents: [sha256],
          bytes: 20_000,
          queued: 1
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    )
    const cases = await sql<{ n: number }>`select count(*)::integer as n from cases`.execute(db)
    assert.equal(cases.rows[0]?.n, acknowledged.length)
    const lonely = await sql`
      select kind, subject from facts f where kind like 'case.%' and not exists (
        select 1 from cases c where c.bucket = f.bucket and c.id::text = f.subject)`.execute(db)
    assert.deepEqual(lonely.rows, [], 'facts of no case')
  })
}

const factsOfFiling = ['case.submitted', 'document.received', 'case.documents-complete']

async function untilDrained(db: Db): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 100) {
    const left = await sql<{ n: number }>`select count(*)::integer as n from outbox`.execute(db)
    if (left.rows[0]?.n === 0) return
    await pause(100)
  }
  assert.fail('the outbox was not drained in 15 s')
}
