// Goal: a judgement holds for its case, its bytes, its verdict and its unit, and for nothing else. Method: every
// part of it exchanged, every key, and characters of the note.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseJudgement, mailboxKeys, signJudgement, verifyJudgement } from './index.ts'

const name = 'desk.example/ito/service-desk'
const own = await mailboxKeys(new Uint8Array(32).fill(1), name)
const other = await mailboxKeys(new Uint8Array(32).fill(2), name)
const judged: CaseJudgement = {
  case: '0193a1b2-0000-7000-8000-000000000001',
  verdict: 'correct',
  forms: ['a'.repeat(64)],
  documents: [
    { code: 'mandate', sha256: 'b'.repeat(64) },
    { code: 'id-card', sha256: 'c'.repeat(64) }
  ],
  defects: [{ code: 'field-wrong', item: 'field:mobile' }]
}

test('a judgement holds for what it says, in whatever order, and for nothing else', () => {
  const note = signJudgement(judged, own.signers)
  const holds = (change: object) => verifyJudgement(note, { ...judged, keys: own.keys, ...change })
  assert.equal(holds({}), true)
  assert.equal(holds({ documents: judged.documents.toReversed() }), true)
  for (const change of [
    { case: judged.case.replace('1b2', '1b3') },
    { verdict: 'accepted' },
    { forms: ['a'.repeat(64), 'd'.repeat(64)] },
    { documents: [] },
    { defects: [{ code: 'field-unclear', item: 'field:mobile' }] },
    { defects: [] },
    { keys: other.keys },
    { keys: [] },
    { keys: [...own.keys, 'none'] }
  ]) {
    assert.equal(holds(change), false, JSON.stringify(change))
  }
})

test('a signature left out, or any character changed, is no judgement', () => {
  const note = signJudgement(judged, own.signers)
  const lines = note.trimEnd().split('\n')
  assert.equal(
    verifyJudgement(`${lines.slice(0, -1).join('\n')}\n`, { ...judged, keys: own.keys }),
    false
  )
  for (let at = 0; at < note.length; at += 97) {
    const letter = note[at] === 'x' ? 'y' : 'x'
    const changed = note.slice(0, at) + letter + note.slice(at + 1)
    assert.equal(verifyJudgement(changed, { ...judged, keys: own.keys }), false, String(at))
  }
})
