// Goal: a report finds the outage that it tells of, and no other. Method: reports before, in and after
// outages of the same and of other components.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outage } from '../outages/outage.ts'
import type { Matchable } from './match-store.ts'
import { outageOfReport } from './match.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`)

function outage(given: Partial<Outage> & { id: string }): Outage {
  return {
    ...{
      authority: 'sko',
      component: 'service:1',
      service: '1',
      from: at('08:00'),
      to: at('09:00')
    },
    ...{ cause: 'unknown', automatic: true, vantagePoints: 1, targets: [], reason: null },
    ...{ detail: null, planned: null, notice: null, scope: null, note: null },
    ...{ expectedReturnAt: null, nextUpdateAt: null, void: false, settled: false },
    ...{ knownAt: at('08:03'), closedKnownAt: null, revision: 1 },
    ...given
  }
}

function report(given: Partial<Matchable>): Matchable {
  return {
    ...{ id: 'r', authority: 'sko', component: 'service:1', service: '1', noticedAt: null },
    ...{ filedAt: at('08:30'), outage: null },
    ...given
  }
}

const found = (given: Partial<Matchable>, ...outages: Outage[]) =>
  outageOfReport(report(given), outages)?.id ?? null

test('outageOfReport takes what is filed during an outage or soon after', () => {
  const one = outage({ id: 'a' })
  assert.equal(found({ filedAt: at('08:00') }, one), 'a')
  assert.equal(found({ filedAt: at('10:00') }, one), 'a')
  assert.equal(found({ filedAt: at('10:01') }, one), null)
  assert.equal(found({ filedAt: at('07:59') }, one), null)
  assert.equal(found({ filedAt: at('23:00') }, outage({ id: 'a', to: null })), 'a')
})

test('outageOfReport believes the time that was said', () => {
  const one = outage({ id: 'a' })
  assert.equal(found({ noticedAt: at('08:10'), filedAt: at('20:00') }, one), 'a')
  assert.equal(found({ noticedAt: at('07:55'), filedAt: at('20:00') }, one), 'a', 'nearly')
  assert.equal(found({ noticedAt: at('10:00'), filedAt: at('10:00') }, one), null)
})

test('outageOfReport keeps to the component, but for an outage of the whole desk', () => {
  const own = outage({ id: 'own' })
  const desk = outage({ id: 'desk', component: 'desk', service: null, from: at('08:20') })
  const elsewhere = outage({ id: 'other', component: 'service:2' })
  const foreign = outage({ id: 'foreign', authority: 'ito', component: 'desk' })
  assert.equal(found({}, desk, own, elsewhere), 'own')
  assert.equal(found({}, desk, elsewhere, foreign), 'desk')
  assert.equal(found({}, elsewhere, foreign), null)
  assert.equal(found({ component: 'portal', service: null }, desk), null)
  assert.equal(found({ component: null, service: null }, own), null)
  assert.equal(found({ component: null, service: null }, desk), 'desk')
})

test('outageOfReport takes the outage that began last, and none that was none', () => {
  const first = outage({ id: 'first' })
  const second = outage({ id: 'second', from: at('08:25') })
  assert.equal(found({}, first, second), 'second')
  assert.equal(found({}, first, outage({ id: 'void', from: at('08:25'), void: true })), 'first')
})
