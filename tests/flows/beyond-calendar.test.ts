// Goal: past the end of the published office calendar no due time is guessed, and every page says why
// there is none. Method: the whole desk nine days before its calendar ends, and a promise of ten
// working days; then a calendar of the next year is published.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { importCalendars } from '../../src/agreements/index.ts'
import { keyClient } from '../support/api-client.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

// 21 Esfand 1405; the calendars of the desk end with 29 Esfand 1405.
const server = await startTestServer('2027-03-12T06:00:00Z')
const clerk = await keyClient(server, { authority: 'sko', role: 'clerk' })

const letter = {
  service: '10021001',
  channel: 'post',
  trackingNumber: '12345678901234567890',
  applicant: { kind: 'person', name: 'زهرا محمدی', nationalId: '9900000013' },
  answers: {
    county: 'birjand',
    subject: 'آب آشامیدنی روستا',
    description: 'چاه روستا خشک شده است و از آبان تا امروز نامه‌ها بی‌پاسخ مانده است.',
    mobile: '09120000001'
  },
  files: []
}

const notPublished = /تقویم کاری (دستگاه )?هنوز/

test('a promise that the calendar does not reach has no due time, and every page says why', async () => {
  const filed = await clerk.post<{ case: string; dueAt: string | null }>('/cases', letter)
  assert.equal(filed.status, 201, JSON.stringify(filed.body))
  assert.equal(filed.body.dueAt, null)
  await server.work()
  const officer = await Visitor.as(server, 'reza-farzaneh')
  const id = filed.body.case
  const { code } = (await clerk.get<{ code: string }>(`/cases/${id}`)).body
  const pages = [
    `/desk/cases/${id}`,
    `/desk/cases/${id}/clock`,
    '/desk/queue',
    `/track?code=${code}`,
    `/cases/${id}/receipt`
  ]
  for (const path of pages) {
    const { status, text } = await officer.get(path)
    assert.equal(status, 200, path)
    assert.match(text, notPublished, path)
    assert.doesNotMatch(text, /پس از رسیدن مدارک تعیین می‌شود|سررسید پس از ارسال دوباره/, path)
  }
  assert.match((await officer.get(`/en/track?code=${code}`)).text, /not published as far as this/)

  const folder = await mkdtemp(join(tmpdir(), 'peyman-calendars-'))
  after(() => rm(folder, { recursive: true }))
  await importCalendars(server.context, await withNextYear(folder))
  await server.work()
  const known = await clerk.get<{ clock: { dueAt: string | null } }>(`/cases/${id}`)
  assert.match(known.body.clock.dueAt ?? '', /^2027-03-25T/)
  for (const path of pages.slice(0, 4)) {
    assert.doesNotMatch((await officer.get(path)).text, notPublished, path)
  }
})

/** The calendars of the desk, carried on to the end of Farvardin 1406. */
async function withNextYear(folder: string): Promise<string[]> {
  const source = join(import.meta.dirname, '../../agreements/calendars')
  for (const name of await readdir(source)) {
    const text = await readFile(join(source, name), 'utf8')
    const longer = text
      .replace('coversTo: 1405-12-29', 'coversTo: 1406-01-31')
      .replace('[iran-1404, iran-1405]', '[iran-1404, iran-1405, iran-1406]')
    await writeFile(join(folder, name), longer)
    if (name !== 'holidays-1405.yaml') continue
    const [head = ''] = text.split(/^ {2}- on: 1405-01-02/m)
    await writeFile(join(folder, 'holidays-1406.yaml'), head.replaceAll('1405', '1406'))
  }
  return (await readdir(folder)).map((name) => join(folder, name))
}
