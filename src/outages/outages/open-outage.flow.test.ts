// Goal: no single wrong time of people takes the numbers of months away. Method: a desk whose components
// are watched for sixty days; people open outages and propose corrections at times around every bound.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { InvalidInputError } from '../../platform/index.ts'
import { componentById } from '../probes/component-store.ts'
import { syncWatching } from '../probes/sync-watching.ts'
import { proposeCorrection } from './correct-outage.ts'
import { type OpenOutageInput, openOutage } from './open-outage.ts'
import { newestOutages } from './outage-store.ts'

const desk = await testDesk('2026-09-20T06:00:00Z')
const { context, clock } = desk
await syncWatching(context)
const added = clock.now()
clock.advance('PT1440H')
const now = clock.now()
const manager = await desk.as('kamran-mousavi')
const day = (days: number) => now.subtract({ hours: 24 * days })

function open(component: string, from: Temporal.Instant, more: Partial<OpenOutageInput> = {}) {
  const nothing = { scope: null, expectedReturnAt: null, nextUpdateAt: null, ...more }
  return openOutage(context, manager, {
    authority: 'sko',
    component,
    from,
    cause: 'power',
    ...nothing
  })
}

/** Field and code of each refusal. */
async function refusalsOf(asked: Promise<unknown>): Promise<string[]> {
  const error = await asked.then(
    () => null,
    (refusal: unknown) => refusal
  )
  if (error instanceof InvalidInputError) {
    return error.fields.map(({ pointer, code }) => `${pointer} ${code}`)
  }
  assert.equal(error, null)
  return []
}

test('a start of long ago is refused, and nothing is written', async () => {
  for (const from of ['1990-01-01T00:00:00Z', '2025-11-19T05:00:00Z']) {
    const refused = await refusalsOf(open('portal', Temporal.Instant.from(from)))
    assert.deepEqual(refused, ['/from outage/too-old'])
  }
  const ahead = now.add({ seconds: 1 })
  assert.deepEqual(await refusalsOf(open('portal', day(31))), ['/from outage/too-old'])
  assert.deepEqual(await refusalsOf(open('portal', ahead)), ['/from outage/time-ahead'])
  assert.deepEqual(await newestOutages(context.db, { limit: 9 }), [])
})

test('nobody frees themselves of telling news by a far promise of it', async () => {
  const far = { expectedReturnAt: now.add({ hours: 9000 }), nextUpdateAt: now.add({ hours: 25 }) }
  assert.deepEqual(await refusalsOf(open('portal', day(1), far)), [
    '/expectedReturnAt outage/time-far',
    '/nextUpdateAt outage/time-far'
  ])
})

test('a start before the component was there is refused', async () => {
  const known = await componentById(context.db, { authority: 'sko', component: 'portal' })
  assert.equal(known?.addedAt.toString(), added.toString())
  clock.set(added.add({ hours: 48 }))
  const before = added.subtract({ seconds: 1 })
  assert.deepEqual(await refusalsOf(open('desk', before)), ['/from outage/before-watched'])
  assert.deepEqual(await refusalsOf(open('desk', added)), [])
  clock.set(now)
})

test('a correction moves times within the same bounds, of when the outage was known', async () => {
  const outage = await open('portal', day(2))
  const propose = (from: Temporal.Instant, to: Temporal.Instant | null) =>
    proposeCorrection(context, manager, {
      id: outage.id,
      from,
      to,
      cause: 'power',
      void: false,
      reason: 'wrong-times',
      words: { fa: 'ساعت اشتباه بود', en: 'The hour was wrong' }
    })
  assert.deepEqual(await refusalsOf(propose(Temporal.Instant.from('1990-01-01T00:00:00Z'), now)), [
    '/from outage/too-old'
  ])
  assert.deepEqual(await refusalsOf(propose(day(50), day(40))), [
    '/from outage/too-old',
    '/to outage/too-old'
  ])
  assert.deepEqual(await refusalsOf(propose(day(29), day(1))), [])
})
