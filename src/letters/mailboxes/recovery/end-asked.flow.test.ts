// Goal: a half that is removed or given back while the recovery with it is under way ends that: the owner asks with
// another contact at once, and both hear what was given by then. Method: persons with real keys speak to the
// real routes on PostgreSQL.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { factsBetween } from '../../../ledger/index.ts'
import { contact } from '../../../people/index.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { mailboxRoutes } from '../routes.ts'
import { openRecoveries } from './recovery-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-end-asked-'))
after(() => rm(folder, { recursive: true, force: true }))
const { app, context, clock } = await peopleServer({ environment: { PEYMAN_DATA: folder } })
mailboxRoutes(app, context)
const { db } = context
const signIn = (key: string) => MailboxPerson.signIn(app, clock, key)
const owner = await signIn('maryam-rezaei')
const friend = await signIn('sina-moradi')
const other = await signIn('neda-yousefi')
for (const each of [owner, friend, other]) await each.open()
const codeOf = async (sent: Promise<{ status: number; body: { code?: string } }>) =>
  (await sent).body.code ?? (await sent).status
const ask = (slot: string) => codeOf(owner.send('POST', `/mailbox-shares/${slot}/recovery`, {}))
const release = () => codeOf(owner.send('POST', '/mailbox-recovery/release', {}))
const lastTold = async ({ person }: MailboxPerson) =>
  (await contact.messagesOf(db, person, 4)).map(({ text }) => text.en)

async function give(to: MailboxPerson) {
  const { slot, shares, note } = await owner.halfFor(to, 'contact')
  const url = `/mailboxes/${owner.id}/keyslots`
  assert.equal(await codeOf(owner.send('POST', url, { slot, shares, note })), 204)
  assert.equal((await to.prove(slot.id)).status, 204)
  return slot.id
}

async function signInAgain() {
  await owner.visitor.signInAs('maryam-rezaei')
  await friend.visitor.signInAs('sina-moradi')
}

test('a half that its owner removes: nothing waits, and another contact can be asked', async () => {
  const removed = await give(friend)
  const second = await give(other)
  assert.equal(await ask(removed), 204)
  assert.equal(await ask(second), 'mailbox-share/asked-before')
  const gone = await owner.visitor.post(`/mailbox/way/${removed}/removal`)
  assert.equal(gone.statusCode, 303)
  assert.deepEqual(await openRecoveries(db, owner.id), [])
  assert.ok((await lastTold(friend)).some((text) => text.includes('Nothing was given to anybody')))
  assert.equal(await ask(removed), 'mailbox-share/nobody')
  assert.equal(await ask(second), 204)
  assert.equal((await owner.visitor.post('/mailbox/recovery/stop')).statusCode, 303)
})

test('a half that its keeper gives back after ours was handed out: both hear that it was', async () => {
  const slot = await give(friend)
  assert.equal(await ask(slot), 204)
  clock.advance('PT72H')
  await signInAgain()
  assert.equal(await release(), 200)
  const given = await friend.visitor.post(`/mailbox/trust/${slot}/resignation`)
  assert.equal(given.statusCode, 303)
  for (const each of [owner, friend]) {
    const told = await lastTold(each)
    assert.ok(told.some((text) => text.includes('had been handed out before')))
  }
  assert.deepEqual(await openRecoveries(db, owner.id), [])
  assert.equal(await release(), 'mailbox-share/not-found')
  const stopped = await factsBetween(db, { kinds: ['mailbox.recovery-stopped'] })
  assert.equal(stopped.length, 3)
})
