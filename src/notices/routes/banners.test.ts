import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { html, layout } from '../../platform/html/index.ts'
import { page } from '../../platform/http/index.ts'
import { inTransaction } from '../../platform/index.ts'
import type { NoticeText } from '../notice.ts'
import { publishNotice } from '../publish-notice.ts'
import { routes } from '../routes.ts'
import { nameService } from '../service-name-store.ts'

const { app, context, clock } = await peopleServer()
page(app, { method: 'get', path: '/services/:code' }, ({ view }) =>
  layout(view, { title: 'Service', body: html`<h1>Service</h1>` })
)
await routes(app, context)
for (const [code, authority] of [
  ['10021001', 'sko'],
  ['10021002', 'sko'],
  ['20031001', 'ito']
] as const) {
  await inTransaction(context.db, (tx) =>
    nameService(tx, { code, authority, title: { fa: code, en: code } })
  )
}

function publish(title: string, more: Partial<NoticeText> = {}) {
  const text: NoticeText = {
    authority: 'sko',
    kind: 'outage',
    changes: [],
    services: [],
    title: { fa: `«${title}»`, en: `(${title})` },
    body: { fa: 'متن', en: 'Text' },
    about: null,
    effectiveAt: null,
    bannerUntil: clock.now().add({ hours: 1 }),
    ...more
  }
  const by = { actor: 'tester', at: clock.now() }
  return inTransaction(context.db, (tx) => publishNotice(tx, text, by))
}

async function bannersOf(url: string): Promise<string[]> {
  const { body } = await app.inject({ method: 'GET', url })
  return [...body.matchAll(/>[«(](\w+)[»)]</g)].map(([, title]) => title ?? '')
}

test('current notices stand on the front page and on the pages of their services', async () => {
  await publish('all')
  clock.advance('PT1S')
  await publish('one', { services: ['10021001'] })
  clock.advance('PT1S')
  await publish('never', { bannerUntil: null })
  assert.deepEqual(await bannersOf('/'), ['one', 'all'])
  assert.deepEqual(await bannersOf('/en'), ['one', 'all'])
  assert.deepEqual(await bannersOf('/services/10021001'), ['one', 'all'])
  assert.deepEqual(await bannersOf('/services/10021002?x=1'), ['all'])
  assert.deepEqual(await bannersOf('/services/20031001'), [])
  assert.deepEqual(await bannersOf('/sign-in'), [])
  clock.advance('PT1H')
  assert.deepEqual(await bannersOf('/'), [])
})

test('a banner shows three notices, and the way to the others', async () => {
  for (const title of ['a', 'b', 'c', 'd', 'e']) {
    clock.advance('PT1S')
    await publish(title)
  }
  assert.deepEqual(await bannersOf('/'), ['e', 'd', 'c'])
  const { body } = await app.inject({ method: 'GET', url: '/en' })
  assert.ok(body.includes('2 more notices'))
})
