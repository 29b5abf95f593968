// Goal: an amount of money is the digits that somebody sees in it, and nothing that only programs read as a
// number. Method: the form of costs over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { Visitor } from '../../../tests/support/people-server.ts'
import { unitCostRoutes } from './routes.ts'
import { unitCosts } from './unit-cost-store.ts'

const { app, context } = await deskServer(undefined, unitCostRoutes)
const admin = new Visitor(app)
await admin.signInAs('vahid-rostami')

const declare = (amountRial: string) =>
  admin.post('/promises/unit-costs', {
    ...{ authority: 'sko', what: 'letter', amountRial },
    ...{ 'source.fa': 'تعرفه پست', 'source.en': 'Post tariff' }
  })

test('an amount is taken in any digits and groups, and refused in any other writing', async () => {
  for (const wrong of ['1e3', '0x10', '', ' ', '-5', '1.5', '+5', 'Infinity', '۱۲ تومان']) {
    const answer = await declare(wrong)
    assert.equal(answer.statusCode, 422, wrong)
    assert.match(answer.body, /تعرفه پست/)
  }
  assert.deepEqual(await unitCosts(context.db), [])
  for (const right of ['350000', '۳۵۰٬۰۰۰', '350,000', '۳۵۰ ۰۰۰'])
    assert.equal((await declare(right)).statusCode, 303, right)
  const amounts = (await unitCosts(context.db)).map(({ amountRial }) => amountRial)
  assert.deepEqual([...new Set(amounts)], [350_000])
})
