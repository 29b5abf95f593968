// Goal: a letter's life is what LETTERS says: no way out of an end, every state reachable, none without
// its name in ETSI EN 319 522. Method: walks over the table, all and at random.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type LetterState,
  deliveredStates,
  endStates,
  erdsEvents,
  isEnd,
  letterStates,
  mayFollow,
  statesBefore,
  transitions,
  unopenedStates
} from './letter-state.ts'

test('ends are the five, and nothing leads out of one', () => {
  assert.deepEqual(letterStates.filter(isEnd), [...endStates])
  fc.assert(
    fc.property(fc.constantFrom(...endStates), fc.constantFrom(...letterStates), (end, other) => {
      assert.equal(mayFollow(end, other), false)
    })
  )
})

test('every state is reached from accepted, and from every state an end is reached', () => {
  assert.deepEqual(reachedFrom('accepted').toSorted(), [...letterStates].toSorted())
  for (const state of letterStates) assert.ok(reachedFrom(state).some(isEnd), state)
})

test('no walk reads before delivery, or goes back behind it', () => {
  const steps = fc.array(fc.nat(), { maxLength: 30 })
  fc.assert(
    fc.property(steps, (choices) => {
      const walk = walkBy(choices)
      const first = walk.findIndex((state) => deliveredStates.some((each) => each === state))
      const after = first === -1 ? [] : walk.slice(first)
      assert.ok(
        after.every((state) => isEnd(state) || deliveredStates.some((each) => each === state))
      )
      if (walk.includes('fetched')) assert.ok(walk.includes('published'))
    })
  )
})

test('what was opened never expires, and only what was not opened is refused', () => {
  const opened = letterStates.filter((state) => !unopenedStates.some((each) => each === state))
  for (const state of opened) {
    assert.equal(mayFollow(state, 'expired'), false, state)
    assert.equal(mayFollow(state, 'refused'), false, state)
  }
})

test('statesBefore is the table read backwards', () => {
  for (const to of letterStates)
    for (const from of letterStates)
      assert.equal(statesBefore(to).includes(from), transitions[from].includes(to))
})

test('each state has the name of an event of ETSI EN 319 522', () => {
  for (const state of letterStates) assert.match(erdsEvents[state], /^([A-F]\.\d-)?[A-Z][A-Za-z]+$/)
})

function reachedFrom(start: LetterState): LetterState[] {
  const found = new Set<LetterState>([start])
  for (const state of found) for (const next of transitions[state]) found.add(next)
  return [...found]
}

function walkBy(choices: readonly number[]): LetterState[] {
  const walk: LetterState[] = ['accepted']
  for (const choice of choices) {
    const next = transitions[walk.at(-1) ?? 'accepted']
    const state = next[choice % Math.max(next.length, 1)]
    if (state === undefined) break
    walk.push(state)
  }
  return walk
}
