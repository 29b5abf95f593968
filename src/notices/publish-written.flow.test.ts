import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../tests/support/people-server.ts'
import { seeNotices } from '../../tests/support/see-notices.ts'
import { createApiKey } from '../people/index.ts'
import { inTransaction } from '../platform/index.ts'
import type { NoticeText } from './notice.ts'
import { publishNotice } from './publish-notice.ts'
import { routes } from './routes.ts'
import { nameService } from './service-name-store.ts'

const { app, context, clock } = await peopleServer()
await routes(app, context)
await inTransaction(context.db, (tx) =>
  nameService(tx, { code: '10021001', authority: 'sko', title: { fa: 'دیدار', en: 'Meeting' } })
)
const key = async (authority: string, role: string) =>
  (await createApiKey(context, { authority, role, label: 'test', live: false })).text
const manager = await key('sko', 'it-manager')

async function ask(
  method: 'GET' | 'POST',
  path: string,
  more: { body?: object; by?: string } = {}
) {
  const { statusCode, json } = await app.inject({
    method,
    url: `/api/v1${path}`,
    ...(more.body === undefined ? {} : { payload: more.body }),
    headers: more.by === undefined ? {} : { authorization: `Bearer ${more.by}` }
  })
  return { status: statusCode, body: json<Record<string, unknown>>() }
}

const good: Omit<NoticeText, 'about' | 'effectiveAt' | 'bannerUntil'> & { effectiveAt: string } = {
  authority: 'sko',
  kind: 'change',
  changes: ['form'],
  services: ['10021001'],
  title: { fa: 'تغییر فرم', en: 'The form changes' },
  body: { fa: 'متن', en: 'Text' },
  effectiveAt: '2026-12-01T08:30:00+03:30'
}

test('a program publishes a notice, and everyone reads it', async () => {
  const made = await ask('POST', '/notices', { body: good, by: manager })
  assert.equal(made.status, 201)
  const { id, ...rest } = made.body as { id: string; effectiveAt?: string }
  const read = await ask('GET', `/notices/${id}`)
  assert.deepEqual(read.body, { id, ...rest })
  assert.equal(rest.effectiveAt, '2026-12-01T05:00:00Z')
  assert.equal('publishedBy' in rest, false)
  const list = await ask('GET', '/notices?kind=change&authority=sko&limit=1')
  assert.deepEqual([list.body.total, list.body.links], [1, { next: null }])
  await seeNotices(context)
  const { sightings } = (await ask('GET', `/notices/${id}/sightings`)).body as {
    sightings: { snapshot: string; outside: boolean }[]
  }
  assert.equal(sightings[0]?.snapshot, `/notices/${id}/versions/1/snapshot`)
})

test('a correction names the version that it corrects', async () => {
  const { id } = (await ask('POST', '/notices', { body: good, by: manager })).body
  const path = `/notices/${String(id)}/versions`
  const next = { ...good, title: { fa: 'اصلاح', en: 'Corrected' }, corrects: 1 }
  clock.advance('PT1H')
  assert.equal(
    (await ask('POST', path, { body: { ...good, corrects: 1 }, by: manager })).status,
    409
  )
  assert.equal((await ask('POST', path, { body: next, by: manager })).status, 201)
  const late = await ask('POST', path, { body: next, by: manager })
  assert.deepEqual([late.status, late.body.code], [409, 'notice/changed-meanwhile'])
  const { versions } = (await ask('GET', path)).body as { versions: { version: number }[] }
  assert.deepEqual(
    versions.map(({ version }) => version),
    [2, 1]
  )
})

test('what may not be published is answered field by field', async () => {
  const wrong = { ...good, changes: [], services: ['99999999'], title: { fa: 'x', en: '' } }
  const { status, body } = await ask('POST', '/notices', { body: wrong, by: manager })
  const errors = body.errors as { pointer: string; code: string }[]
  assert.deepEqual(
    [status, body.code, errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()],
    [
      422,
      'notice/invalid',
      [
        '/changes notice/changes',
        '/services notice/service',
        '/title/en notice/empty',
        '/title/fa notice/language'
      ]
    ]
  )
})

test('outages are told by what keeps their times, never by a notice alone', async () => {
  for (const kind of ['planned-outage', 'outage']) {
    const { status, body } = await ask('POST', '/notices', { body: { ...good, kind }, by: manager })
    const [error] = body.errors as { pointer: string; code: string; detail?: string }[]
    assert.deepEqual([status, error?.pointer, error?.code], [422, '/kind', 'notice/not-by-hand'])
    assert.match(JSON.stringify(body), kind === 'outage' ? /desk\/outages/ : /desk\/planned/)
  }
})

test('a title is one line, and nothing that is published holds what nobody sees', async () => {
  const wrong: [object, string, string][] = [
    [{ title: { fa: 'سلام\r\nBcc: x@y', en: 'Hi' } }, '/title/fa', 'notice/one-line'],
    [{ title: { fa: 'سلام\u200b عکس', en: 'Hi' } }, '/title/fa', 'text/hidden-character'],
    [{ title: { fa: 'سلام', en: 'Hi \u2060abc' } }, '/title/en', 'text/hidden-character'],
    [{ body: { fa: 'متن', en: 'Te\u00adxt' } }, '/body/en', 'text/hidden-character'],
    [{ bannerUntil: '9999-12-31T00:00:00Z' }, '/bannerUntil', 'notice/too-far'],
    [{ body: { fa: 'متن\u202e', en: 'Text' } }, '/body/fa', 'text/direction-override']
  ]
  for (const [more, pointer, code] of wrong) {
    const { status, body } = await ask('POST', '/notices', {
      body: { ...good, ...more },
      by: manager
    })
    const errors = body.errors as { pointer: string; code: string }[]
    assert.deepEqual(
      [status, errors.map((each) => [each.pointer, each.code])],
      [422, [[pointer, code]]]
    )
  }
})

test('to a notice that the program made a program only adds', async () => {
  const kinds = ['outage', 'planned-outage', 'suspension', 'card', 'agreement', 'system'] as const
  for (const kind of kinds) {
    const made: NoticeText = {
      ...good,
      kind: kind === 'outage' ? 'outage' : 'planned-outage',
      changes: [],
      about: { kind, id: 'x' },
      effectiveAt: clock.now().add({ hours: 80, seconds: 7 }),
      bannerUntil: null
    }
    const by = { actor: 'system', at: clock.now() }
    const { id } = await inTransaction(context.db, (tx) => publishNotice(tx, made, by))
    const sent = {
      ...{ kind: made.kind, changes: [], services: made.services, title: made.title },
      ...{ effectiveAt: made.effectiveAt?.toString(), corrects: 1 }
    }
    const correct = (more: object) =>
      ask('POST', `/notices/${id}/versions`, { body: { ...sent, ...more }, by: manager })
    const codeOf = async (more: object) => (await correct(more)).body.code
    const body = { fa: 'متن\n\nبا پوزش', en: 'Text\n\nSorry' }
    const none = { fa: 'قطعی نیست', en: 'There is none' }
    assert.equal(await codeOf({ body, kind: 'general' }), 'notice/fixed', kind)
    assert.equal(await codeOf({ body, services: [] }), 'notice/fixed')
    assert.equal(await codeOf({ body, effectiveAt: null }), 'notice/fixed')
    assert.equal(await codeOf({ body, title: none }), 'notice/leaves-out')
    assert.equal(await codeOf({ body: none }), 'notice/leaves-out')
    assert.equal(await codeOf({ body: { fa: 'متن\n\nبا پوزش', en: 'Text' } }), 'notice/invalid')
    assert.equal(await codeOf({ body: good.body }), 'notice/unchanged')
    const added = await correct({ body })
    assert.deepEqual([added.status, added.body.body], [201, body])
    assert.deepEqual(added.body.about, made.about)
    assert.equal(added.body.effectiveAt, made.effectiveAt?.round('microsecond').toString())
  }
})

test('only writers of the authority publish', async () => {
  const others = [undefined, await key('ito', 'it-manager'), await key('sko', 'clerk')]
  const codes = await Promise.all(
    others.map(
      async (by) => (await ask('POST', '/notices', { body: good, ...(by ? { by } : {}) })).status
    )
  )
  assert.deepEqual(codes, [401, 403, 403])
  const missing = '/notices/019ab000-0000-7000-8000-000000000000'
  for (const path of [missing, `${missing}/versions`, `${missing}/sightings`]) {
    assert.equal((await ask('GET', path)).status, 404)
  }
  assert.equal((await ask('GET', '/notices/x')).status, 422)
})
