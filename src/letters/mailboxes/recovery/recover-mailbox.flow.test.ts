// Goal: a mailbox whose every way is lost opens by two shares, after 72 hours in which it can be stopped; and
// by less than that it never does. Method: persons with real keys speak to the real routes on PostgreSQL.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import {
  addedSlotLine,
  openSharedSlot,
  shareSigner,
  signAct
} from '../../../kernel/mailbox/index.ts'
import { inTransaction, withScope } from '../../../platform/index.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { mailboxById } from '../mailbox-store.ts'
import { settleRenewals } from '../renew-mailbox.ts'
import { mailboxRoutes } from '../routes.ts'
import { remindToTryShares } from './prove-share.ts'
import { endOldRecoveries } from './recover-mailbox.ts'
import { openDeskShare } from './desk-share.ts'
import { heldShareOf, sharesOf } from './share-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-shares-'))
after(() => rm(folder, { recursive: true, force: true }))
const { app, context, clock } = await peopleServer({ environment: { PEYMAN_DATA: folder } })
mailboxRoutes(app, context)
const { db } = context
const signIn = (key: string) => MailboxPerson.signIn(app, clock, key)

const owner = await signIn('maryam-rezaei')
const friend = await signIn('sina-moradi')
const stranger = await signIn('neda-yousefi')
for (const each of [owner, friend, stranger]) await each.open()

const half = await owner.halfFor(friend, 'contact')
const slotsUrl = `/mailboxes/${owner.id}/keyslots`
const ways = `/mailbox-shares/${half.slot.id}`
const codeOf = async (sent: Promise<{ status: number; body: { code?: string } }>) =>
  (await sent).body.code ?? (await sent).status

/** Signs in again: what brings a mailbox back asks for a proof of just now. */
async function freshly(one: MailboxPerson, key: string): Promise<void> {
  await one.visitor.signInAs(key)
}

test('a half is kept only whole, by the owner, for somebody with a ready mailbox', async () => {
  const { slot, shares, note } = half
  const send = (body: object, by = owner) => codeOf(by.send('POST', slotsUrl, body))
  assert.equal(await send({ slot, note }), 'mailbox/keyslot-form')
  const short = { ...shares, held: 'AAAA' }
  assert.equal(await send({ slot, note, shares: short }), 'input/invalid')
  const ofOther = { ...shares, sealed: shares.sealed.replace(owner.id, friend.id) }
  assert.equal(await send({ slot, note, shares: ofOther }), 'mailbox/keyslot-form')
  const noKey = { ...shares, proof: 'none' }
  assert.equal(await send({ slot, note, shares: noKey }), 'mailbox/keyslot-form')
  const self = { ...slot, reader: owner.id }
  const selfNote = await owner.noteOf(addedSlotLine(self))
  assert.equal(await send({ slot: self, note: selfNote, shares }), 'mailbox/reader')
  const paper = await owner.paperSlot()
  const paperNote = await owner.noteOf(addedSlotLine(paper))
  assert.equal(await send({ slot: paper, note: paperNote, shares }), 'mailbox/keyslot-form')
  assert.equal(await send({ slot, note, shares }, stranger), 'mailbox/not-found')
  assert.equal(await send({ slot, note, shares }), 204)
})

test('the desk’s half is in its row encrypted, its key in a file of the desk alone', async () => {
  const place = { mailbox: owner.id, slot: half.slot.id }
  const held = (await inTransaction(db, (tx) => heldShareOf(tx, place))) ?? ''
  assert.notEqual(held, '')
  assert.deepEqual(await openDeskShare(context, place, held), half.ofDesk)
  assert.equal(await openDeskShare(context, { ...place, mailbox: friend.id }, held), null)
  const text = half.shares.held
  const rows = await sql<{ all: string }>`
    select coalesce(string_agg(to_jsonb(s)::text, ' '), '') as all from mailbox_shares s`.execute(
    db
  )
  const facts = await sql<{ all: string }>`
    select coalesce(string_agg(body::text, ' '), '') as all from facts`.execute(db)
  assert.ok(!`${rows.rows[0]?.all ?? ''} ${facts.rows[0]?.all ?? ''}`.includes(text))
  const file = join(folder, 'share-key')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.ok(!(await readFile(file, 'utf8')).includes(text))
})

test('nobody has accepted: nothing can be asked; whoever was named accepts by opening', async () => {
  assert.equal(await codeOf(owner.send('POST', `${ways}/recovery`, {})), 'mailbox-share/nobody')
  const page = await owner.visitor.get('/mailbox/trust')
  assert.match(page.body, /در انتظار پذیرفتن او/)
  assert.ok(!page.body.includes('سینا مرادی'), 'who has not accepted is not named')
  const act = { act: 'share-proved', mailbox: owner.id, what: half.slot.id, at: owner.now } as const
  const forged = { note: signAct(act, [shareSigner(half.slot.id, half.ofDesk)]) }
  assert.equal(
    await codeOf(friend.send('POST', `${ways}/proof`, forged)),
    'mailbox-share/not-opened'
  )
  const old = { ...act, at: '2026-11-20T06:00:00Z' }
  const late = { note: signAct(old, [shareSigner(half.slot.id, half.ofContact)]) }
  assert.equal(await codeOf(friend.send('POST', `${ways}/proof`, late)), 'mailbox-share/not-opened')
  const right = { note: signAct(act, [shareSigner(half.slot.id, half.ofContact)]) }
  assert.equal(
    await codeOf(stranger.send('POST', `${ways}/proof`, right)),
    'mailbox-share/not-found'
  )
  assert.equal((await friend.prove(half.slot.id)).status, 204)
  assert.match((await owner.visitor.get('/mailbox/trust')).body, /سینا مرادی/)
  assert.equal((await owner.visitor.get('/en/mailbox/trust')).statusCode, 200)
  // It reads nothing: neither the mailbox nor the way.
  assert.equal(await codeOf(friend.send('GET', slotsUrl)), 'mailbox/not-found')
  assert.equal(await codeOf(friend.send('GET', `/mailboxes/${owner.id}`)), 'mailbox/not-found')
})

test('72 hours are waited for, in which the owner stops it from any device', async () => {
  await freshly(owner, 'maryam-rezaei')
  assert.equal(await codeOf(friend.send('POST', `${ways}/recovery`, {})), 'mailbox-share/nobody')
  const asked = await owner.visitor.post('/mailbox/recovery', { slot: half.slot.id })
  assert.equal(asked.statusCode, 303)
  assert.equal(
    await codeOf(owner.send('POST', `${ways}/recovery`, {})),
    'mailbox-share/asked-before'
  )
  assert.equal(
    await codeOf(owner.send('POST', '/mailbox-recovery/release', {})),
    'mailbox-share/waits'
  )
  assert.match((await owner.visitor.get('/mailbox')).body, /نیمه ما از کلید این صندوق را خواسته/)
  assert.match((await friend.visitor.get('/mailbox/trust')).body, /واژه‌ها را نشان بده/)
  assert.equal((await owner.visitor.post('/mailbox/recovery/stop')).statusCode, 303)
  assert.equal(
    await codeOf(owner.send('POST', '/mailbox-recovery/stop', {})),
    'mailbox-share/not-found'
  )
  clock.advance('PT73H')
  await freshly(owner, 'maryam-rezaei')
  await freshly(friend, 'sina-moradi')
  assert.equal(
    await codeOf(owner.send('POST', '/mailbox-recovery/release', {})),
    'mailbox-share/not-found'
  )
  const told = await sql<{ kind: string; n: number }>`
    select kind, count(*)::int as n from facts
    where kind like 'mailbox.recovery%' group by kind order by kind`.execute(db)
  assert.deepEqual(told.rows, [
    { kind: 'mailbox.recovery-asked', n: 1 },
    { kind: 'mailbox.recovery-stopped', n: 1 }
  ])
})

test('both shares open the mailbox, ways are added, and the shares end', async () => {
  assert.equal((await owner.send('POST', `${ways}/recovery`, {})).status, 204)
  clock.advance('PT72H')
  await freshly(owner, 'maryam-rezaei')
  await freshly(friend, 'sina-moradi')
  const released = await owner.send('POST', '/mailbox-recovery/release', {})
  assert.equal(released.status, 200)
  const { wrapped, share } = released.body as unknown as { wrapped: string; share: string }
  const ofDesk = new Uint8Array(Buffer.from(share, 'base64'))
  const kept = await friend.shareOf(half.slot.id)
  assert.ok(kept)
  const of = { mailbox: owner.id, ofContact: kept.share, ofDesk }
  assert.deepEqual(await openSharedSlot(wrapped, of), { ok: true, value: owner.seed })
  // The browser was closed: it is handed out again, and is one fact.
  assert.equal((await owner.send('POST', '/mailbox-recovery/release', {})).status, 200)
  const slot = await owner.paperSlot()
  const note = await owner.noteOf(addedSlotLine(slot))
  assert.equal((await owner.send('POST', slotsUrl, { slot, note })).status, 204)
  assert.equal((await owner.send('POST', '/mailbox-recovery/end', {})).status, 204)
  assert.deepEqual(await sharesOf(db, owner.id), [])
  assert.equal(await friend.shareOf(half.slot.id), null)
  assert.notEqual((await mailboxById(db, owner.id))?.rotationDue ?? null, null)
  const facts = await sql<{ n: number }>`
    select count(*)::int as n from facts where kind = 'mailbox.recovery-released'`.execute(db)
  assert.equal(facts.rows[0]?.n, 1)
})

test('a share is given back, taken away, asked for once a year, and not kept open for ever', async () => {
  const again = await owner.halfFor(friend, 'contact')
  const { slot, shares, note } = again
  assert.equal((await owner.send('POST', slotsUrl, { slot, shares, note })).status, 204)
  assert.equal((await friend.prove(slot.id)).status, 204)
  assert.equal((await owner.send('POST', `/mailbox-shares/${slot.id}/recovery`, {})).status, 204)
  clock.advance('PT2200H')
  await endOldRecoveries(context)
  const ends = await sql<{ as: string }>`
    select ended_as as as from mailbox_recoveries order by asked_at`.execute(db)
  assert.deepEqual(
    ends.rows.map((each) => each.as),
    ['stopped', 'done', 'over']
  )
  clock.advance('PT8000H')
  await remindToTryShares(context)
  await remindToTryShares(context)
  const reminders = await withScope('system', () =>
    sql<{ n: number }>`
      select count(*)::int as n from person_messages
      where person = ${friend.person} and subject->>'en' like 'Try the half%'`.execute(db)
  )
  assert.equal(reminders.rows[0]?.n, 1)
  await freshly(friend, 'sina-moradi')
  const resigned = await friend.visitor.post(`/mailbox/trust/${slot.id}/resignation`)
  assert.equal(resigned.statusCode, 303)
  assert.deepEqual(await sharesOf(db, owner.id), [])
  const gone = `/mailbox-shares/${slot.id}/removal`
  assert.equal(await codeOf(friend.send('POST', gone, {})), 'mailbox-share/not-found')
  await freshly(owner, 'maryam-rezaei')
  const last = await owner.halfFor(stranger, 'contact')
  const { ofContact: _1, ofDesk: _2, ...body } = last
  assert.equal((await owner.send('POST', slotsUrl, body)).status, 204)
  const removal = await owner.visitor.post(`/mailbox/way/${last.slot.id}/removal`)
  assert.equal(removal.statusCode, 303)
  assert.deepEqual(await sharesOf(db, owner.id), [])
})

test('halves of a key that was lost for good end with it: nobody waits for what opens nothing', async () => {
  await freshly(owner, 'maryam-rezaei')
  const { slot, shares, note } = await owner.halfFor(stranger, 'contact')
  assert.equal((await owner.send('POST', slotsUrl, { slot, shares, note })).status, 204)
  await freshly(stranger, 'neda-yousefi')
  assert.equal((await stranger.prove(slot.id)).status, 204)
  const asking = `/mailbox-shares/${slot.id}/recovery`
  assert.equal((await owner.send('POST', asking, {})).status, 204)
  assert.equal((await owner.renew()).status, 204)
  clock.advance('PT80H')
  await settleRenewals(context)
  await freshly(owner, 'maryam-rezaei')
  assert.deepEqual(await sharesOf(db, owner.id), [])
  assert.equal(await codeOf(owner.send('POST', asking, {})), 'mailbox-share/nobody')
  assert.match((await owner.visitor.get('/mailbox/trust')).body, /هنوز کسی را نام نبرده‌اید/)
  const release = owner.send('POST', '/mailbox-recovery/release', {})
  assert.equal(await codeOf(release), 'mailbox-share/not-found')
})
