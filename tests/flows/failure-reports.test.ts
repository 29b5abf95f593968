// Goal: anybody reports a failure and holds a receipt that proves it, with script or without; officers
// answer; reports find their outages in both directions. Method: the whole desk over HTTP.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { factsOf } from '../../src/ledger/index.ts'
import { bucketOf, newId } from '../../src/platform/index.ts'
import { insertOutage } from '../../src/outages/outages/outage-store.ts'
import type { Outage } from '../../src/outages/outages/outage.ts'
import { checkReports } from '../../src/outages/reports/check-reports.ts'
import { photoOf } from '../../src/outages/reports/report-store.ts'
import { picture, telling } from '../support/photos.ts'
import { codeOf, formOf, goodReport, solvedProof, tokenOf } from '../support/report-form.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer('2026-11-22T06:00:00Z', { reportEffort: 40 })
const { origin, clock, context } = server

async function send(body: FormData | URLSearchParams, path = '/report') {
  const answer = await fetch(`${origin}${path}`, { method: 'POST', body, redirect: 'manual' })
  const location = answer.headers.get('location') ?? ''
  return { status: answer.status, text: await answer.text(), location, headers: answer.headers }
}

async function page(path: string) {
  const answer = await fetch(`${origin}${path}`, { redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** Files a report with a solved challenge, and gives its code. */
async function file(fields: Readonly<Record<string, string>> = {}, photo?: Uint8Array) {
  const proof = await solvedProof(origin)
  const form = formOf({ ...goodReport, ...fields, proof }, photo && { bytes: photo })
  const { status, location, text } = await send(form)
  assert.equal(status, 303, text)
  return codeOf(location)
}

async function reportOf(code: string): Promise<string> {
  const found = await sql<{ report: string }>`
    select report from failure_receipt_codes where code = ${code}`.execute(context.db)
  return found.rows[0]?.report ?? ''
}

test('a form without script is taken after a while, and the receipt proves the report', async () => {
  const { text, headers } = await page('/report')
  assert.equal(headers.getSetCookie().length, 0, 'no cookie for whoever reports')
  const fields = { ...goodReport, token: tokenOf(text) }
  const early = await send(formOf(fields))
  assert.equal(early.status, 422)
  assert.match(early.text, /502|۵۰۲/, 'what was typed stays')
  clock.advance('PT10S')
  const { status, location } = await send(formOf(fields))
  assert.equal(status, 303)
  const code = codeOf(location)
  const receipt = await page(location)
  assert.equal(receipt.status, 200)
  assert.match(receipt.text, /رسید خرابی/)
  const asText = await (await fetch(`${origin}/report/receipt/${code}/receipt.txt`)).text()
  const sha256 = hash('sha256', asText)
  assert.ok(receipt.text.includes(sha256), 'the hash of the text stands on the page')
  const id = await reportOf(code)
  const facts = await factsOf(context.db, id, id)
  assert.deepEqual(facts.map(({ kind }) => kind).toSorted(), [
    'failure-receipt.issued',
    'failure-report.filed'
  ])
  assert.equal(facts.find(({ kind }) => kind === 'failure-receipt.issued')?.body.sha256, sha256)
  assert.doesNotMatch(JSON.stringify(facts), /۵۰۲/, 'no words of people in facts')
})

test('a solved challenge files one report; the same again is the same receipt', async () => {
  const proof = await solvedProof(origin)
  const first = await send(formOf({ ...goodReport, proof }))
  const again = await send(formOf({ ...goodReport, proof }))
  assert.equal(codeOf(first.location), codeOf(again.location))
  const other = await send(formOf({ ...goodReport, words: 'چیز دیگری', proof }))
  assert.equal(other.status, 409)
  for (const wrong of ['', 'x', btoa('{}'), proof.slice(0, -8), proof.replace(/^eyJ/, 'eyK')])
    assert.ok([422, 400].includes((await send(formOf({ ...goodReport, proof: wrong }))).status))
})

test('every problem is said at once, and nothing typed is lost', async () => {
  const words = '<script>alert(1)</script> & "quotes"'
  const { status, text } = await send(
    formOf({ kind: 'nothing', about: 'zzz', words, time: '25:99', place: '\u202egnp.exe' })
  )
  assert.equal(status, 422)
  for (const name of ['kind', 'about', 'time', 'place'])
    assert.match(text, new RegExp(`#field-${name}`))
  assert.ok(text.includes('&lt;script&gt;') && !text.includes('<script>alert'))
})

test('a name that is not sure is asked about, and every spelling is found', async () => {
  const proof = await solvedProof(origin)
  const { status, text } = await send(formOf({ ...goodReport, about: 'مجوز', proof }))
  assert.equal(status, 422)
  assert.match(text, /name="choice"[^>]+value="sko\/service:10021004"/)
  const chosen = { ...goodReport, about: 'مجوز', choice: 'sko/service:10021004', proof }
  assert.equal((await send(formOf(chosen))).status, 303)
})

test('a photo keeps nothing that tells on its sender, and only officers see it', async () => {
  const code = await file({}, telling())
  const id = await reportOf(code)
  const kept = await photoOf(context.db, id)
  assert.ok(kept.length > 100 && !kept.includes('SECRET'))
  const receipt = await (await fetch(`${origin}/report/receipt/${code}/receipt.txt`)).text()
  assert.ok(receipt.includes(`photo-sha256: ${hash('sha256', telling())}`))
  assert.notEqual((await page(`/desk/reports/${id}/photo`)).status, 200)
  const officer = await Visitor.as(server, 'kamran-mousavi')
  const seen = await officer.get(`/desk/reports/${id}/photo`)
  assert.equal(seen.headers.get('content-type'), 'image/jpeg')
  assert.equal(seen.headers.get('x-content-type-options'), 'nosniff')
})

test('a photo that is none, or too large, or broken, is refused with its reason', async () => {
  const bad = [
    Buffer.from('<svg onload="alert(1)"/>'),
    Buffer.from('GIF89a/*<script>*/'),
    picture('png').subarray(0, 100),
    Buffer.concat([picture('jpeg'), Buffer.alloc(5 * 1024 * 1024)])
  ]
  for (const bytes of bad) {
    const proof = await solvedProof(origin)
    const { status, text } = await send(formOf({ ...goodReport, proof }, { bytes }))
    assert.equal(status, 422)
    assert.match(text, /#field-photo/)
  }
})

test('a receipt code leads to its report however it is typed, and a wrong one to nothing', async () => {
  const code = await file()
  const typed = encodeURIComponent(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  assert.equal((await page(`/report/track?code=${typed}`)).status, 200)
  assert.equal((await page(`/en/report/track?code=${code}`)).status, 200)
  assert.equal((await page('/report/track?code=')).status, 422)
  assert.equal((await page('/report/track?code=abc')).status, 422)
  const wrong = `${code.slice(0, 14)}${code[15] ?? ''}${code[14] ?? ''}`
  if (wrong !== code) assert.equal((await page(`/report/track?code=${wrong}`)).status, 422)
  assert.equal((await page('/report/receipt/0000000000000000')).status, 404)
})

function outageOf(component: string, from: Temporal.Instant, to: Temporal.Instant | null): Outage {
  return {
    ...{ id: newId(clock.now()), authority: 'sko', component, service: null, from, to },
    ...{ cause: 'unknown', automatic: true, vantagePoints: 1, targets: [], reason: null },
    ...{ detail: null, planned: null, notice: null, scope: null, note: null },
    ...{ expectedReturnAt: null, nextUpdateAt: null, void: false, settled: false },
    ...{ knownAt: clock.now(), closedKnownAt: to, revision: 1 }
  }
}

test('reports find the outage that is known, and that becomes known later', async () => {
  clock.advance('PT2H')
  const begun = clock.now()
  const before = await file({ about: '10021006' })
  clock.advance('PT3M')
  const outage = outageOf('service:10021006', begun.subtract({ minutes: 1 }), null)
  await context.db.transaction().execute((tx) => insertOutage(tx, outage))
  const after = await file({ about: '10021006' })
  const elsewhere = await file({ about: '10021007' })
  await server.work()
  for (const [code, expected] of [
    [before, outage.id],
    [after, outage.id],
    [elsewhere, null]
  ] as const) {
    const id = await reportOf(code)
    const found = await sql<{ outage: string | null }>`
      select outage from failure_reports where bucket = ${bucketOf(id)} and id = ${id}`.execute(
      context.db
    )
    assert.equal(found.rows[0]?.outage ?? null, expected)
    const facts = await factsOf(context.db, id, id)
    assert.equal(
      facts.filter(({ kind }) => kind === 'failure-report.matched').length,
      expected ? 1 : 0
    )
  }
  const { text } = await page(`/report/track?code=${before}`)
  assert.match(text, /درباره قطعی‌ای است که از/)
})

test('officers answer and close with a reason; others see nothing', async () => {
  const code = await file({ about: '10021008', contact: '09151234567' })
  const id = await reportOf(code)
  const officer = await Visitor.as(server, 'kamran-mousavi')
  const list = await officer.get('/desk/reports')
  assert.ok(list.text.includes(id))
  const shown = await officer.get(`/desk/reports/${id}`)
  assert.match(shown.text, /09151234567/)
  const twice = { words: ['الف', 'ب'], state: ['open', 'closed'], closedReason: ['spam', 'spam'] }
  assert.equal((await officer.post(`/desk/reports/${id}/answer`, twice)).status, 422)
  for (const query of ['cursor=a&cursor=b', 'cursor=x_y', 'show=a&show=b', `cursor=2026_${id}`])
    assert.equal((await officer.get(`/desk/reports?${query}`)).status, 200, query)
  for (const outage of ['none', id, "';--"]) {
    const linked = await officer.post(`/desk/reports/${id}/outage`, { outage })
    assert.equal(linked.status, 303)
  }
  const kept = await sql<{ outage: null; by: string | null }>`
    select outage, matched_by as by from failure_reports where id = ${id}`.execute(context.db)
  assert.ok(kept.rows[0]?.outage === null && kept.rows[0].by !== null, 'looked into: it was none')
  const noReason = { words: 'درست شد.', state: 'closed' }
  assert.equal((await officer.post(`/desk/reports/${id}/answer`, noReason)).status, 422)
  const answer = { ...noReason, closedReason: 'mended' }
  assert.equal((await officer.post(`/desk/reports/${id}/answer`, answer)).status, 303)
  assert.match((await page(`/report/track?code=${code}`)).text, /درست شد\./)
  const blind = await officer.get('/desk/reports?show=blind')
  assert.ok(blind.text.includes(id), 'no outage, and mended: no probe had seen it')
  // Whoever works on no reports is refused; another body's officer is told that there is none.
  for (const [person, status] of [
    ['maryam-rezaei', 403],
    ['dariush-parsa', 404]
  ] as const) {
    const other = await Visitor.as(server, person)
    assert.equal((await other.get(`/desk/reports/${id}`)).status, status)
  }
  assert.equal((await page(`/desk/reports/${id}`)).status, 303)
})

test('the feeds of the past month are feeds, and hold nothing that people wrote', async () => {
  const { parseAtomFeed, parseJsonFeed } = await import('feedsmith')
  const atom = await page('/report/recent.atom')
  assert.equal(atom.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
  const entries = parseAtomFeed(atom.text).entries ?? []
  assert.ok(entries.length > 5)
  assert.ok(entries.every(({ id, updated, title }) => id && updated && title))
  const json = parseJsonFeed((await page('/report/recent.json')).text)
  assert.equal(json.items?.length, entries.length)
  for (const text of [atom.text, JSON.stringify(json)])
    assert.doesNotMatch(text, /۵۰۲|09151234567|چیز دیگری|درست شد\./)
})

test('checkReports finds all of this as the facts say, and every hand that changed it', async () => {
  const { checked, differences } = await checkReports(context.db)
  assert.ok(checked > 8)
  assert.deepEqual(differences, [])
  const code = await file()
  const id = await reportOf(code)
  await sql`update failure_receipts set content = content || ' ' where report = ${id}`.execute(
    context.db
  )
  await sql`update failure_reports set state = 'closed', closed_reason = 'spam', filed_at = filed_at
    + interval '1 hour', outage = ${id}, channel = 'counter', spooled = true where id = ${id}`.execute(
    context.db
  )
  const lost = await reportOf(await file())
  await sql`delete from failure_reports where id = ${lost}`.execute(context.db)
  const found = (await checkReports(context.db)).differences
  assert.deepEqual(
    found.filter(({ report }) => report === id).map(({ what }) => what),
    ['receipt', 'channel', 'filedAt', 'spooled', 'state', 'outage']
  )
  assert.ok(found.some(({ report, what }) => report === lost && what === 'report'))
})
