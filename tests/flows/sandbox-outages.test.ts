// Goal: a program walks every state of outages, planned ones too, and of failure reports in the sandbox
// authority. Method: the whole desk over HTTP, without a demonstration; the clock of a plan is turned back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiClient, type Problem } from '../support/api-client.ts'
import { assertHidden, done, sandboxFiling, startSandbox } from '../support/sandbox.ts'

const { server, as, keyFor } = await startSandbox()
const { clock } = server
const { service } = sandboxFiling

test('an outage opens, has news, closes and is corrected by two; a notice is published', async () => {
  await server.work()
  clock.advance('PT2H')
  const words = { fa: 'آزمایش', en: 'A trial' }
  const from = clock.now().subtract({ minutes: 30 }).toString()
  const opened = await done(
    as('it-manager').post<{ id: string }>('/outages', {
      authority: 'sandbox',
      component: 'desk',
      from
    })
  )
  const at = `/outages/${opened.id}`
  const cause = 'software'
  await done(as('it-manager').post(`${at}/news`, { cause, words }))
  await done(as('it-manager').post(`${at}/closing`, { cause, note: words }))
  const reason = 'wrong-cause'
  const correction = await done(
    as('it-manager').post<{ id: string }>(`${at}/corrections`, {
      ...{ from, to: clock.now().toString(), cause: 'power', reason, words }
    })
  )
  const decision = `${at}/corrections/${correction.id}/decision`
  await done(as('other-it-manager').post(decision, { approved: true }))
  await planned()
  const notice = await done(
    as('it-manager').post<{ id: string }>('/notices', {
      authority: 'sandbox',
      kind: 'general',
      title: words,
      body: words
    })
  )
  const listed = async (path: string) =>
    (await new ApiClient(server).get<object>(path)).body as Record<string, { id: string }[]>
  const own = await listed('/notices?authority=sandbox')
  assert.ok(own.notices?.some(({ id }) => id === notice.id))
  const outages = await listed('/outages?authority=sandbox')
  assert.ok(outages.outages?.some(({ id }) => id === opened.id))
})

/** Announced, moved, cancelled; how long before it is to begin, the desk says itself. */
async function planned(): Promise<void> {
  const words = { fa: 'آزمایش', en: 'A trial' }
  const { at } = await done(
    as('it-manager').get<{ at: string }>('/planned-outages/earliest-start?authority=sandbox')
  )
  const first = Temporal.Instant.from(at).add({ hours: 24 })
  const window = (hours: number) => ({
    from: first.add({ hours }).round('minute').toString(),
    to: first
      .add({ hours: hours + 1 })
      .round('minute')
      .toString()
  })
  const { id } = await done(
    as('it-manager').post<{ id: string }>('/planned-outages', {
      ...{ authority: 'sandbox', kind: 'outage', components: ['desk'], words, ...window(0) }
    })
  )
  await done(as('it-manager').post(`/planned-outages/${id}/moves`, { ...window(48) }))
  await done(
    as('it-manager').post(`/planned-outages/${id}/cancellation`, { because: 'not-needed' })
  )
}

interface Planned {
  readonly id: string
  readonly state: string
  readonly verdict: { readonly valid: boolean; readonly exempt: { readonly to: string } | null }
}

const hours = (many: number) => clock.now().add({ hours: many }).round('minute').toString()

/** Announced so many hours ago, and seen an hour later, by the clock that the header turns. */
async function announcedBefore(hoursAgo: number, plan: object, isSeen = true): Promise<Planned> {
  const turned = (ago: number) => ({ 'sandbox-clock': hours(-ago) })
  const body = { authority: 'sandbox', ...plan }
  const { id } = await done(
    as('it-manager').post<Planned>('/planned-outages', body, turned(hoursAgo))
  )
  const sight = `/planned-outages/${id}/sight`
  if (isSeen) await done(as('it-manager').post(sight, {}, turned(hoursAgo - 1)))
  await server.work()
  return planNow(id)
}

const planNow = async (id: string) =>
  done(as('it-manager').get<Planned & Record<string, unknown>>(`/planned-outages/${id}`))
const closedForm = { kind: 'form-closed', services: [service] }

test('a planned outage begins, is made longer, overruns and ends; one unseen does not begin', async () => {
  const component = 'failure-reports'
  const down = { kind: 'outage', components: [component], from: hours(-1), to: hours(1) }
  const plan = await announcedBefore(80, down)
  assert.equal(plan.state, 'under-way')
  assert.equal(plan.verdict.valid, true)
  const longer = { from: down.from, to: hours(3) }
  await done(as('it-manager').post(`/planned-outages/${plan.id}/moves`, longer))
  clock.advance('PT2H')
  const over = await planNow(plan.id)
  assert.equal(over.state, 'under-way')
  assert.equal(over.verdict.exempt?.to, down.to, 'what overruns the announced time is down')
  await done(as('it-manager').post(`/suspensions/${plan.id}/end`, {}))
  assert.equal((await planNow(plan.id)).state, 'over')

  const gone = { ...closedForm, from: hours(-2), to: hours(1) }
  const begun = await announcedBefore(90, gone)
  assert.equal(begun.state, 'under-way')
  const refused = await as('applicant').post<Problem>('/cases', sandboxFiling)
  assert.equal(refused.body.code, 'service/closed')
  clock.advance('PT2H')
  await server.work()
  assert.equal((await planNow(begun.id)).state, 'over')

  const unseen = { ...closedForm, from: hours(-1), to: hours(1) }
  assert.equal((await announcedBefore(90, unseen, false)).state, 'cancelled')
})

test('an emergency suspension begins and ends', async () => {
  const words = { fa: 'آزمایش', en: 'A trial' }
  const emergency = { authority: 'sandbox', kind: 'form-closed', services: [service], words }
  const { id } = await done(
    as('it-manager').post<{ id: string }>('/suspensions', { ...emergency, reason: 'security' })
  )
  const refused = await as('applicant').post<Problem>('/cases', sandboxFiling)
  assert.equal(refused.body.code, 'service/closed')
  await done(as('it-manager').post(`/suspensions/${id}/end`, {}))
  await done(as('applicant').post('/cases', sandboxFiling))
})

test('nobody else turns the clock, nobody turns it forward, and no notice of a body is seen by word', async () => {
  const plan = { authority: 'sko', kind: 'office-closure', from: hours(-1), to: hours(1) }
  const ask = (client: ApiClient, at: string) =>
    client.post<Problem>('/planned-outages', plan, { 'sandbox-clock': at })
  const live = await keyFor('sko', true, 'it-manager')
  for (const client of [as(null, live), new ApiClient(server)]) {
    assert.equal((await ask(client, hours(-80))).body.code, 'sandbox/clock')
  }
  assert.equal((await ask(as('it-manager'), hours(1))).body.code, 'sandbox/clock')
  assert.equal((await ask(as('it-manager'), hours(-80))).body.code, 'people/not-allowed')
  const closure = { ...plan, from: hours(200), to: hours(201) }
  const real = await done(as(null, live).post<Planned>('/planned-outages', closure))
  const seen = await as(null, live).post<Problem>(`/planned-outages/${real.id}/sight`, {})
  assert.equal(seen.body.code, 'sandbox/only')
  const elsewhere = await as('applicant').get<Problem>('/me', { 'sandbox-clock': hours(-1) })
  assert.equal(elsewhere.body.code, 'sandbox/clock')
})

interface Filed {
  readonly report: string
  readonly code: string
  readonly receipt: string
}

test('a failure report is taken, has its receipt, is linked to an outage, answered and closed', async () => {
  const words = 'فرم باز نمی‌شود'
  const report = { kind: 'failure', service, words, contact: 'try@example.invalid' }
  const filed = await done(as('applicant').post<Filed>('/failure-reports', report))
  assert.match(filed.receipt, /authority: sandbox/)
  const from = clock.now().subtract({ minutes: 30 }).toString()
  const opened = { authority: 'sandbox', component: `service:${service}`, from }
  const { id: outage } = await done(as('it-manager').post<{ id: string }>('/outages', opened))
  const about = { report: filed.report }
  const to = '/failure-reports/answers'
  await done(as('officer').post('/failure-reports/links', { ...about, outage }))
  await done(as('officer').post(to, { ...about, state: 'open', words: 'بررسی می‌کنیم.' }))
  const unclear = await as('officer').post<Problem>(to, { ...about, state: 'closed', words })
  assert.equal(unclear.body.errors?.[0]?.code, 'report/reason')
  const closing = { ...about, state: 'closed', words: 'درست شد.', closedReason: 'mended' }
  await done(as('officer').post(to, closing))
  const followed = await done(
    new ApiClient(server).get<Record<string, unknown>>(`/failure-reports/${filed.code}`)
  )
  assert.equal(followed.state, 'closed')
  assert.equal((followed.outage as { id: string }).id, outage)
  assert.equal((followed.answers as object[]).length, 2)
  const listed = await done(
    as('officer').get<{ items: object[] }>('/failure-reports?authority=sandbox')
  )
  assert.equal(listed.items.length, 1)
  const other = await as('applicant').post<Problem>(to, closing)
  assert.equal(other.body.code, 'people/not-allowed')
})

test('a report of the sandbox is matched to an outage that is known already', async () => {
  const { report } = await done(
    as('clerk').post<Filed>('/failure-reports', { kind: 'quality-drop', service, words: 'کند است' })
  )
  await server.work()
  const found = await done(
    as('officer').get<{ items: { id: string; outage: string | null; channel: string }[] }>(
      '/failure-reports?authority=sandbox'
    )
  )
  const own = found.items.find(({ id }) => id === report)
  assert.equal(own?.channel, 'counter')
  assert.notEqual(own?.outage, null)
})

test('nothing of it stands in public lists, statistics, status, feeds or promises', async () => {
  await server.work()
  await assertHidden(server.origin)
})
