// Goal: whatever happens to a case, its history keeps its rules. Method: lives of cases, made step by
// step from acts that their stage allows, folded whole, in part, and as known before the end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileCalendar } from '../kernel/worktime/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import { type JsonObject, newId } from '../platform/index.ts'
import { type CaseCalendar, readCaseClock } from './case-clock.ts'
import { historiesOf, historyOf } from './case-history.ts'
import { type CaseHistory, type Stage, openReturn, quietFacts } from './case.ts'

const start = Temporal.Instant.from('2026-11-21T06:00:00Z')
const calendar: CaseCalendar = {
  version: 'none',
  always: compileCalendar('always', 'Asia/Tehran'),
  office: null
}

interface Act {
  readonly kind: FactKind
  readonly body: JsonObject
  readonly stages: readonly Stage[]
}
const open: Stage[] = ['awaiting-documents', 'received', 'in-progress', 'returned']
const acts: Act[] = [
  { kind: 'case.documents-complete', body: {}, stages: ['awaiting-documents'] },
  {
    kind: 'document.received',
    body: { document: 'd', type: 't', channel: 'site', sha256: '', sizeBytes: 1 },
    stages: open
  },
  {
    kind: 'case.returned',
    body: { defects: [{ code: 'field-wrong', item: 'field:a' }], repeat: false },
    stages: ['awaiting-documents', 'received', 'in-progress']
  },
  { kind: 'case.resubmitted', body: { fields: ['a'] }, stages: ['returned'] },
  {
    kind: 'case.step-entered',
    body: { step: 's', from: null, inOrder: true },
    stages: ['received', 'in-progress']
  },
  { kind: 'case.assigned', body: { to: 'somebody' }, stages: open },
  {
    kind: 'case.viewed',
    body: { by: 'x', role: 'officer' },
    stages: [...open, 'decided', 'withdrawn']
  },
  {
    kind: 'visit.recorded',
    body: { causedBy: 'provider', number: 1, limit: 1, beyond: false },
    stages: open
  },
  {
    kind: 'case.decided',
    body: { outcome: 'granted', post: 'p', postHolder: 'h', namedApprover: true },
    stages: ['received', 'in-progress']
  },
  { kind: 'case.withdrawn', body: {}, stages: open },
  {
    kind: 'case.reopened',
    body: { policy: 'resume', reason: 'error-found' },
    stages: ['decided', 'withdrawn']
  },
  {
    kind: 'case.reopened',
    body: { policy: 'restart', reason: 'error-found' },
    stages: ['decided', 'withdrawn']
  }
]

function factOf(kind: FactKind, body: JsonObject, at: Temporal.Instant): Fact {
  const cardVersion = 'service@1'
  return {
    id: newId(at),
    authority: 'sko',
    kind,
    subject: 'case',
    at,
    knownAt: at,
    actor: 'a',
    agreementVersion: null,
    cardVersion,
    body
  }
}

/** Facts of a life: at each turn, one of the acts that the stage allows, some minutes later. */
function lifeOf(turns: readonly { minutes: number; choice: number }[]): Fact[] {
  let at = start
  const facts = [factOf('case.submitted', { service: 'service', channel: 'site' }, at)]
  for (const { minutes, choice } of turns) {
    const stage = historyOf(facts)?.stage
    const allowed = acts.filter((act) => stage !== undefined && act.stages.includes(stage))
    const act = allowed[choice % allowed.length]
    if (act === undefined) continue
    at = at.add({ minutes })
    facts.push(factOf(act.kind, act.body, at))
  }
  return facts
}

const lives = fc
  .array(fc.record({ minutes: fc.integer({ min: 1, max: 3000 }), choice: fc.nat(1000) }), {
    maxLength: 30
  })
  .map(lifeOf)

function told(facts: readonly Fact[]): CaseHistory {
  const history = historyOf(facts)
  assert.ok(history)
  return history
}

const clockOf = (history: CaseHistory, at: Temporal.Instant) =>
  readCaseClock(history, { promise: { amount: 72, unit: 'hours' }, calendar, at })

test('historyOf keeps its rules in every life', () => {
  fc.assert(
    fc.property(lives, (facts) => {
      const history = told(facts)
      const ended = history.decision !== null || history.withdrawnAt !== null
      assert.equal(history.stage === 'decided' || history.stage === 'withdrawn', ended)
      assert.equal(history.stage === 'returned', !ended && openReturn(history) !== null)
      assert.ok(history.returns.slice(0, -1).every((each) => each.resubmittedAt !== null))
      assert.equal(history.stage === 'awaiting-documents' && history.completeAt !== null, false)
      const loud = facts.filter((fact) => !quietFacts.includes(fact.kind)).map((fact) => fact.id)
      assert.equal(history.factsThrough, loud.toSorted().at(-1))
      assert.deepEqual(historiesOf(facts).get('case'), history)
    })
  )
})

test('a reopening keeps the decision that it undid', () => {
  fc.assert(
    fc.property(lives, (facts) => {
      for (const [i, { kind, at }] of facts.entries()) {
        if (kind !== 'case.reopened') continue
        const before = told(facts.slice(0, i))
        const undone = told(facts).reopenings.find((each) => each.at.equals(at))?.undone
        assert.deepEqual(undone, before.decision)
      }
    })
  )
})

test('historyOf as known at a time is the history of what was known then', () => {
  fc.assert(
    fc.property(lives, fc.nat(30), (facts, cut) => {
      const known = facts.slice(0, Math.min(cut + 1, facts.length))
      const asKnownAt = known.at(-1)?.knownAt
      assert.ok(asKnownAt)
      assert.deepEqual(historyOf(facts, { asKnownAt }), historyOf(known))
    })
  )
})

test('readCaseClock reads every life at every time without a contradiction', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: 200_000 }), (facts, minutes) => {
      const history = told(facts)
      const last = facts.at(-1)?.at ?? start
      const clock = clockOf(history, last.add({ minutes }))
      assert.equal(clock.state === 'not-started', history.completeAt === null)
      if (clock.state === 'paused' && !clock.late) assert.equal(clock.dueAt, null)
      if (clock.state === 'running') assert.ok(clock.dueAt !== null)
      if (clock.late) assert.ok(clock.dueAt !== null && clock.usedSeconds >= 72 * 3600)
      if (clock.state === 'kept') assert.equal(clock.late, false)
    })
  )
})

test('a pause moves the due instant by exactly its length', () => {
  const minutes = fc.integer({ min: 1, max: 72 * 60 - 1 })
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 50_000 }), (before, paused) => {
      const complete = factOf('case.documents-complete', {}, start)
      const filed = [factOf('case.submitted', { channel: 'site' }, start), complete]
      const leave = start.add({ minutes: before })
      const back = leave.add({ minutes: paused })
      const whole = clockOf(told(filed), start).dueAt
      const broken = clockOf(
        told([
          ...filed,
          factOf('case.returned', { defects: [] }, leave),
          factOf('case.resubmitted', {}, back)
        ]),
        back
      )
      assert.equal(broken.dueAt?.toString(), whole?.add({ minutes: paused }).toString())
      const during = clockOf(
        told([...filed, factOf('case.returned', { defects: [] }, leave)]),
        back
      )
      assert.equal(during.dueAt, null)
      assert.equal(during.remainingSeconds, (72 * 60 - before) * 60)
    })
  )
})
