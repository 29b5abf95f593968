import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later } from '../sample-facts.ts'
import { cardComplete } from './card-complete.ts'
import { channelGrowth } from './channel-growth.ts'
import { questionAnswerTime } from './question-answer-time.ts'

const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const card = cardPublished('2026-03-21T00:00:00Z')
const check = (channel: string, when: string, alive: boolean) =>
  fact('channel.checked', when, {
    subject: `sko/${channel}`,
    body: { channel, alive, reason: alive ? null : 'connect' }
  })
const version = { channels: new Map([['questions', ['desk', 'phone']]]) }
const evaluate = (facts: readonly Fact[]) =>
  questionAnswerTime.evaluate(
    inputOf(bookOf([card, ...facts]), { of: 'channels' }, { period: aban, version })
  )

test('question-answer-time of channels counts declared channels that were alive at every check', () => {
  const alive = evaluate([check('desk', at, true), check('sms', at, false)])
  assert.deepEqual([alive.state, alive.numerator, alive.denominator], ['kept', 1, 1])
  const dead = evaluate([
    check('desk', at, true),
    check('desk', later(at, 24), false),
    check('desk', later(at, 48), true),
    check('phone', at, true)
  ])
  assert.deepEqual([dead.state, dead.numerator, dead.denominator], ['broken', 1, 2])
  assert.equal(evaluate([]).state, 'no-data')
  assert.equal(questionAnswerTime.hasFacts?.({ of: 'answers' }), false)
})

test('card-complete breaks where a channel of the card was found dead, if the clause asks for it', () => {
  const read = (facts: readonly Fact[], channels?: 'alive') =>
    cardComplete.evaluate(
      inputOf(
        bookOf([card, ...facts]),
        { fields: ['channels'], ...(channels && { channels }) },
        { period: aban }
      )
    )
  const dead = [check('site', at, false)]
  assert.equal(read(dead).state, 'kept')
  const found = read(dead, 'alive')
  assert.deepEqual([found.state, found.breaches[0]?.fact], ['broken', dead[0]?.id])
  assert.equal(read([check('site', at, true)], 'alive').state, 'kept')
  assert.equal(read([check('sms', at, false)], 'alive').state, 'kept')
  assert.equal(read([], 'alive').state, 'kept')
})

test('channel-growth breaks where fewer channels live than three months before', () => {
  const read = (facts: readonly Fact[]) => {
    const input = inputOf(bookOf([card, ...facts]), {}, { period: aban })
    const { state, numerator, denominator, breaches } = channelGrowth.evaluate(input)
    return [state, numerator, denominator, breaches.length]
  }
  const summer = '2026-08-01T00:00:00Z'
  assert.deepEqual(read([]), ['no-data', 0, 0, 0])
  const two = [check('desk', at, true), check('e-mail', at, true)]
  assert.deepEqual(read(two), ['not-measurable', 2, 2, 0])
  const before = [check('desk', summer, true), check('e-mail', summer, true)]
  assert.deepEqual(read([...before, ...two]), ['kept', 2, 2, 0])
  const dead = check('e-mail', later(at, 24), false)
  assert.deepEqual(read([...before, ...two, dead]), ['broken', 1, 2, 1])
})
