// Goal: a way opens its mailbox by its secret, as it was wrapped first and after the key changed, and by no
// other secret and for no other mailbox.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newMailboxSeed, newPaperSecret, wrapForMailbox, wrapWithSecret } from '../seal/index.ts'
import { openSlot, parsedSlot, slotRecipient } from './slot-key.ts'

const mailbox = '0190c0de-0000-7000-8000-000000000001'
const secret = newPaperSecret()

test('a way opens before and after a change of the key', async () => {
  const [before, after] = [newMailboxSeed(), newMailboxSeed()]
  const first = wrapWithSecret({ kind: 'paper', mailbox, secret, seed: before })
  assert.deepEqual(await openSlot(JSON.stringify(first), { mailbox, secret }), {
    ok: true,
    value: before
  })
  const recipient = await slotRecipient(mailbox, secret)
  const second = await wrapForMailbox({ mailbox, recipient, seed: after })
  assert.ok(second.ok)
  const text = JSON.stringify(second.value)
  assert.deepEqual(await openSlot(text, { mailbox, secret }), { ok: true, value: after })
  assert.equal((await openSlot(text, { mailbox, secret: newPaperSecret() })).ok, false)
})

test('a slot of another mailbox, a broken one and none are refused', async () => {
  const slot = wrapWithSecret({ kind: 'paper', mailbox, secret, seed: newMailboxSeed() })
  const text = JSON.stringify(slot)
  assert.equal((await openSlot(text, { mailbox: 'another', secret })).ok, false)
  for (const bad of ['', 'null', '[]', '{"kind":1}', text.slice(0, -2)]) {
    assert.equal(parsedSlot(bad), null)
    assert.equal((await openSlot(bad, { mailbox, secret })).ok, false)
  }
})
