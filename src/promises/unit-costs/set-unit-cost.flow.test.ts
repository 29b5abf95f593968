// Goal: a cost is declared by an administrator with its source, read by everybody, and the saving that the
// clause shows is made from it. Method: the whole desk over HTTP, with counted letters.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { createApp } from '../../app.ts'
import { factsBetween, recordFact } from '../../ledger/index.ts'
import { type Actor, systemActor } from '../../people/index.ts'
import { inTransaction } from '../../platform/index.ts'
import { recomputePromises } from '../recompute-promises.ts'
import { setUnitCost } from './set-unit-cost.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const admin: Actor = {
  ...systemActor('test'),
  grants: [{ authority: 'ito', unit: null, role: 'authority-admin', post: null }]
}
const cost = {
  authority: 'ito',
  what: 'letter',
  amountRial: 350_000,
  source: { fa: 'تعرفه پست، ۱۴۰۵', en: 'Post tariff, 1405' }
}
const app = await createApp(context, import.meta.dirname)
after(() => app.close())

test('setUnitCost declares a cost that everybody reads, with a fact that holds no text', async () => {
  await setUnitCost(context, admin, cost)
  const [fact] = await factsBetween(context.db, { authority: 'ito', kinds: ['unit-cost.set'] })
  assert.deepEqual(Object.keys(fact?.body ?? {}).toSorted(), ['amountRial', 'cost', 'what'])
  const read = await app.inject('/api/v1/unit-costs')
  const { unitCosts } = read.json<{ unitCosts: { amountRial: number }[] }>()
  assert.deepEqual(
    unitCosts.map(({ amountRial }) => amountRial),
    [350_000]
  )
  for (const path of ['/promises/unit-costs', '/en/promises/unit-costs']) {
    const page = await app.inject(path)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, path.startsWith('/en') ? /350,000/ : /۳۵۰٬۰۰۰/)
    assert.doesNotMatch(page.body, /<form[^>]+unit-costs/)
  }
})

test('setUnitCost refuses strangers, other things, impossible amounts and costs without a source', async () => {
  const stranger = { ...admin, grants: [{ ...admin.grants[0]!, authority: 'sko' }] }
  await assert.rejects(setUnitCost(context, stranger, cost), { code: 'people/not-allowed' })
  for (const [wrong, pointer] of [
    [{ ...cost, what: 'war' }, '/what'],
    [{ ...cost, amountRial: 0 }, '/amountRial'],
    [{ ...cost, amountRial: 1.5 }, '/amountRial'],
    [{ ...cost, amountRial: 1e12 }, '/amountRial'],
    [{ ...cost, source: { fa: ' ', en: 'x' } }, '/source/fa'],
    [{ ...cost, source: { fa: 'الف', en: 'a\u202Eb' } }, '/source/en']
  ] as const)
    await assert.rejects(setUnitCost(context, admin, wrong), (error: { fields: object[] }) => {
      assert.deepEqual(
        error.fields.map((one) => (one as { pointer: string }).pointer),
        [pointer]
      )
      return true
    })
  const asked = await app.inject({ method: 'POST', url: '/api/v1/unit-costs', payload: cost })
  assert.equal(asked.statusCode, 401)
})

test('the clause of savings shows what counted letters saved, as an estimate', async () => {
  clock.advance('PT1H')
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      ...{ owner: 'ito', authority: 'ito', kind: 'letters.counted', subject: 'ito' },
      ...{ at: clock.now(), actor: 'system:letters', body: { published: 20 } }
    })
  )
  await recomputePromises(context)
  const page = await app.inject('/agreements/PI/1405/clauses/PI-3.1c')
  assert.match(page.body, /۷٬۰۰۰٬۰۰۰ ریال/)
  assert.match(page.body, /برآورد است، نه سنجش/)
})
