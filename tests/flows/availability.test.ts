// Goal: one availability, whoever asks: the status page and its exports (from rows), the measure (from
// facts) and the explain command give the same seconds. Method: a day of real probe results with an
// outage, a silence, and two planned outages of which one was told too late.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { drainOutbox } from '../../src/channels/index.ts'
import { explainAvailability } from '../../src/kernel/worktime/index.ts'
import { factsBetween } from '../../src/ledger/index.ts'
import { announcePlanned } from '../../src/outages/planned/announce-planned.ts'
import { detectOutages, statusBoard } from '../../src/outages/index.ts'
import { registerVantage } from '../../src/outages/probes/register-vantage.ts'
import { syncWatching } from '../../src/outages/probes/sync-watching.ts'
import { takeResults } from '../../src/outages/probes/take-results.ts'
import { liveTargets } from '../../src/outages/probes/target-store.ts'
import { explainInput } from '../../src/outages/status/explain-input.ts'
import type { Actor } from '../../src/people/index.ts'
import type { OutboxHandlers } from '../../src/platform/index.ts'
import { componentMonth } from '../../src/promises/component-month.ts'
import { openFactBook } from '../../src/promises/fact-book.ts'
import { periodOfKey } from '../../src/promises/period.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { testDesk } from '../support/desk.ts'
import { seeNotice } from '../support/sighting.ts'

const start = Temporal.Instant.from('2026-11-25T06:00:00Z')
const desk = await testDesk(start.toString())
const { context, clock } = desk
const [authority, component] = ['sko', 'service:10021006']
const hours = (count: number) => start.add({ seconds: count * 3600 })
const handlers = Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
const manager = await desk.as('kamran-mousavi')
const plan = async (from: number, to: number) => {
  const input = { authority, kind: 'outage' as const, components: [component] }
  return announcePlanned(context, manager, { ...input, from: hours(from), to: hours(to) })
}

const prober: Actor = {
  kind: 'api-key',
  id: 'north',
  name: { fa: 'شمال', en: 'North' },
  grants: [{ authority, unit: null, role: 'probe', post: null }],
  person: null
}
await syncWatching(context)
await registerVantage(context, { authority, id: 'north', label: 'north', outside: true }, 'north')
const inTime = await plan(90, 92)
const late = await plan(94, 95)
await seeNotice(context, inTime.notice)
clock.set(hours(23))
await seeNotice(context, late.notice)
await drainOutbox(context, handlers)

/** Looks once a minute at all targets of the component, told an hour at a time. */
async function look(from: number, to: number, isUp: (hour: number) => boolean): Promise<void> {
  const targets = (await liveTargets(context.db, authority)).filter(
    (each) => each.component === component
  )
  for (let hour = from; hour < to; hour++) {
    clock.set(hours(hour + 1))
    const results = targets.flatMap(({ id }) =>
      Array.from({ length: 60 }, (_, minute) => {
        const ok = isUp(hour + minute / 60)
        const reason = ok ? null : ('timeout' as const)
        return { target: id, ageMs: (60 - minute) * 60_000, ok, tookMs: 10, reason, detail: null }
      })
    )
    const batch = { v: 1 as const, batch: randomUUID(), results, sightings: [], hosts: [] }
    const caller = { actor: prober, label: 'north' }
    await takeResults(context, caller, { batch, receivedAt: clock.now(), batchAge: '0' })
    await detectOutages(context)
  }
}

// Down from 88:20 to 88:50, in the planned times, and silent from 93 to 94.
const isUp = (hour: number) =>
  !(hour >= 88 + 1 / 3 && hour < 88 + 5 / 6) &&
  !(hour >= 90 && hour < 92) &&
  !(hour >= 94 && hour < 95)
await look(86, 93, isUp)
await look(94, 98, isUp)

test('rows, facts and the explain command give one availability', async () => {
  const month = '1405-09'
  const query = { authority, component }
  const page = await statusBoard.availabilityOfComponent(context, query, month)
  const { contract, real } = page.reading
  // Half an hour, and the hour that was told too late.
  assert.deepEqual([contract.downSeconds, contract.plannedSeconds], [1800 + 3600, 7200])
  assert.ok(contract.unknownSeconds > 0)
  const facts = await factsBetween(context.db, { authority })
  const book = openFactBook({ authority, facts, asOf: clock.now(), calendar: null as never })
  const period = periodOfKey(month)
  assert.ok(period)
  const measured = componentMonth(book, component, period)
  const seconds = ({ downSeconds, plannedSeconds, unknownSeconds, percent }: typeof contract) => ({
    downSeconds,
    plannedSeconds,
    unknownSeconds,
    percent
  })
  assert.deepEqual(seconds(measured.contract), seconds(contract))
  assert.deepEqual(seconds(measured.real), seconds(real))
  const explained = explainAvailability(JSON.parse(JSON.stringify(explainInput(page))))
  assert.deepEqual(seconds(explained), seconds(contract))
})
