// Goal: the measure counts from facts alone what the availability pages count from tables, to the second.
// Method: a desk whose probes found outages, silence and a planned window over the end of a month, some of
// it told late; every component and month is counted both ways.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { drainOutbox } from '../../src/channels/index.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { detectOutages } from '../../src/outages/outages/detect-outages.ts'
import { announcePlanned } from '../../src/outages/planned/announce-planned.ts'
import { componentsOf } from '../../src/outages/probes/component-store.ts'
import { registerVantage } from '../../src/outages/probes/register-vantage.ts'
import { syncWatching } from '../../src/outages/probes/sync-watching.ts'
import { takeResults } from '../../src/outages/probes/take-results.ts'
import { liveTargets } from '../../src/outages/probes/target-store.ts'
import { readComponentMonth } from '../../src/outages/status/read-component.ts'
import type { Actor } from '../../src/people/index.ts'
import type { OutboxHandlers } from '../../src/platform/index.ts'
import { componentMonth } from '../../src/promises/component-month.ts'
import { openFactBook } from '../../src/promises/fact-book.ts'
import { periodOfKey } from '../../src/promises/period.ts'
import { calendar } from '../../src/promises/sample-facts.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { testDesk } from '../support/desk.ts'
import { seeNotice } from '../support/sighting.ts'

// Azar 1405 begins at 20:30Z on the 21st.
const desk = await testDesk('2026-11-17T16:00:00Z')
const { context, clock } = desk
const authority = 'sko'
const service = 'service:10021006'
const at = (text: string) => Temporal.Instant.from(text)

const vantage: Actor = {
  kind: 'api-key',
  id: 'tehran',
  name: { fa: 'تهران', en: 'Tehran' },
  grants: [{ authority, unit: null, role: 'probe', post: null }],
  person: null
}

await syncWatching(context)
await registerVantage(context, { authority, id: 'tehran', label: 'tehran', outside: true }, 'test')
const manager = await desk.as('kamran-mousavi')
for (const [component, from, to] of [
  [service, '2026-11-21T19:40:00Z', '2026-11-21T20:50:00Z'],
  ['desk', '2026-11-21T21:00:00Z', '2026-11-21T21:30:00Z']
] as const) {
  const planned = await announcePlanned(context, manager, {
    authority,
    kind: 'outage',
    components: [component],
    from: at(from),
    to: at(to)
  })
  // The notice of the service is seen in time, that of the desk is not.
  clock.advance('PT5M')
  if (component === service) await seeNotice(context, planned.notice)
}

// The word of the sight goes through the outbox to whoever keeps the plans.
await drainOutbox(
  context,
  Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
)

const targets = await liveTargets(context.db, authority)
const start = at('2026-11-21T18:00:00Z')

/** Reports a look at every target each minute of a span; `isDown` says what each found. */
async function report(
  [from, to]: readonly [number, number],
  isDown: (component: string, minute: number) => boolean | null
) {
  const now = clock.now()
  const results = targets.flatMap((target) =>
    Array.from({ length: to - from }, (_, i) => from + i).flatMap((minute) => {
      const down = isDown(target.component, minute)
      if (down === null) return []
      const ageMs = now.since(start.add({ minutes: minute })).total('milliseconds')
      const reason = down ? ('status' as const) : null
      return [{ target: target.id, ageMs, ok: !down, tookMs: 9, reason, detail: null }]
    })
  )
  const batch = { v: 1 as const, batch: randomUUID(), results, sightings: [], hosts: [] }
  const caller = { actor: vantage, label: 'tehran' }
  await takeResults(context, caller, { batch, receivedAt: now, batchAge: '0' })
  while ((await detectOutages(context)) > 0);
}

async function compare() {
  const facts = await factsBetween(context.db, { authority })
  const book = openFactBook({ authority, facts, asOf: clock.now(), calendar })
  const found: Record<string, number[]> = {}
  for (const { id } of await componentsOf(context.db, authority)) {
    for (const key of ['1405-08', '1405-09']) {
      const period = periodOfKey(key)
      assert.ok(period)
      if (Temporal.Instant.compare(period.from, clock.now()) >= 0) continue
      const { reading } = await readComponentMonth(context, { authority, component: id }, key)
      const { contract, real } = componentMonth(book, id, period)
      const seconds = ({
        downSeconds,
        plannedSeconds,
        unknownSeconds,
        denominatorSeconds
      }: typeof real) => [downSeconds, plannedSeconds, unknownSeconds, denominatorSeconds]
      assert.deepEqual(seconds(contract), seconds(reading.contract), `${id} ${key}`)
      assert.deepEqual(seconds(real), seconds(reading.real), `${id} ${key} real`)
      found[`${id} ${key}`] = seconds(contract).slice(0, 3)
    }
  }
  return found
}

test('before any result nothing is known, either way', async () => {
  const found = await compare()
  const unknown = Object.values(found).map(([down, planned, unseen]) => [
    down,
    planned,
    unseen! > 0
  ])
  assert.ok(unknown.every(([down, planned, unseen]) => down === 0 && planned === 0 && unseen))
})

test('the measure and the pages agree on every component, also as late results come', async () => {
  clock.set('2026-11-21T22:00:00Z')
  // Silence from 19:00 to 19:20; the service down from 19:30 to 21:00, the rest for ten minutes.
  const down = (component: string, minute: number) =>
    component === service ? minute >= 90 && minute < 180 : minute >= 145 && minute < 155
  const silent = (minute: number) => minute >= 60 && minute < 80
  await report([0, 240], (component, minute) => (silent(minute) ? null : down(component, minute)))
  const found = await compare()
  // Before the window ten minutes, after it ten; the window itself is planned.
  assert.deepEqual(found[`${service} 1405-08`]?.slice(0, 2), [600, 3000])
  assert.deepEqual(found[`${service} 1405-09`]?.slice(0, 2), [600, 1200])
  assert.ok((found['desk 1405-08']?.[0] ?? 0) > 0)
  // The void window of the desk is plain downtime.
  assert.ok((found['desk 1405-09']?.[0] ?? 0) >= 1800)
  clock.advance('PT10M')
  // What was silent is told after all: half of it was an outage.
  await report([60, 80], (_, minute) => minute >= 70)
  await compare()
  clock.advance('PT2H')
  while ((await detectOutages(context)) > 0);
  await compare()
})
