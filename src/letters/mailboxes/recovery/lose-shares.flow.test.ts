// Goal: whoever keeps a half and makes another key for their own mailbox is told that it opens nothing, and so is
// its owner, who gives a new one in one press; nobody waits for 72 hours for what opens nothing. Method: persons
// with real keys speak to the real routes on PostgreSQL.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { factsBetween } from '../../../ledger/index.ts'
import { contact } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/index.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { settleRenewals } from '../renew-mailbox.ts'
import { mailboxRoutes } from '../routes.ts'
import { remindToTryShares } from './prove-share.ts'
import { openRecoveries } from './recovery-store.ts'
import { setSharesLost, sharesOf } from './share-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-lost-halves-'))
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
const toldOf = async ({ person }: MailboxPerson, most = 3) =>
  (await contact.messagesOf(db, person, most)).map(({ subject }) => subject.en)

async function give(to: MailboxPerson, purpose: 'contact' | 'kin') {
  const { slot, shares, note } = await owner.halfFor(to, purpose)
  const url = `/mailboxes/${owner.id}/keyslots`
  assert.equal(await codeOf(owner.send('POST', url, { slot, shares, note })), 204)
  return slot.id
}

const half = await give(friend, 'contact')
assert.equal((await friend.prove(half)).status, 204)
const unanswered = await give(friend, 'kin')
const ask = (slot: string) => codeOf(owner.send('POST', `/mailbox-shares/${slot}/recovery`, {}))
const trust = async (of: MailboxPerson) => (await of.visitor.get('/mailbox/trust')).body

test('before another key is made it is said what else is lost', async () => {
  await friend.visitor.signInAs('sina-moradi')
  assert.match((await friend.visitor.get('/mailbox/lost')).body, /برای دیگران نگه می‌دارید/)
})

test('once the key counts, owner and keeper are told, and nothing is asked with the half', async () => {
  assert.equal(await ask(half), 204)
  assert.equal((await friend.renew()).status, 204)
  clock.advance('PT1H')
  await settleRenewals(context)
  assert.match(await trust(owner), /پذیرفت/, 'it can be stopped still: nothing is lost yet')
  clock.advance('PT80H')
  await settleRenewals(context)
  assert.deepEqual(
    (await sharesOf(db, owner.id)).map(({ lostAt }) => lostAt?.toString()),
    [clock.now().toString(), clock.now().toString()]
  )
  assert.deepEqual(await openRecoveries(db, owner.id), [])
  assert.ok((await toldOf(friend)).includes('Halves of keys that are with you open no more'))
  const messages = await contact.messagesOf(db, owner.person, 9)
  const lost = messages.filter(({ subject }) => subject.en === 'Give the half of your key anew')
  const named = lost.filter(({ text }) => text.fa.includes('سینا مرادی'))
  assert.deepEqual([lost.length, named.length], [2, 1], 'who has not accepted is not named')
  const facts = await factsBetween(db, { kinds: ['keyslot.lost'] })
  assert.deepEqual(new Set(facts.map(({ body }) => body['slot'])), new Set([half, unanswered]))
  await settleRenewals(context)
  assert.equal((await factsBetween(db, { kinds: ['keyslot.lost'] })).length, 2)
})

test('both pages say it, in both languages, and the way is refused', async () => {
  for (const each of ['maryam-rezaei', 'sina-moradi'] as const)
    await (each === 'maryam-rezaei' ? owner : friend).visitor.signInAs(each)
  const own = await trust(owner)
  assert.equal(own.match(/باید از نو سپرده شود/g)?.length, 2)
  assert.ok(!own.includes('پذیرفت؛'))
  assert.ok(own.includes(`data-anew="${friend.id}"`))
  assert.match((await owner.visitor.get('/mailbox')).body, /نیمه‌ای از کلید باید از نو سپرده شود/)
  assert.match((await owner.visitor.get('/en/mailbox/trust')).body, /Has to be given anew/)
  const kept = await trust(friend)
  assert.equal(kept.match(/دیگر باز نمی‌شود/g)?.length, 2)
  assert.ok(!kept.includes('واژه‌ها را نشان بده'))
  assert.equal(await ask(half), 'mailbox-share/given-anew')
  assert.match(
    (await owner.visitor.get('/mailbox/recovery')).body,
    /نیمه‌ای که نزدش بود دیگر باز نمی‌شود/
  )
  assert.equal(await friend.shareOf(half), null)
  clock.advance('PT9000H')
  await remindToTryShares(context)
  assert.ok(!(await toldOf(friend, 1)).some((subject) => subject.startsWith('Try the half')))
})

test('a new half takes the place of the lost one, and of no other', async () => {
  await owner.visitor.signInAs('maryam-rezaei')
  await friend.visitor.signInAs('sina-moradi')
  const elsewhere = await give(other, 'contact')
  const anew = await give(friend, 'contact')
  const left = (await sharesOf(db, owner.id)).map(({ slot }) => slot)
  assert.deepEqual(new Set(left), new Set([unanswered, elsewhere, anew]))
  assert.equal((await friend.prove(anew)).status, 204)
  assert.match(await trust(owner), /پذیرفت؛/)
  assert.equal(await ask(anew), 204)
  const facts = await factsBetween(db, { kinds: ['keyslot.removed'] })
  const removed = facts.filter(({ subject }) => subject === owner.id)
  assert.deepEqual(
    removed.map(({ body }) => [body['slot'], body['reason']]),
    [[half, 'replaced']]
  )
})

test('a half that opens after all is not lost: it was sealed to the new key already', async () => {
  await inTransaction(db, (tx) => setSharesLost(tx, other.person, clock.now()))
  await other.visitor.signInAs('neda-yousefi')
  const of = async () =>
    (await sharesOf(db, owner.id)).find(({ reader }) => reader === other.person)
  const share = await of()
  assert.ok(share !== undefined && share.lostAt !== null)
  assert.equal((await other.prove(share.slot)).status, 204)
  assert.equal((await of())?.lostAt, null)
})
