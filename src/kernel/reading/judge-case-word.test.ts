// Goal: a reader of a sealed case believes the word of its unit only where it says what is shown, with keys that counted
// then, of the forms that were sent from here. Method: each part exchanged; keys that came, left and were recovered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseJudgement, mailboxKeys, signJudgement } from '../seal/index.ts'
import { type SenderKeys, caseWordFault, epochOf } from './index.ts'

const name = 'desk.example/ito/service-desk'
const own = await mailboxKeys(new Uint8Array(32).fill(1), name)
const next = await mailboxKeys(new Uint8Array(32).fill(2), name)
const other = await mailboxKeys(new Uint8Array(32).fill(3), name)
const [form, correction] = ['a'.repeat(64), 'b'.repeat(64)]
const says: CaseJudgement = {
  case: '0193a1b2-0000-7000-8000-000000000001',
  verdict: 'accepted',
  after: null,
  forms: [form],
  documents: [{ code: 'mandate', sha256: 'c'.repeat(64) }],
  defects: []
}
const entry = (sequence: number, at: string, { keys }: typeof own): SenderKeys => {
  return { sequence, at, keys }
}
const at = (text: string) => epochOf(text) ?? 0
const shown = { says, at: at('2026-11-10T08:00:00Z'), forms: [form, correction] }
const senders = [entry(0, '2026-11-01T00:00:00Z', own)]
const fault = (change: Partial<Parameters<typeof caseWordFault>[1]>, signed = own) =>
  caseWordFault(signJudgement(says, signed.signers), { shown, senders, sent: null, ...change })

test('the word of the unit holds for what is shown, and for nothing else', () => {
  assert.equal(fault({}), null)
  assert.equal(fault({}, other), 'unsigned')
  assert.equal(fault({ senders: [] }), 'unsigned')
  assert.equal(fault({ shown: { ...shown, says: { ...says, after: says.case } } }), 'other-words')
  const correct = { ...says, verdict: 'correct' as const }
  assert.equal(fault({ shown: { ...shown, says: correct } }), 'other-words')
  const elsewhere = { ...says, case: says.case.replace('1b2', '1b3') }
  assert.equal(fault({ shown: { ...shown, says: elsewhere } }), 'other-case')
  assert.equal(caseWordFault('forged', { shown, senders, sent: null }), 'no-note')
})

test('it counts with the keys that the unit had then', () => {
  const turned = (day: string) => [entry(1, `2026-11-${day}T08:00:00Z`, next), ...senders]
  assert.equal(fault({ senders: turned('12') }), null, 'signed before the next key')
  assert.equal(
    fault({ senders: turned('08') }),
    null,
    'while a recovery waits the one before counts'
  )
  assert.equal(fault({ senders: turned('06') }), 'key-left')
  assert.equal(fault({ senders: turned('06') }, next), null)
  assert.equal(fault({ senders: turned('12') }, next), 'key-left', 'a key that came later')
  assert.equal(fault({ senders: turned('12') }, other), 'unsigned')
})

test('what this device sent must be what the unit wrote of', () => {
  const sent = (applications: string[], corrections: string[] = []) =>
    fault({ sent: { applications, corrections } })
  const stray = 'd'.repeat(64)
  assert.equal(sent([form], [correction]), null)
  assert.equal(sent([stray, form]), null, 'sent again, since an answer was lost')
  assert.equal(sent([]), null)
  assert.equal(sent([stray]), 'other-forms')
  assert.equal(sent([correction]), 'other-forms', 'a correction is no application')
  assert.equal(sent([form], [stray]), 'other-forms')
})
