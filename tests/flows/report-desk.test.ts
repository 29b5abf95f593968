// Goal: the report desk gives receipts with nothing but its own disk, and what it took joins the main
// site once. Method: a desk on a data folder whose database is not there; the same folder with one.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { readConfig } from '../../src/config.ts'
import { factsOf } from '../../src/ledger/index.ts'
import { type OpenReportDesk, openReportDesk } from '../../src/outages/report-desk/index.ts'
import { reportJobs } from '../../src/outages/reports/jobs.ts'
import { photoOf } from '../../src/outages/reports/report-store.ts'
import { systemClock, silentLog } from '../../src/platform/index.ts'
import { testDesk } from '../support/desk.ts'
import { telling } from '../support/photos.ts'
import { codeOf, formOf, goodReport, solvedProof } from '../support/report-form.ts'

const main = await testDesk()
const { db } = main.context
const nowhere = 'postgres://nobody:x@127.0.0.1:1/none'
let folder = await mkdtemp(join(tmpdir(), 'peyman-report-desk-'))
const folders = [folder]
after(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))))

let desk: OpenReportDesk | null = null
let origin = ''

async function open(databaseUrl: string): Promise<void> {
  await desk?.close()
  const config = readConfig({
    PEYMAN_DATA: folder,
    PEYMAN_REPORT_PORT: '0',
    PEYMAN_REPORT_EFFORT: '40',
    PEYMAN_REPORTS_PER_MINUTE: '100000',
    PEYMAN_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
    HOST: 'localhost'
  })
  desk = await openReportDesk({ config, clock: systemClock, log: silentLog })
  origin = `http://localhost:${String(desk.port)}`
}

after(() => desk?.close())

async function send(fields: Readonly<Record<string, string>>, photo?: Uint8Array) {
  const body = formOf({ ...goodReport, ...fields }, photo && { bytes: photo })
  const answer = await fetch(`${origin}/report`, { method: 'POST', body, redirect: 'manual' })
  const text = await answer.text()
  const location = answer.headers.get('location') ?? ''
  return { status: answer.status, text, location, code: codeOf(location) }
}

async function receiptOf(code: string): Promise<string> {
  return (await fetch(`${origin}/report/receipt/${code}/receipt.txt`)).text()
}

/** Waits until nothing waits. */
async function joined(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { waiting } = (await (await fetch(`${origin}/healthz`)).json()) as { waiting: number }
    if (waiting === 0) return
    await pause(50)
  }
  assert.fail('what waited did not join')
}

test('without a database, and without ever having had one, a report gets its receipt', async () => {
  await open(nowhere)
  const page = await (await fetch(`${origin}/report`)).text()
  assert.match(page, /میز گزارش/)
  assert.doesNotMatch(page, /<datalist/)
  const proof = await solvedProof(origin)
  const first = await send({ about: 'سامانه نوبت‌دهی', proof }, telling())
  assert.equal(first.status, 303, first.text)
  const receipt = await receiptOf(first.code)
  assert.match(receipt, /^peyman-failure-receipt 1\n/)
  const shown = await (await fetch(`${origin}/en/report/receipt/${first.code}`)).text()
  assert.ok(shown.includes(hash('sha256', receipt)))
  const followed = await (await fetch(`${origin}/report/track?code=${first.code}`)).text()
  assert.match(followed, /هنوز به سامانه اصلی نپیوسته/)

  // The desk is stopped, started and asked the same again: the same receipt.
  await open(nowhere)
  const again = await send({ about: 'سامانه نوبت‌دهی', proof }, telling())
  assert.equal(again.code, first.code)
  assert.equal((await send({ about: 'سامانه نوبت‌دهی', proof })).status, 409, 'another report')
})

test('what waited joins once, and its receipt is the same; then names are known', async () => {
  const folderBefore = await fetch(`${origin}/healthz`)
  assert.deepEqual(await folderBefore.json(), { waiting: 1, database: false })
  const choices = reportJobs.schedule?.find(({ name }) => name === 'failure-reports.choices')
  await choices?.run(main.context)
  await open(main.url)
  await joined()
  const { rows } = await sql<{
    id: string
    authority: string
    words: string
    spooled: boolean
    filedAt: Temporal.Instant
    knownAt: Temporal.Instant
  }>`select id, authority, words, spooled, filed_at as "filedAt", known_at as "knownAt"
    from failure_reports`.execute(db)
  const [report] = rows
  assert.equal(rows.length, 1)
  assert.ok(report?.spooled && report.words.includes('سامانه نوبت‌دهی'))
  assert.ok(Temporal.Instant.compare(report.filedAt, report.knownAt) < 0)
  const kept = await photoOf(db, report.id)
  assert.ok(kept.length > 100 && !kept.includes('SECRET'))
  const facts = await factsOf(db, report.id, report.id)
  assert.deepEqual(facts.map(({ kind }) => kind).toSorted(), [
    'failure-receipt.issued',
    'failure-report.filed'
  ])
  for (const fact of facts) {
    assert.ok(fact.at.equals(report.filedAt) && fact.knownAt.equals(report.knownAt))
  }
  const page = await (await fetch(`${origin}/report`)).text()
  assert.match(page, /<datalist[\s\S]+10021001|<datalist[\s\S]+استاندار/)
  const named = await send({ about: '10021006', proof: await solvedProof(origin) })
  assert.equal(named.status, 303, named.text)
  await joined()
  const services = await sql<{ service: string | null }>`
    select service from failure_reports order by filed_at`.execute(db)
  assert.deepEqual(services.rows, [{ service: null }, { service: '10021006' }])
})

test('the same form sent again gets the same receipt, and is told so', async () => {
  const fields = { about: '10021006', words: 'دوباره', proof: await solvedProof(origin) }
  const [first, again] = [await send(fields), await send(fields)]
  assert.match(first.location, /\?is=new$/)
  assert.equal(again.location, first.location.replace('is=new', 'is=repeated'))
  assert.equal((await send({ ...fields, words: 'چیز دیگری' })).status, 409)
})

test('a receipt of the main site is found here, and one of this desk while the database is away', async () => {
  const { code } = await send({ proof: await solvedProof(origin) })
  await joined()
  const before = await receiptOf(code)
  await open(nowhere)
  assert.equal(await receiptOf(code), before)
  const other = folder
  folder = await mkdtemp(join(tmpdir(), 'peyman-report-desk-'))
  folders.push(folder)
  await open(main.url)
  for (let tries = 0; tries < 100 && (await receiptOf(code)) !== before; tries += 1) await pause(50)
  assert.equal(await receiptOf(code), before, 'from the database, where this desk knows nothing')
  folder = other
})

test('bad requests are answered in words and leave nothing behind', async () => {
  await open(nowhere)
  const { waiting } = (await (await fetch(`${origin}/healthz`)).json()) as { waiting: number }
  const post = (body: string, type: string) =>
    fetch(`${origin}/report`, { method: 'POST', body, headers: { 'content-type': type } })
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]><x>&a;</x>`
  const answers = [
    await post(bomb, 'text/xml'),
    await post('{"kind":', 'application/json'),
    await post('x'.repeat(7 * 1024 * 1024), 'application/x-www-form-urlencoded'),
    await post('--b\r\nbroken', 'multipart/form-data; boundary=b'),
    await fetch(`${origin}/report`, { method: 'POST', body: formOf({}) }),
    await fetch(`${origin}/report`, {
      method: 'POST',
      body: formOf(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${String(i)}`, 'x'])))
    }),
    await fetch(`${origin}/report/receipt/${'0'.repeat(16)}`),
    await fetch(`${origin}/desk/queue`),
    await fetch(`${origin}/report/receipt/%00%ff`)
  ]
  for (const answer of answers) {
    assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status))
    assert.doesNotMatch(await answer.text(), /at .+\.ts:\d+/)
  }
  const now = (await (await fetch(`${origin}/healthz`)).json()) as { waiting: number }
  assert.equal(now.waiting, waiting)
})
