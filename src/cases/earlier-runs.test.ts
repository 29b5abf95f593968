// Goal: opening a case again tells of the run before as it ended, and never changes it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleHistory } from '../../tests/support/case-view.ts'
import { compileCalendar } from '../kernel/worktime/index.ts'
import { readShownClock } from './case-progress.ts'
import type { CaseHistory, CaseReopening } from './case.ts'
import { earlierRuns, runStart } from './earlier-runs.ts'

const start = Temporal.Instant.from('2026-11-22T02:00:00Z')
const always = compileCalendar('always', 'Asia/Tehran')
const calendar = { version: 'x@1', always, office: null }
const clockOf = (history: CaseHistory, at: Temporal.Instant) =>
  readShownClock(history, { promise: { amount: 72, unit: 'hours' }, calendar, at })

function decidedAt(hours: number): Pick<CaseHistory, 'stage' | 'decision' | 'delivered'> {
  const at = start.add({ hours })
  const post = { post: 'p', postHolder: 'h', namedApprover: true, reason: null }
  return {
    stage: 'decided',
    decision: { at, knownAt: at, outcome: 'granted', ...post },
    delivered: { at, channel: 'site' }
  }
}

function reopening(policy: 'resume' | 'restart', [ended, opened]: [number, number]): CaseReopening {
  const { decision: undone } = decidedAt(ended)
  const [solvedAt, at] = [start.add({ hours: ended }), start.add({ hours: opened })]
  return { at, solvedAt, policy, reason: 'error-found', note: null, undone }
}

for (const [hours, state] of [
  [50, 'kept'],
  [80, 'late']
] as const) {
  test(`a run that was ${state} is ${state} after a restart`, () => {
    const before = sampleHistory(decidedAt(hours))
    const after = sampleHistory({ reopenings: [reopening('restart', [hours, hours + 5])] })
    const [run] = earlierRuns(after)
    assert.ok(run)
    const [then, now] = [start.add({ hours }), start.add({ hours: hours + 9 })]
    assert.deepEqual(clockOf(run.history, then), clockOf(before, then))
    assert.equal(clockOf(run.history, then).state, state)
    assert.equal(run.startedAt.toString(), start.toString())
    assert.equal(runStart(after)?.toString(), start.add({ hours: hours + 5 }).toString())
    assert.equal(clockOf(after, now).progress?.used, 4)
  })
}

test('each of several runs is told, and a resumed one is no new run', () => {
  const reopenings = [
    reopening('resume', [10, 12]),
    reopening('restart', [20, 25]),
    reopening('restart', [40, 41])
  ]
  const runs = earlierRuns(sampleHistory({ reopenings }))
  assert.deepEqual(
    runs.map(({ startedAt }) => startedAt.since(start).total('hours')),
    [0, 25]
  )
  const used = runs.map(({ history, reopening: { solvedAt } }) => clockOf(history, solvedAt))
  assert.deepEqual(
    used.map(({ progress }) => progress?.used),
    [18, 15]
  )
})

test('what had ended before its documents were complete ended no run', () => {
  const early = { ...reopening('restart', [0, 1]), solvedAt: start.subtract({ hours: 4 }) }
  const history = sampleHistory({ reopenings: [early] })
  assert.deepEqual(earlierRuns(history), [])
  assert.equal(runStart(history)?.toString(), start.toString())
})
