// Goal: whoever has their account erased leaves no half behind that is thought to help: its owner is told, and asks
// with another contact. Method: persons with real keys, the real routes, and the holder that an erasure calls.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { contact } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/index.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { slotsOf } from '../keyslot-store.ts'
import { mailboxHolder } from '../personal-data.ts'
import { mailboxRoutes } from '../routes.ts'
import { openRecoveries } from './recovery-store.ts'
import { sharesOf } from './share-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-left-halves-'))
after(() => rm(folder, { recursive: true, force: true }))
const { app, context, clock } = await peopleServer({ environment: { PEYMAN_DATA: folder } })
mailboxRoutes(app, context)
const { db } = context
const owner = await MailboxPerson.signIn(app, clock, 'maryam-rezaei')
const friend = await MailboxPerson.signIn(app, clock, 'sina-moradi')
for (const each of [owner, friend]) await each.open()

test('an erased contact: the owner hears it, and nothing waits for the half', async () => {
  const { slot, shares, note } = await owner.halfFor(friend, 'contact')
  const url = `/mailboxes/${owner.id}/keyslots`
  assert.equal((await owner.send('POST', url, { slot, shares, note })).status, 204)
  assert.equal((await friend.prove(slot.id)).status, 204)
  assert.equal((await owner.send('POST', `/mailbox-shares/${slot.id}/recovery`, {})).status, 204)
  const before = await mailboxHolder.foresee(db, friend.person, clock.now())
  assert.ok(before.erased.some(({ what }) => what.en === 'Halves of keys that are with you'))
  for (let i = 0; i < 2; i++)
    await inTransaction(db, (tx) => mailboxHolder.erase(tx, friend.person, clock.now()))
  const told = (await contact.messagesOf(db, owner.person, 9)).filter(
    ({ subject }) => subject.en === 'Whom you named has resigned'
  )
  assert.equal(told.length, 1)
  assert.ok(!told[0]?.text.fa.includes('سینا مرادی'), 'who erased their account is not named')
  assert.deepEqual(await openRecoveries(db, owner.id), [])
  assert.deepEqual(await sharesOf(db, owner.id), [])
  assert.ok((await slotsOf(db, owner.id)).every(({ id }) => id !== slot.id))
  assert.match((await owner.visitor.get('/mailbox/trust')).body, /هنوز کسی را نام نبرده‌اید/)
})
