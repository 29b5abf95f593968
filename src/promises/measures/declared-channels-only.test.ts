import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, caseFact, fact, inputOf, service } from '../sample-facts.ts'
import { declaredChannelsOnly } from './declared-channels-only.ts'

const at = '2026-11-22T02:00:00Z'
const by = (channel: string) =>
  caseFact('document.received', 'a', { at, document: 'd', type: 'form', channel })
const card = cardPublished('2026-03-21T00:00:00Z', { channels: ['site', 'post'] })
const evaluate = (
  parameters: Parameters<typeof declaredChannelsOnly.evaluate>[0]['parameters'],
  facts: ReturnType<typeof by>[]
) => declaredChannelsOnly.evaluate(inputOf(bookOf([card, ...facts]), parameters))

const agreed = { of: 'documents', rule: 'only', channels: ['site', 'post'] } as const
const ofDesk = { of: 'documents', rule: 'only', channels: ['desk'] } as const
const ofSite = { of: 'documents', rule: 'one-of', channels: ['site'] } as const

const table = [
  { name: 'allowed channels', rule: agreed, by: ['site', 'post'], state: 'kept', counts: [2, 2] },
  {
    name: 'another channel',
    rule: agreed,
    by: ['site', 'in-person'],
    state: 'broken',
    counts: [1, 2]
  },
  { name: 'nothing received', rule: agreed, by: [], state: 'no-data', counts: [0, 0] },
  { name: 'channels of the card', rule: ofDesk, by: ['post'], state: 'kept', counts: [1, 1] },
  { name: 'one not on the card', rule: ofDesk, by: ['pishkhan'], state: 'broken', counts: [0, 1] },
  { name: 'a share', rule: ofSite, by: ['site', 'post', 'post'], state: 'kept', counts: [1, 3] },
  { name: 'a channel without use', rule: ofSite, by: ['post'], state: 'no-data', counts: [0, 1] }
] as const

for (const row of table) {
  test(`declared-channels-only finds ${row.state} for ${row.name}`, () => {
    const found = evaluate({ ...row.rule, channels: [...row.rule.channels] }, row.by.map(by))
    assert.equal(found.state, row.state)
    assert.deepEqual([found.numerator, found.denominator], row.counts)
  })
}

test('declared-channels-only counts what was refused apart', () => {
  const refused = fact('intake.refused', at, { body: { service, channel: 'messenger', code: 'x' } })
  const found = evaluate({ ...agreed, channels: ['site'] }, [by('site'), refused])
  assert.equal(found.state, 'kept')
  assert.equal(found.detail.prevented, 1)
})

test('declared-channels-only has no facts about complaints', () => {
  const complaints = { ...agreed, of: 'complaints', channels: ['site' as const] } as const
  assert.equal(declaredChannelsOnly.hasFacts?.({ ...complaints, channels: ['site'] }), false)
  assert.equal(declaredChannelsOnly.hasFacts?.({ ...agreed, channels: ['site'] }), true)
})
