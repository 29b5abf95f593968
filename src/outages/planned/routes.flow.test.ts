// Goal: the IT manager plans, moves and cancels on pages that work without script, everyone reads what is
// planned, programs do the same by the API, and a reader of calendars that is not ours reads ours.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { damageAnswers, pdf } from '../../../tests/support/desk.ts'
import { startTestServer } from '../../../tests/support/server.ts'
import { seeNotice } from '../../../tests/support/sighting.ts'
import { Visitor } from '../../../tests/support/visitor.ts'
import { drainOutbox } from '../../channels/index.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { jobs } from '../jobs.ts'
import type { Outage } from '../outages/outage.ts'
import { insertOutage } from '../outages/outage-store.ts'

// 1 Azar 1405, 09:30 in Tehran.
const server = await startTestServer('2026-11-22T06:00:00Z')
const { clock, context } = server
const manager = await Visitor.as(server, 'kamran-mousavi')
const anyone = new Visitor(server)
const drain = () => drainOutbox(context, jobs.outbox ?? {})
const typed = {
  authority: 'sko',
  kind: 'outage',
  parts: ['service:10021006', 'portal'],
  'from.date': '۱۴۰۵/۰۹/۰۷',
  'from.time': '۰۹:۰۰',
  'to.date': '۱۴۰۵/۰۹/۰۷',
  'to.time': '۱۱:۳۰',
  'words.fa': 'به‌روزرسانی پایگاه داده',
  'words.en': 'Update of the database'
}
const sampleOutage: Omit<Outage, 'id' | 'from' | 'to' | 'knownAt' | 'closedKnownAt'> = {
  authority: 'sko',
  component: 'service:10021006',
  service: '10021006',
  cause: 'software',
  automatic: true,
  vantagePoints: 3,
  targets: [],
  reason: null,
  detail: null,
  planned: null,
  notice: null,
  scope: null,
  note: null,
  expectedReturnAt: null,
  nextUpdateAt: null,
  void: false,
  settled: false,
  revision: 1
}
const idOf = (location: string) => location.split('/').at(-1) ?? ''

/** The only event of the calendar, as a reader of others takes it. */
async function event() {
  const { text } = await anyone.get('/outages.ics')
  const parsed = ICAL.parse(text) as unknown[]
  const events = new ICAL.Component(parsed).getAllSubcomponents('vevent')
  assert.equal(events.length, 1)
  const of = (name: string) => String(events[0]!.getFirstPropertyValue(name))
  const start = events[0]!.getFirstPropertyValue('dtstart') as ICAL.Time
  return {
    uid: of('uid'),
    sequence: of('sequence'),
    status: of('status'),
    summary: of('summary'),
    start: start.toJSDate().toISOString()
  }
}

test('the planner says the earliest lawful start, and keeps what was typed when it refuses', async () => {
  const form = await manager.get('/desk/planned/new')
  assert.equal(form.status, 200)
  // A quarter of an hour for the sighting, then 72 hours.
  assert.ok(form.text.includes('۴ آذر ۱۴۰۵، ساعت ۰۹:۴۵'))
  // It begins with the first full hour of Tehran's clocks that is lawful.
  assert.ok(form.text.includes('value="۱۴۰۵/۰۹/۰۴"') && form.text.includes('value="۱۰:۰۰"'))
  assert.ok((await manager.get('/en/desk/planned/new')).text.includes('value="1405/09/04"'))
  const soon = await manager.post('/desk/planned/new', { ...typed, 'from.date': '۱۴۰۵/۰۹/۰۳' })
  assert.equal(soon.status, 422)
  assert.ok(soon.text.includes('به‌روزرسانی پایگاه داده') && soon.text.includes('۱۴۰۵/۰۹/۰۳'))
  const wrong = await manager.post('/desk/planned/new', {
    ...typed,
    'to.time': '۰۸:۰۰',
    'from.time': 'نه صبح'
  })
  assert.equal(wrong.status, 422)
  assert.ok(wrong.text.includes('field-from-time-problem'))
  const backwards = await manager.post('/desk/planned/new', { ...typed, 'to.time': '۰۸:۰۰' })
  assert.ok(backwards.text.includes('پایان باید پس از آغاز باشد'))
  const past = await manager.post('/desk/planned/new', {
    ...typed,
    'from.date': '1401/01/02',
    'from.time': '00:30'
  })
  assert.ok(past.text.includes('چنین') || past.text.includes('این ساعت در آن روز نیست'))
  assert.equal((await anyone.get('/desk/planned')).status, 303)
  assert.equal((await (await Visitor.as(server, 'maryam-rezaei')).get('/desk/planned')).status, 403)
})

test('a plan goes from its announcement to the calendar, a move and the end', async () => {
  const made = await manager.post('/desk/planned/new', typed)
  assert.equal(made.status, 303)
  const id = idOf(made.location)
  const shown = await anyone.get(`/en/planned/${id}`)
  assert.equal(shown.status, 200)
  assert.ok(shown.text.includes('Update of the database'))
  assert.ok(shown.text.includes('No probe has seen the notice'))
  const first = await event()
  assert.deepEqual(
    { ...first, summary: '' },
    {
      uid: `${id}@localhost`,
      sequence: '0',
      status: 'CONFIRMED',
      summary: '',
      start: '2026-11-28T05:30:00.000Z'
    }
  )
  assert.match(first.summary, /قطعی برنامه‌ریزی‌شده.* · Planned outage/)
  const notice = /href="\/en\/notices\/([0-9a-f-]{36})"/.exec(shown.text)?.[1] ?? ''
  await seeNotice(context, notice)
  await drain()
  assert.ok((await anyone.get(`/en/planned/${id}`)).text.includes('Valid: the notice was seen'))
  const late = await manager.post(`/desk/planned/${id}/moves`, {
    revision: '1',
    'from.date': '1405/09/06',
    'from.time': '9:00',
    'to.date': '1405/09/06',
    'to.time': '11:30'
  })
  assert.equal(late.status, 303, late.text)
  const stale = await manager.post(`/desk/planned/${id}/moves`, {
    revision: '1',
    'from.date': '1405/09/08',
    'from.time': '9:00',
    'to.date': '1405/09/08',
    'to.time': '10:00'
  })
  assert.equal(stale.status, 409)
  assert.ok(stale.text.includes('۱۴۰۵/۰۹/۰۸') || stale.text.includes('1405/09/08'))
  const { uid, sequence, start } = await event()
  assert.deepEqual([uid, sequence, start], [first.uid, '1', '2026-11-27T05:30:00.000Z'])
  const cancelled = await manager.post(`/desk/planned/${id}/cancellation`, { because: 'postponed' })
  assert.equal(cancelled.status, 303)
  const gone = await event()
  assert.deepEqual([gone.uid, gone.sequence, gone.status], [first.uid, '2', 'CANCELLED'])
  assert.equal((await manager.get('/desk/planned')).status, 200)
  assert.equal((await manager.get(`/en/desk/planned/${id}`)).status, 200)
})

test('an emergency is suspended by a form and ended by a button; the menu and the card say so', async () => {
  const without = await manager.post('/desk/planned/emergency', {
    authority: 'sko',
    kind: 'service-withdrawn',
    parts: 'service:10021006'
  })
  assert.equal(without.status, 422)
  const made = await manager.post('/desk/planned/emergency', {
    authority: 'sko',
    kind: 'service-withdrawn',
    parts: 'service:10021006',
    reason: 'security'
  })
  assert.equal(made.status, 303, made.text)
  const card = await anyone.get('/services/10021006')
  assert.ok(card.text.includes('ارائه این خدمت متوقف شده است'))
  assert.ok((await anyone.get('/services')).text.includes('متوقف'))
  assert.ok((await anyone.get('/en/services?q=disaster')).text.includes('Withdrawn'))
  const desk = await manager.get('/desk/planned')
  const end = /\/desk\/planned\/suspensions\/([0-9a-f-]{36})\/end/.exec(desk.text)?.[0] ?? ''
  assert.equal((await manager.post(end)).status, 303)
  assert.ok(!(await anyone.get('/services/10021006')).text.includes('متوقف شده است'))
})

test('the API plans, lists, moves, suspends and refuses with codes', async () => {
  const api = await manager.scripts()
  const send = async (path: string, body: object) => {
    const answer = await api.post(path, body)
    return { status: answer.status, body: answer.body as Record<string, unknown> }
  }
  const plan = {
    authority: 'sko',
    kind: 'form-closed',
    services: ['10021001'],
    from: '2026-12-05T06:00:00Z',
    to: '2026-12-06T06:00:00Z'
  }
  const soon = await send('/planned-outages', { ...plan, from: '2026-11-23T06:00:00Z' })
  assert.equal(soon.status, 422)
  assert.equal(soon.body['code'], 'planned/refused')
  const made = await send('/planned-outages', plan)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const id = String(made.body['id'])
  const earliest = await fetch(
    `${server.origin}/api/v1/planned-outages/earliest-start?authority=sko`
  )
  assert.equal(((await earliest.json()) as { noticeSeconds: number }).noticeSeconds, 259_200)
  const read = await fetch(`${server.origin}/api/v1/planned-outages/${id}`)
  assert.equal(((await read.json()) as { state: string }).state, 'announced')
  for (const query of [
    'from=9999-12-31T23:59:59-12:00',
    'from=0001-01-01T00:00:00%2B12:00&to=9999-12-31T23:59:59-12:00'
  ]) {
    assert.equal(
      (await fetch(`${server.origin}/api/v1/planned-outages?${query}`)).status,
      200,
      query
    )
  }
  const list = await fetch(`${server.origin}/api/v1/planned-outages?component=service:10021001`)
  assert.equal(((await list.json()) as { plannedOutages: unknown[] }).plannedOutages.length, 1)
  const moved = await send(`/planned-outages/${id}/moves`, {
    from: '2026-12-05T06:00:00Z',
    to: '2026-12-05T12:00:00Z'
  })
  assert.equal(moved.status, 201)
  const suspended = await fetch(`${server.origin}/api/v1/suspensions?service=10021001`)
  const { suspensions } = (await suspended.json()) as { suspensions: { planned: string }[] }
  assert.deepEqual(
    suspensions.map((each) => each.planned),
    [id]
  )
  const cancelled = await send(`/planned-outages/${id}/cancellation`, { because: 'not-needed' })
  assert.equal(cancelled.body['state'], 'cancelled')
  const again = await send(`/planned-outages/${id}/cancellation`, { because: 'not-needed' })
  assert.equal(again.body['code'], 'planned/over')
})

test('proposals to extend deadlines have a page for both who propose and who decide', async () => {
  assert.equal((await manager.get('/desk/planned/extensions')).status, 200)
  const administrator = await Visitor.as(server, 'vahid-rostami')
  assert.equal((await administrator.get('/en/desk/planned/extensions')).status, 200)
  const none = await manager.post('/desk/planned/extensions', { reason: 'دلیل کافی نوشته شد' })
  assert.equal(none.status, 422)
})

test('an extension goes from the outage to the clock of the applicant, by API and page', async () => {
  const citizen = await Visitor.as(server, 'maryam-rezaei')
  const filed = await (
    await citizen.scripts()
  ).post<{ case: string }>('/cases', {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', content: pdf().toString('base64') }]
  })
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  const from = clock.now()
  clock.advance('PT5H')
  const outage = newId(clock.now())
  const made: Outage = {
    ...sampleOutage,
    id: outage,
    from,
    to: clock.now(),
    knownAt: from,
    closedKnownAt: clock.now()
  }
  await inTransaction(context.db, (tx) => insertOutage(tx, made))
  const desk = await manager.get(`/desk/outages/${outage}`)
  assert.ok(desk.text.includes(`/desk/planned/extensions?outage=${outage}`))
  const reason = 'سامانه ثبت خسارت در دسترس کارشناسان نبود.'
  const proposed = await manager.post('/desk/planned/extensions', { outage, reason })
  assert.equal(proposed.status, 303, proposed.text)
  const administrator = await Visitor.as(server, 'vahid-rostami')
  const list = await administrator.get('/desk/planned/extensions')
  const decision = /action="([^"]+\/decision)"/.exec(list.text)?.[1] ?? ''
  assert.equal((await manager.post(decision, { approved: 'yes' })).status, 403)
  assert.equal((await administrator.post(decision, { approved: 'yes' })).status, 303)
  await server.work()
  const id = filed.body.case
  const read = await (
    await citizen.scripts()
  ).get<{
    asKnownNow: { dueAt: string; explanation: { cause: string | null }[] }
    extensions: { outage: string; reason: string }[]
  }>(`/cases/${id}/clock`)
  assert.equal(read.body.asKnownNow.dueAt, from.add({ hours: 77 }).toString())
  assert.ok(read.body.asKnownNow.explanation.some(({ cause }) => cause === 'own-outage'))
  assert.deepEqual(
    read.body.extensions.map((each) => [each.outage, each.reason]),
    [[outage, reason]]
  )
  const page = await citizen.get(`/cases/${id}/clock`)
  assert.ok(page.text.includes(reason) && page.text.includes('قطعی سامانه خود دستگاه'))
  assert.ok((await citizen.get(`/en/cases/${id}/clock`)).text.includes('The deadline was extended'))
})
