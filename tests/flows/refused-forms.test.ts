// Goal: a form that the case no longer offers is answered first on the page, in words, with all that was
// typed. Method: two browsers without scripts on one case, over real HTTP and a real database.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Caller, deskServer } from '../support/desk-server.ts'
import { damageAnswers, pdf } from '../support/desk.ts'
import { caseDesk } from '../../src/cases/index.ts'

const desk = await deskServer()
const citizen = await desk.signIn('maryam-rezaei')
const officer = await desk.signIn('leila-arab')
const reasons =
  'خسارت برابر گزارش کارشناس تأیید شد و کمک‌هزینه طبق ماده ۱۲ پرداخت می‌شود؛ رونوشت پیوست است.'

async function look(who: Caller, path: string): Promise<string> {
  const response = await fetch(`${desk.origin}${path}`, {
    headers: { ...who.headers, accept: 'text/html' }
  })
  return response.text()
}

type Sent = Readonly<Record<string, string>>

/** The version of the case that a page showed, which its forms send back. */
function versionOf(page: string): Sent {
  return { expectedVersion: /name="expectedVersion" value="(\d+)"/.exec(page)?.[1] ?? '' }
}

/** Sends a form as a browser does, and follows nothing. */
async function send(who: Caller, path: string, sent: Sent) {
  const response = await fetch(`${desk.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...who.headers, accept: 'text/html' },
    body: new URLSearchParams({
      _csrf: who.headers['x-csrf-token'] ?? '',
      ...sent
    })
  })
  return { status: response.status, text: await response.text() }
}

/** A damaged house's case; with its photographs, complete. */
async function newCase({ photos = true } = {}): Promise<string> {
  const files = [{ document: 'damage-photos', name: 'photo.pdf', bytes: pdf() }]
  const { case: id } = await caseDesk.submitCase(desk.context, await desk.as('maryam-rezaei'), {
    service: '10021006',
    answers: damageAnswers,
    ...(photos ? { files } : { later: ['damage-photos'] }),
    submissionKey: randomUUID()
  })
  return id
}

/** The alert of a page; it has to stand before the page's own title. */
function firstAlert(page: string): string {
  const found = /<div class="error-summary[^>]* role="alert"[^]*?(?=<div class="page-head")/.exec(
    page
  )
  assert.ok(found, page.slice(page.indexOf('<main'), page.indexOf('<main') + 2000))
  return found[0]
}

function assertTells(page: string, parts: readonly string[]): void {
  const told = firstAlert(page)
  for (const part of parts) assert.ok(told.includes(part), `${part} is missing in ${told}`)
}

test('of two who decide at once, the second is told so and keeps the reasons', async () => {
  const id = await newCase()
  for (const step of ['registration', 'visit', 'assessment']) {
    await caseDesk.enterStep(desk.context, await desk.as('leila-arab'), { case: id, step })
  }
  const [first, second] = [
    await desk.signIn('parvin-hosseini'),
    await desk.signIn('parvin-hosseini')
  ]
  const path = `/desk/cases/${id}`
  const [seenFirst, seenSecond] = [await look(first, path), await look(second, path)]
  const refused = { 'decision.outcome': 'refused', 'decision.reason': 'مدرک مالکیت نیست.' }
  assert.equal(
    (await send(first, `${path}/decision`, { ...refused, ...versionOf(seenFirst) })).status,
    303
  )
  const granted = {
    'decision.outcome': 'granted',
    'decision.reason': reasons,
    ...versionOf(seenSecond)
  }
  const late = await send(second, `${path}/decision`, granted)
  assert.equal(late.status, 409)
  assertTells(late.text, [
    'ثبت نشد: تصمیم',
    'پیش‌تر تصمیم گرفته شده است',
    'پذیرفته نشد، ۳۰ آبان ۱۴۰۵',
    'پذیرفتن درخواست',
    reasons
  ])
  assert.match(firstAlert(late.text), /<textarea[^>]* readonly/)
  assert.match(late.text, /<title>خطا/)
  const english = await send(second, `/en${path}/decision`, granted)
  assertTells(english.text, ['Not recorded: Decision', 'Refused, 21 November 2026', reasons])
})

test('each form of the desk is answered after the applicant has withdrawn', async () => {
  const id = await newCase()
  const path = `/desk/cases/${id}`
  const seen = await look(officer, path)
  const withdrawn = await send(citizen, `/cases/${id}/withdrawal`, { reason: 'دیگر نمی‌خواهم' })
  assert.equal(withdrawn.status, 303)
  const notes = 'نشانی محل با سند نمی‌خواند؛ پلاک و کد پستی را از روی سند بنویسید و دوباره بفرستید.'
  const forms: Record<string, [fields: Sent, kept: readonly string[]]> = {
    steps: [{ 'steps.step': 'visit', 'steps.reason': notes }, ['بازدید', notes]],
    visits: [{ 'visits.causedBy': 'applicant', 'visits.insist': notes }, ['خود متقاضی', notes]],
    return: [
      { 'return.defect.field.place': 'field-wrong', 'return.note.field.place': notes },
      ['پاسخ درست نیست', 'نشانی محل خسارت', notes]
    ],
    documents: [
      { 'documents.document': 'damage-photos', 'documents.trackingNumber': '12345678901' },
      ['12345678901']
    ],
    assignment: [{ 'assignment.to': 'me' }, ['به من واگذار شود']]
  }
  for (const [form, [fields, kept]] of Object.entries(forms)) {
    const { status, text } = await send(officer, `${path}/${form}`, {
      ...fields,
      ...versionOf(seen)
    })
    assert.ok(status === 409 || status === 422, `${form}: ${String(status)}`)
    assertTells(text, ['وضعیت کنونی درخواست: انصراف متقاضی', ...kept])
  }
})

test('a second withdrawal says that nothing more was recorded', async () => {
  const id = await newCase()
  const why = { reason: 'خانه را فروخته‌ام.' }
  assert.equal((await send(citizen, `/cases/${id}/withdrawal`, why)).status, 303)
  const again = await send(citizen, `/cases/${id}/withdrawal`, why)
  assert.equal(again.status, 409)
  assertTells(again.text, ['ثبت نشد: انصراف از درخواست', 'انصراف متقاضی', why.reason])
})

test('a correction from an old tab, and a document for an ended case, are told so', async () => {
  const id = await newCase()
  const place = 'خیابان معلم، کوچه ۱۲، پلاک ۴، روبه‌روی دبستان شهید باهنر، طبقه دوم'
  const defects = [{ code: 'field-unclear', item: 'field:place' } as const]
  await caseDesk.returnCase(desk.context, await desk.as('leila-arab'), { case: id, defects })
  const answer = { 'answers.place': place, contest: 'پلاک درست است.' }
  assert.equal((await send(citizen, `/cases/${id}/resubmission`, answer)).status, 303)
  const again = await send(citizen, `/cases/${id}/resubmission`, answer)
  assert.equal(again.status, 409)
  assertTells(again.text, ['ثبت نشد: ارسال دوباره', 'نشانی محل خسارت', place, answer.contest])
  assert.equal((await send(citizen, `/cases/${id}/withdrawal`, {})).status, 303)
  const body = new FormData()
  body.append('_csrf', citizen.headers['x-csrf-token'] ?? '')
  body.append('file', new File([new Uint8Array(pdf())], 'photo.pdf'))
  const late = await fetch(`${desk.origin}/cases/${id}/documents?document=damage-photos`, {
    method: 'POST',
    headers: { ...citizen.headers, accept: 'text/html' },
    body
  })
  assert.equal(late.status, 409)
  assertTells(await late.text(), ['ثبت نشد: افزودن مدرک', 'انصراف متقاضی'])
})

test('a form without its file is asked for it', async () => {
  const id = await newCase({ photos: false })
  const path = `/cases/${id}/documents?document=damage-photos`
  const { status, text } = await send(citizen, path, {})
  assert.equal(status, 422)
  assert.match(text, /نخست یک فایل انتخاب کنید/)
})

/** The alert of the page that keeps a form which its sender may not see. */
function assertKept(page: string, parts: readonly string[]): void {
  assert.match(page, /<div class="error-summary" role="alert"/)
  for (const part of parts) assert.ok(page.includes(part), `${part} is missing`)
}

test('a draft that somebody else sends keeps what was typed, and is sent again by its own person', async () => {
  const own = await desk.as('maryam-rezaei')
  const input = { service: '10021006', values: damageAnswers }
  const { id } = await caseDesk.saveDraft(desk.context, own, input)
  const place = 'خیابان معلم، کوچه ۱۲، پلاک ۴، روبه‌روی دبستان شهید باهنر، طبقه دوم'
  const form = { service: '10021006', 'answers.place': place }
  const other = await desk.signIn('zahra-khosravi')
  const refused = await send(other, `/drafts/${id}/answers`, form)
  assert.equal(refused.status, 404)
  const again = `<input type="hidden" name="answers.place" value="${place}" />`
  assertKept(refused.text, ['با حساب کنونی', 'نشانی محل خسارت', place, again])
  const sent = await send(citizen, `/drafts/${id}/answers`, form)
  assert.notEqual(sent.status, 404)
  const script = await fetch(`${desk.origin}/drafts/${id}/answers`, {
    method: 'POST',
    headers: { ...other.headers, accept: 'application/json' },
    body: new URLSearchParams({ _csrf: other.headers['x-csrf-token'] ?? '', ...form })
  })
  assert.match(script.headers.get('content-type') ?? '', /problem\+json/)
})

test('who lost the right to see a case keeps what was typed about it', async () => {
  const id = await newCase()
  const other = await desk.signIn('zahra-khosravi')
  const why =
    'این درخواست را با حساب شرکت فرستاده بودم و اکنون آن را پس می‌گیرم، چون ملک فروخته شد.'
  const withdrawal = await send(other, `/cases/${id}/withdrawal`, { reason: why })
  assert.equal(withdrawal.status, 404)
  assertKept(withdrawal.text, ['دلیل انصراف', why])
  const clerk = await desk.signIn('somayeh-jafari')
  assert.equal((await send(citizen, `/cases/${id}/withdrawal`, {})).status, 303)
  const visit = { 'visits.causedBy': 'applicant', 'visits.insist': why }
  const late = await send(clerk, `/desk/cases/${id}/visits`, visit)
  assert.equal(late.status, 403)
  assertKept(late.text, ['خود متقاضی', why])
})
