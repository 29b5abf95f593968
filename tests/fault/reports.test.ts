// Goal: every failure report that was acknowledged is there, once, with the receipt that its sender holds,
// whatever dies. Method: a burst of reports over HTTP to the desk and to the report desk, each sent again
// with the same solved challenge until it is acknowledged; meanwhile the database and the report desk are
// killed with SIGKILL, again and again. At the end all that was acknowledged is held against rows, facts
// and receipts, and some receipts against the public log, by the command that anybody has. PEYMAN_FAULT_REPORTS
// sets how many (10,000 for the whole burst). The seed is printed.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { randomOf } from '../../src/commands/demo/random.ts'
import { loadContent } from '../../src/commands/load-content.ts'
import { openInstallation } from '../../src/commands/open-installation.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase, startEmbeddedPostgres } from '../../src/platform/index.ts'
import { type DeskProcess, runPeyman, startPeyman, untilReady } from '../support/desk-process.ts'
import { freePort } from '../support/people-server.ts'
import { telling } from '../support/photos.ts'
import { codeOf, formOf, solvedProof } from '../support/report-form.ts'

const seed = Number(process.env.PEYMAN_FAULT_SEED ?? Math.floor(Math.random() * 1e9))
const count = Number(process.env.PEYMAN_FAULT_REPORTS ?? 400)
const random = randomOf(seed)
const clients = 16
const kills = { least: 4, most: 10 }
const timeout = 240_000 + count * 60
const folder = await mkdtemp(join(tmpdir(), 'peyman-reports-'))
await chmod(folder, 0o755)
const ports = { desk: await freePort(), reports: await freePort() }
const origins = {
  desk: `http://localhost:${String(ports.desk)}`,
  reports: `http://localhost:${String(ports.reports)}`
}
const database = await startEmbeddedPostgres({ folder: join(folder, 'database') })
const shared = {
  DATABASE_URL: database.url,
  PORT: String(ports.desk),
  PEYMAN_ORIGIN: origins.desk,
  PEYMAN_REPORT_PORT: String(ports.reports),
  PEYMAN_REPORT_EFFORT: '2',
  PEYMAN_REPORTS_PER_MINUTE: '1000000',
  PEYMAN_REQUESTS_PER_MINUTE: '1000000'
}
const deskEnvironment = { ...shared, PEYMAN_DATA: join(folder, 'desk') }
const running: { desk?: DeskProcess; reports?: DeskProcess } = {}

after(async () => {
  for (const each of [running.desk, running.reports]) each?.child.kill('SIGKILL')
  await Promise.all([running.desk?.ended, running.reports?.ended])
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A report that was acknowledged. */
interface Acknowledged {
  readonly words: string
  readonly code: string
  /** The receipt as its sender holds it. */
  readonly receipt: string
  readonly hasPhoto: boolean
  readonly by: 'desk' | 'reports'
  readonly tries: number
}

async function startDesk(roles: string): Promise<void> {
  running.desk = startPeyman(['serve', '--role', roles], deskEnvironment)
  await untilReady(origins.desk, running.desk)
}

async function startReportDesk(): Promise<void> {
  const environment = { ...shared, PEYMAN_DATA: join(folder, 'reports') }
  running.reports = startPeyman(['report-desk'], environment)
  await answered(`${origins.reports}/healthz`)
}

/** Asks until there is an answer: lines break, and who is asked may be on its way up. */
async function answered(url: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, { ...init }).catch(() => null)
    if (answer !== null && answer.status < 500 && answer.status !== 429) return answer
    if (answer?.status === 500) assert.fail(`a fault: ${running.desk?.said().slice(-2000) ?? ''}`)
    await answer?.arrayBuffer().catch(() => null)
    await pause(60)
  }
}

/** Sends one report until it is acknowledged, and takes its receipt. */
async function report(number: number): Promise<Acknowledged> {
  const by = number % 2 === 0 ? 'desk' : 'reports'
  const origin = origins[by]
  const words = `گزارش شماره ${String(number)}`
  const hasPhoto = number % 40 === 0
  const proof = await persistently(() => solvedProof(origin))
  const body = () => formOf({ kind: 'failure', about: '10021001', words, proof }, photoOf(hasPhoto))
  for (let tries = 1; ; tries += 1) {
    const init = { method: 'POST', body: body(), redirect: 'manual' } as const
    const answer = await answered(`${origin}/report`, init).catch(() => null)
    if (answer === null) continue
    const text = await answer.text().catch(() => null)
    assert.equal(answer.status, 303, text?.slice(0, 3000) ?? '')
    const code = codeOf(answer.headers.get('location') ?? '')
    const address = `${origin}/report/receipt/${code}/receipt.txt`
    const receipt = await persistently(async () => (await answered(address)).text())
    return { words, code, receipt, hasPhoto, by, tries }
  }
}

function photoOf(wanted: boolean) {
  return wanted ? { bytes: telling() } : undefined
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries > 500) throw error
      await pause(60)
    }
  }
}

async function killDatabase(): Promise<void> {
  const file = join(folder, 'database/postgres/postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (pid > 0) process.kill(pid, 'SIGKILL')
}

async function killReportDesk(): Promise<void> {
  running.reports?.child.kill('SIGKILL')
  await running.reports?.ended
  await startReportDesk()
}

test('no acknowledged report is lost, doubled or without its receipt', { timeout }, async (t) => {
  t.diagnostic(`PEYMAN_FAULT_SEED=${String(seed)}`)
  const installation = await openInstallation(readConfig(deskEnvironment))
  await loadContent(installation.context)
  await installation.close()
  await startDesk('web')
  await answered(`${origins.desk}/report`)
  await startReportDesk()
  await persistently(async () => {
    const { database: isThere } = (await (await fetch(`${origins.reports}/healthz`)).json()) as {
      database: boolean
    }
    assert.ok(isThere)
  })
  const begun = performance.now()
  const acknowledged: Acknowledged[] = []
  const state = { over: false, kills: 0, sent: 0 }
  // However quick the machine is, the burst lasts until something was killed.
  const next = () => (state.sent < count || state.kills < kills.least ? (state.sent += 1) : null)
  const killing = (async () => {
    while (!state.over && state.kills < kills.most) {
      await pause(random.between(1500, 4000))
      if (state.over) return
      state.kills += 1
      await (state.kills % 2 === 1 ? killReportDesk() : killDatabase())
    }
  })()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let number = next(); number !== null; number = next())
        acknowledged.push(await report(number))
    })
  )
  state.over = true
  await killing
  const seconds = (performance.now() - begun) / 1000
  t.diagnostic(
    `${String(acknowledged.length)} acknowledged in ${seconds.toFixed(1)} s, ${String(state.kills)} kills`
  )
  await persistently(async () => {
    const { waiting } = (await (await fetch(`${origins.reports}/healthz`)).json()) as {
      waiting: number
    }
    assert.equal(waiting, 0)
  })
  await holdAgainstRows(acknowledged)
  await holdAgainstLog(acknowledged, t)
})

interface Kept {
  readonly words: string
  readonly code: string
  readonly receipt: string
  readonly sha256: string
  readonly channel: string
  readonly facts: string[]
  readonly hashes: (string | null)[]
  readonly photo: number
  readonly codes: number
}

async function holdAgainstRows(acknowledged: readonly Acknowledged[]): Promise<void> {
  const opened = openDatabase(database.url, 2)
  const { db } = opened
  try {
    const { rows } = await persistently(() =>
      sql<Kept>`
        select r.words, c.code, c.content as receipt, c.sha256, r.channel,
          array(select kind from facts f where f.bucket = r.bucket and f.subject = r.id::text
            order by kind) as facts,
          array(select f.body ->> 'sha256' from facts f
            where f.bucket = r.bucket and f.subject = r.id::text
              and f.kind = 'failure-receipt.issued') as hashes,
          (select count(*)::integer from failure_report_photos p
            where p.bucket = r.bucket and p.report = r.id) as photo,
          (select count(*)::integer from failure_receipt_codes d where d.report = r.id) as codes
        from failure_reports r join failure_receipts c on c.bucket = r.bucket and c.report = r.id`.execute(
        db
      )
    )
    assert.equal(rows.length, acknowledged.length, 'as many as were acknowledged')
    const byCode = new Map(rows.map((row) => [row.code, row]))
    assert.equal(byCode.size, rows.length)
    assert.equal(new Set(rows.map(({ words }) => words)).size, rows.length, 'each sending once')
    for (const { words, code, receipt, hasPhoto, by } of acknowledged) {
      const row = byCode.get(code)
      assert.ok(row !== undefined, `${code} of ${words} is lost`)
      assert.equal(row.words, words)
      assert.equal(row.receipt, receipt, 'the receipt in its hand is the one that is kept')
      assert.equal(row.sha256, hash('sha256', receipt))
      assert.deepEqual(row.hashes, [row.sha256], 'the fact commits to it')
      assert.deepEqual(row.facts, ['failure-receipt.issued', 'failure-report.filed'])
      assert.equal(row.photo, hasPhoto ? 1 : 0)
      assert.equal(row.codes, 1)
      assert.equal(row.channel, by === 'desk' ? 'site' : 'report-desk')
    }
    const lonely = await sql`
      select 1 from facts f where kind like 'failure-re%' and not exists (
        select 1 from failure_reports r where r.bucket = f.bucket and r.id::text = f.subject)`.execute(
      db
    )
    assert.equal(lonely.rows.length, 0, 'facts of no report')
  } finally {
    await opened.close()
  }
}

/** Some receipts of both desks are proven by the log, and checked by the command. */
async function holdAgainstLog(
  acknowledged: readonly Acknowledged[],
  t: { diagnostic(text: string): void }
): Promise<void> {
  running.desk?.child.kill('SIGTERM')
  await running.desk?.ended
  await startDesk('web,worker,signer')
  const policy = join(folder, 'policy')
  const some = ['desk', 'reports'].flatMap((by) =>
    acknowledged.filter((each) => each.by === by).slice(-2)
  )
  for (const { code } of some) {
    const file = join(folder, `${code}.tlog-proof`)
    await persistently(async () => {
      const answer = await answered(`${origins.desk}/report/receipt/${code}/receipt.tlog-proof`)
      assert.equal(answer.status, 200)
      await writeFile(file, await answer.text())
      await writeFile(policy, await (await answered(`${origins.desk}/log/policy`)).text())
    })
    const promise = await answered(`${origins.desk}/report/receipt/${code}/promise`)
    assert.match(await promise.text(), /^\S/)
    assert.equal(promise.status, 200)
    const words = ['receipt', 'verify', file, '--policy', policy]
    const { code: exit, stdout, stderr } = await runPeyman(words, deskEnvironment)
    assert.equal(exit, 0, stdout + stderr)
  }
  t.diagnostic(`${String(some.length)} receipts proven by the log`)
}
