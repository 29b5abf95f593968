import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FactText, isPublicKind, publicBodyOf, statementOf } from './statement.ts'

const fact: FactText = {
  id: '0199c0de-0000-7000-8000-000000000000',
  authority: 'sko',
  kind: 'case.submitted',
  subject: '0199c0de-0000-7000-8000-00000000000a',
  at: '2026-01-01T00:00:00.000000Z',
  knownAt: '2026-01-01T00:00:00.000000Z',
  actor: '0199c0de-0000-7000-8000-00000000000b',
  agreementVersion: null,
  cardVersion: '10021006@1',
  body: '{"case": "0199c0de-0000-7000-8000-00000000000a", "channel": "site"}'
}

test('statementOf writes the same bytes for ever', () => {
  assert.equal(
    statementOf(fact),
    '{"v":1,"type":"case.submitted","erds":"A.1-SubmissionAcceptance",' +
      '"id":"0199c0de-0000-7000-8000-000000000000","at":"2026-01-01T00:00:00.000000Z",' +
      '"digest":"687f85122e4fcb84e7194360482bc9e9294d6b560367fa5881baeb54b3913bb7",' +
      '"authority":"sko","subject":"0199c0de-0000-7000-8000-00000000000a","card":"10021006@1",' +
      '"body":{"case": "0199c0de-0000-7000-8000-00000000000a", "channel": "site"}}'
  )
})

test('statementOf changes with every column of the fact', () => {
  const before = statementOf(fact)
  const others: Partial<FactText>[] = [
    { id: 'x' },
    { authority: 'ito' },
    { kind: 'case.decided' },
    { subject: 'x' },
    { at: '2026-01-01T00:00:00.000001Z' },
    { knownAt: '2026-01-01T00:00:00.000001Z' },
    { actor: 'x' },
    { agreementVersion: 'SK@1405' },
    { cardVersion: null },
    { body: '{}' }
  ]
  for (const other of others) assert.notEqual(statementOf({ ...fact, ...other }), before)
})

test('statementOf names no event where the standard has none, and not who did it', () => {
  assert.doesNotMatch(statementOf({ ...fact, kind: 'visit.recorded' }), /erds/)
  assert.doesNotMatch(statementOf(fact), new RegExp(fact.actor))
})

test('publicBodyOf fits an entry, whatever the length of the body', () => {
  const long = JSON.stringify({ service: '1', text: 'ی'.repeat(60_000) })
  const written = publicBodyOf({ ...fact, kind: 'card.published', body: long })
  assert.match(written, /"bodySha256":"[0-9a-f]{64}"}$/)
  const short = publicBodyOf({ ...fact, kind: 'card.published' })
  assert.match(short, /"body":\{"case"/)
  assert.doesNotMatch(short, new RegExp(fact.actor))
})

test('isPublicKind seals whatever nobody has declared to be public', () => {
  assert.equal(isPublicKind('card.published'), true)
  for (const kind of ['case.submitted', 'case.breached', 'session.started', 'of.tomorrow']) {
    assert.equal(isPublicKind(kind), false, kind)
  }
})
