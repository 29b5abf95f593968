// Goal: units of a demonstration have mailboxes that open by what is in the program; a second start adds none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSlot } from '../../kernel/mailbox/index.ts'
import { isSeedOf } from '../../kernel/seal/index.ts'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { demonstrationSecret } from './demonstration-key.ts'
import { slotsOf } from './keyslot-store.ts'
import { mailboxOf, mailboxesOfAuthority } from './mailbox-store.ts'
import { seedMailboxes } from './seed-demonstration.ts'

const { context } = await peopleServer()

test('every unit has one, and the program opens it', async () => {
  await seedMailboxes(context)
  await seedMailboxes(context)
  const all = await mailboxesOfAuthority(context.db, 'sko')
  assert.equal(all.length, 6)
  const unit = await mailboxOf(context.db, { authority: 'sko', unit: 'it' })
  assert.ok(unit?.demonstration && unit.confidential)
  const [slot] = await slotsOf(context.db, unit.id)
  const secret = new Uint8Array(Buffer.from(demonstrationSecret(), 'base64'))
  const seed = await openSlot(slot?.slot ?? '', { mailbox: unit.id, secret })
  assert.ok(seed.ok && (await isSeedOf(seed.value, unit.recipient)))
})
