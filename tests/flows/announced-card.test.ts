// Goal: whoever looks at a card that will change is told so, and from when. Method: the pages and the
// operations themselves, before and after the notice is seen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueServer, fieldsOf } from '../support/catalogue-server.ts'
import { takeEffects } from '../support/take-effect.ts'

const { context, sko, get, post } = await catalogueServer()

test('a version is asked to be in force from a day, and every page and operation says so', async () => {
  const address = '/desk/catalogue/10021007'
  const fields = fieldsOf((await get(address, { authorization: sko })).body)
  const send = (effectiveAt: string) =>
    post(address, {
      ...fields,
      visitsMax: '9',
      revision: revision(),
      effectiveAt,
      action: 'publish'
    })
  let kept = Number(fields.revision)
  const revision = () => String(kept)
  const saved = await post(address, { ...fields, effectiveAt: '۱۴۰۵/۰۹/۱۰', action: 'save' })
  const back = await get(decodeURIComponent(saved.headers.location ?? ''), { authorization: sko })
  assert.equal(fieldsOf(back.body).effectiveAt, '۱۴۰۵/۰۹/۱۰', 'a draft keeps the day before it')
  kept += 1
  for (const [typed, text] of [
    ['۱۴۰۴/۰۱/۰۱', 'زمان اجرا گذشته است'],
    ['فردا', 'تاریخ']
  ] as const) {
    const refused = await send(typed)
    assert.equal(refused.statusCode, 422, typed)
    assert.ok(refused.body.includes(text), typed)
    assert.equal(fieldsOf(refused.body).effectiveAt, typed, 'what was typed comes back')
    kept += 1
  }
  assert.equal((await send('۱۴۰۵/۰۹/۱۰')).statusCode, 303)
  const { version, announced } = (await get('/api/v1/services/10021007')).json<{
    version: number
    announced: { version: number; askedAt: string; effectiveAt: string | null }[]
  }>()
  assert.equal(version, 1)
  assert.deepEqual(
    announced.map((one) => [one.version, one.askedAt, one.effectiveAt]),
    [[2, '2026-11-30T20:30:00Z', null]]
  )
  assert.match(
    (await get('/services/10021007')).body,
    /از ۱۰ آذر ۱۴۰۵، ساعت ۰۰:۰۰ اجرا می‌شود، اگر/
  )
  await takeEffects(context)
  assert.match((await get('/services/10021007')).body, /از ۱۰ آذر ۱۴۰۵، ساعت ۰۰:۰۰ اجرا می‌شود\./)
  assert.match((await get('/desk/catalogue', { authorization: sko })).body, /نسخه ۲ از ۱۰ آذر/)
  assert.match((await get(address, { authorization: sko })).body, /نسخه ۲ از ۱۰ آذر/)
  const versions = (await get('/api/v1/services/10021007/versions')).json<{
    versions: { version: number; effectiveAt: string; notice: string | null }[]
  }>().versions
  assert.deepEqual(
    versions.map((one) => [one.version, one.effectiveAt, one.notice === null]),
    [
      [2, '2026-11-30T20:30:00Z', false],
      [1, '2026-11-22T06:00:00Z', true]
    ]
  )
  const en = await get('/en/services/10021007/versions')
  assert.match(en.body, /from 1 December 2026 \(10 Azar 1405\)/)
})
