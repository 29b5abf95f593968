// Goal: only a note by the mailbox's own key, on this act, mailbox and slot, is taken for one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailboxKeys, newMailboxSeed } from '../seal/index.ts'
import { actSignedAt, addedSlotLine, signAct } from './slot-act.ts'

const own = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/one')
const other = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/one')
const at = '2026-11-22T06:00:00Z'
const act = { act: 'keyslot-added', mailbox: 'one', what: 'slot own hash' } as const

test('a note of the mailbox says when it was signed', () => {
  assert.equal(actSignedAt(signAct({ ...act, at }, own.signers), act, own.keys), at)
})

test('another act, mailbox, slot or key is none', () => {
  const note = signAct({ ...act, at }, own.signers)
  assert.equal(actSignedAt(note, { ...act, act: 'keyslot-proved' }, own.keys), null)
  assert.equal(actSignedAt(note, { ...act, mailbox: 'two' }, own.keys), null)
  assert.equal(actSignedAt(note, { ...act, what: 'slot own other' }, own.keys), null)
  assert.equal(actSignedAt(note, act, other.keys), null)
  assert.equal(actSignedAt(note, act, []), null)
  assert.equal(actSignedAt(note.replace(at, '2026-11-22T06:00:01Z'), act, own.keys), null)
  assert.equal(actSignedAt('', act, own.keys), null)
})

test('the line of an added slot follows its text', () => {
  const slot = { id: 'a', purpose: 'own', slot: '{}' }
  assert.notEqual(addedSlotLine(slot), addedSlotLine({ ...slot, slot: '{ }' }))
})
