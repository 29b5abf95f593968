// Goal: whoever follows a case that was opened again is told what had been decided, when and why, and each
// run of its clock. Method: one life with two runs, read on every page over real HTTP.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseDesk } from '../../src/cases/index.ts'
import { type Caller, deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'

const desk = await deskServer('2026-11-21T06:00:00Z')
const { context, clock } = desk
const { case: id, code } = await caseDesk.submitCase(context, await desk.as('maryam-rezaei'), {
  service: '10021006',
  answers: damageAnswers,
  files: [{ document: 'damage-photos', name: 'photo.pdf', bytes: pdf() }],
  submissionKey: randomUUID()
})
const officer = await desk.as('leila-arab')
for (const step of ['registration', 'visit', 'assessment']) {
  clock.advance('PT1H')
  await caseDesk.enterStep(context, officer, { case: id, step })
}
clock.advance('PT80H')
const director = await desk.as('parvin-hosseini')
const decision = { case: id, outcome: 'granted', reason: 'برابر گزارش کارشناس' } as const
await caseDesk.decideCase(context, director, decision)
clock.advance('PT24H')
await caseDesk.reopenCase(context, director, {
  case: id,
  policy: 'restart',
  reason: 'complaint-upheld',
  note: 'مبلغ از نو حساب می‌شود.'
})
clock.advance('PT2H')

async function read(who: Caller | null, path: string): Promise<string> {
  const headers = { ...who?.headers, accept: 'text/html' }
  const response = await fetch(`${desk.origin}${path}`, { headers })
  assert.equal(response.status, 200, path)
  return (await response.text()).replaceAll(/\s+/g, ' ')
}

const citizen = await desk.signIn('maryam-rezaei')
const staff = await desk.signIn('leila-arab')
const when = 'در ۳ آذر ۱۴۰۵، ساعت ۲۰:۳۰'

test('the page of the citizen and that of the officer tell what had been decided', async () => {
  for (const [who, path] of [
    [citizen, `/cases/${id}`],
    [staff, `/desk/cases/${id}`]
  ] as const) {
    const page = await read(who, path)
    for (const part of [
      `${when} پذیرفته شده بود؛ در ۴ آذر ۱۴۰۵، ساعت ۲۰:۳۰ دوباره باز شد`,
      'شکایت وارد شناخته شد',
      'مبلغ از نو حساب می‌شود.',
      'برابر گزارش کارشناس',
      'پیش از بازگشایی: از ۳۰ آبان ۱۴۰۵'
    ]) {
      assert.ok(page.includes(part), `${path}: ${part}`)
    }
  }
})

test('whoever has the code alone learns that it was opened again, and not how it had ended', async () => {
  const page = await read(null, `/track?code=${code}`)
  assert.ok(page.includes(`${when} پایان یافته بود؛ در ۴ آذر ۱۴۰۵`))
  assert.ok(page.includes('شکایت وارد شناخته شد'))
  assert.doesNotMatch(page, /پذیرفته|مبلغ از نو/)
})

test('the clock page shows the run that ended late, the time between, and the present run', async () => {
  const page = await read(citizen, `/cases/${id}/clock`)
  for (const part of [
    'این دور با بازگشایی درخواست در ۴ آذر ۱۴۰۵، ساعت ۲۰:۳۰ آغاز شد',
    'پیش از بازگشایی',
    'پس از سررسید پاسخ داده شد',
    '۸۳ ساعت',
    'زمانی شمرده نشد',
    '۷۰ از ۷۲ ساعت'
  ]) {
    assert.ok(page.includes(part), part)
  }
  const [head, ...rows] = (await readCsv()).trim().split('\n')
  assert.equal(head?.replace('\uFEFF', ''), 'from,to,kind,cause,seconds,run')
  assert.deepEqual(
    rows.map((row) => row.split(',').slice(2)),
    [
      ['counted', '', String(72 * 3600), '1'],
      ['counted', '', String(11 * 3600), '1'],
      ['paused', 'solved', String(24 * 3600), '1'],
      ['counted', '', String(72 * 3600), '2']
    ]
  )
})

async function readCsv(): Promise<string> {
  const response = await fetch(`${desk.origin}/cases/${id}/clock.csv`, { headers: citizen.headers })
  return response.text()
}
