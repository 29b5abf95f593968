// Goal: a judgement holds for its case, its bytes, its verdict and its unit of now, and for nothing else. Method:
// every part of it exchanged, every key, and characters of the note.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseJudgement, judgementFault, mailboxKeys, signJudgement } from './index.ts'

const name = 'desk.example/ito/service-desk'
const own = await mailboxKeys(new Uint8Array(32).fill(1), name)
const other = await mailboxKeys(new Uint8Array(32).fill(2), name)
const judged: CaseJudgement = {
  case: '0193a1b2-0000-7000-8000-000000000001',
  verdict: 'correct',
  after: '0193a1b2-0000-7000-8000-000000000002',
  forms: ['a'.repeat(64)],
  documents: [
    { code: 'mandate', sha256: 'b'.repeat(64) },
    { code: 'id-card', sha256: 'c'.repeat(64) }
  ],
  defects: [{ code: 'field-wrong', item: 'field:mobile' }]
}
const note = signJudgement(judged, own.signers)

test('a judgement holds for what it says, in whatever order, and for nothing else', () => {
  const fault = (change: object) => judgementFault(note, { ...judged, keys: own.keys, ...change })
  assert.equal(fault({}), null)
  assert.equal(fault({ documents: judged.documents.toReversed() }), null)
  const cases: [object, string][] = [
    [{ case: judged.case.replace('1b2', '1b3') }, 'other-case'],
    [{ verdict: 'accepted' }, 'other-words'],
    [{ after: null }, 'other-words'],
    [{ after: judged.case }, 'other-words'],
    [{ forms: ['a'.repeat(64), 'd'.repeat(64)] }, 'other-words'],
    [{ documents: [] }, 'other-words'],
    [{ defects: [{ code: 'field-unclear', item: 'field:mobile' }] }, 'other-words'],
    [{ defects: [] }, 'other-words'],
    [{ keys: other.keys }, 'unsigned'],
    [{ keys: other.keys, former: [other.keys] }, 'unsigned'],
    [{ keys: other.keys, former: [other.keys, own.keys] }, 'key-left'],
    [{ keys: [], former: [own.keys] }, 'key-left'],
    [{ keys: [] }, 'unsigned'],
    [{ keys: [...own.keys, 'none'] }, 'unsigned']
  ]
  for (const [change, expected] of cases) {
    assert.equal(fault(change), expected, JSON.stringify(change))
  }
})

test('a signature left out, or any character changed, is no judgement', () => {
  const fault = (text: string) => judgementFault(text, { ...judged, keys: own.keys })
  const lines = note.trimEnd().split('\n')
  assert.equal(fault(`${lines.slice(0, -1).join('\n')}\n`), 'unsigned')
  for (const nothing of ['', 'accepted', '\n\n', `${judged.case}\n`, 'x'.repeat(100_000)]) {
    assert.equal(fault(nothing), 'no-note', nothing.slice(0, 20))
  }
  for (let at = 0; at < note.length; at += 97) {
    const letter = note[at] === 'x' ? 'y' : 'x'
    const changed = note.slice(0, at) + letter + note.slice(at + 1)
    assert.notEqual(fault(changed), null, String(at))
  }
})
