// Goal: a death is recorded by its certificate after a second look, tells its person, lets heirs ask, and is
// taken back by the body that was wrong; nothing else declares anybody dead. Method: the pages over HTTP, with
// persons who have mailboxes.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parsedSlot } from '../../../kernel/mailbox/index.ts'
import { unwrapForMailbox, wrapForMailbox } from '../../../kernel/seal/index.ts'
import { factsBetween } from '../../../ledger/index.ts'
import { contact } from '../../../people/index.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { exchangeRoutes, recipientEndOf } from '../../exchange/index.ts'
import { currentEntry } from '../../directory/index.ts'
import { mailboxById, mailboxJobs, mailboxRoutes, recovery } from '../../mailboxes/index.ts'
import { claimRoutes } from '../routes.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-death-'))
after(() => rm(folder, { recursive: true, force: true }))
const { app, context, clock } = await peopleServer({ environment: { PEYMAN_DATA: folder } })
mailboxRoutes(app, context)
await exchangeRoutes(app, context)
claimRoutes(app, context)
const signIn = (key: string) => MailboxPerson.signIn(app, clock, key)
const maryam = await signIn('maryam-rezaei')
const heir = await signIn('sina-moradi')
for (const each of [maryam, heir]) await each.open()
const clerk = await signIn('fatemeh-nakhaei')
const elsewhere = await signIn('roya-salehi')
const path = '/desk/registry/death'
const right = {
  ...{ authority: 'sko', name: 'مریم رضایی', nationalId: '9900000013' },
  ...{ number: '۱۲۳/۴۵۶', day: '۱۴۰۵/۰۸/۱۲' }
}
const kin = await maryam.halfFor(heir, 'kin')
const slots = `/mailboxes/${maryam.id}/keyslots`
const given = { slot: kin.slot, shares: kin.shares, note: kin.note }
assert.equal((await maryam.send('POST', slots, given)).status, 204)
assert.equal((await heir.prove(kin.slot.id)).status, 204)
const asks = () => heir.send('POST', `/mailbox-shares/${kin.slot.id}/inheritance`, {})
const lastTold = async () => (await contact.messagesOf(context.db, maryam.person, 1))[0]?.subject.en

test('what is not right comes back at its field, and nobody is declared dead', async () => {
  const wrong: [Record<string, string>, string][] = [
    [{ name: '' }, 'name'],
    [{ name: 'مریم رضایی‌نژاد' }, 'name'],
    [{ nationalId: '9900000021' }, 'name'],
    [{ nationalId: '9900000014' }, 'nationalId'],
    [{ nationalId: '' }, 'nationalId'],
    [{ number: 'بی شماره' }, 'number'],
    [{ number: '1'.repeat(41) }, 'number'],
    [{ number: '12\u202E34' }, 'number'],
    [{ day: '' }, 'day'],
    [{ day: '1405/13/40' }, 'day'],
    [{ day: '1499/01/01' }, 'day'],
    [{ day: '1290/01/01' }, 'day']
  ]
  for (const [fields, at] of wrong) {
    for (const confirmed of ['', 'yes']) {
      const answer = await clerk.visitor.post(path, { ...right, ...fields, confirmed })
      assert.equal(answer.statusCode, 422, JSON.stringify(fields))
      assert.match(answer.body, new RegExp(`href="#field-${at}"`), JSON.stringify(fields))
    }
  }
  assert.equal((await elsewhere.visitor.post(path, right)).statusCode, 403)
  assert.equal((await heir.visitor.get(path)).statusCode, 403)
  assert.equal(await recipientEndOf(context.db, maryam.person), null)
})

test('it counts after a second look alone, and is told to whoever lives', async () => {
  const looked = await clerk.visitor.post(path, right)
  assert.equal(looked.statusCode, 200)
  for (const shown of ['مریم رضایی', '۱۲۳/۴۵۶', '۱۲ آبان ۱۴۰۵', 'فاطمه نخعی', 'گواهی حصر وراثت'])
    assert.ok(looked.body.includes(shown), shown)
  assert.equal(await recipientEndOf(context.db, maryam.person), null)
  assert.equal((await asks()).body.code, 'inheritance/not-recorded')
  const back = await clerk.visitor.post(path, { ...right, confirmed: 'no' })
  assert.match(back.body, /value="۱۲۳\/۴۵۶"/)
  // What is told in one moment has no order.
  clock.advance('PT1M')
  assert.equal((await clerk.visitor.post(path, { ...right, confirmed: 'yes' })).statusCode, 303)
  assert.equal((await recipientEndOf(context.db, maryam.person))?.kind, 'deceased')
  assert.equal(await lastTold(), 'Your death was recorded')
  assert.equal((await asks()).status, 204)
  const again = await clerk.visitor.post(`/en${path}`, { ...right, confirmed: 'yes' })
  assert.equal(again.statusCode, 200, 'nothing is recorded twice')
  assert.match(again.body, /This death was recorded before/)
})

/** An officer who did not record the death looks at the certificate, and the heir opens the letters. */
async function openToHeir() {
  const officer = await signIn('mohsen-alavi')
  const [asked] = await recovery.openRecoveries(context.db, maryam.id)
  const words = 'شعبه ۲، ۱۴۰۵/۷۸'
  const checked = `/inheritances/${asked?.id ?? ''}/check`
  assert.equal((await officer.send('POST', checked, { outcome: 'accepted', words })).status, 204)
  clock.advance('PT72H')
  await heir.visitor.signInAs('sina-moradi')
  const release = `/mailbox-shares/${kin.slot.id}/release`
  assert.equal((await heir.send('POST', release, {})).status, 200)
  await clerk.visitor.signInAs('fatemeh-nakhaei')
  await elsewhere.visitor.signInAs('roya-salehi')
}

test('the body that was wrong takes it back: who could read is said before and after', async () => {
  const reversal = { person: maryam.person, authority: 'sko', reason: 'نام یکسان' }
  const to = `${path}/reversal`
  const asked = `${to}?person=${maryam.person}&authority=sko`
  const early = (await clerk.visitor.get(asked)).body
  assert.match(early, /هیچ نامه‌ای برای وارثی باز نشده است/)
  await openToHeir()
  assert.equal((await heir.visitor.post(to, reversal)).statusCode, 403)
  assert.equal((await elsewhere.visitor.post(to, reversal)).statusCode, 403)
  const other = { ...reversal, authority: 'ito' }
  assert.equal((await elsewhere.visitor.post(to, other)).statusCode, 404, 'ito recorded nothing')
  const url = `/letter-recipients/${maryam.person}/end-reversal`
  assert.equal((await heir.send('POST', url, { authority: 'sko', reason: 'x' })).status, 403)
  const shown = (await clerk.visitor.get(asked)).body
  assert.match(shown, /گواهی فوت شماره ۱۲۳\/۴۵۶/)
  assert.match(shown, /سینا مرادی از .* می‌تواند همه نامه‌های او را بخواند/)
  assert.match((await clerk.visitor.get(`/en${asked}`)).body, /What is not undone/)
  assert.equal((await clerk.visitor.post(to, { ...reversal, reason: ' ' })).statusCode, 422)
  clock.advance('PT1M')
  const done = await clerk.visitor.post(to, reversal)
  assert.equal(done.statusCode, 303, done.body)
  const flash = (await clerk.visitor.get(path)).body
  assert.match(flash, /برای سینا مرادی باز شده بود/)
  assert.equal(await recipientEndOf(context.db, maryam.person), null)
  assert.deepEqual(await recovery.openRecoveries(context.db, maryam.id), [])
  const now = await mailboxById(context.db, maryam.id)
  assert.deepEqual([now?.closedAt, now?.rotationDue === null], [null, false])
  assert.equal((await clerk.visitor.post(to, reversal)).statusCode, 404)
  const kinds = ['recipient.ended', 'recipient.end-reversed', 'mailbox.reopened'] as const
  const facts = await factsBetween(context.db, { kinds })
  const own = facts.filter(({ subject }) => [maryam.person, maryam.id].includes(subject))
  assert.deepEqual(own.map(({ kind }) => kind).toSorted(), kinds.toSorted())
  const told = await contact.messagesOf(context.db, maryam.person, 3)
  const back = told.find(({ subject }) => subject.en === 'Your mailbox is yours again')
  assert.match(back?.text.fa ?? '', /سینا مرادی تا امروز می‌توانست/)
  const [heard] = await contact.messagesOf(context.db, heir.person, 1)
  assert.match(heard?.text.en ?? '', /What was read or copied before cannot be taken back/)
})

test('another key takes the letters of before along, and the heir opens nothing by it', async () => {
  await maryam.visitor.signInAs('maryam-rezaei')
  const page = (await maryam.visitor.get('/mailbox')).body
  assert.match(page, /نامه‌های شما برای وارث باز شده بود/)
  assert.ok(!page.includes('data-rotate'), 'a key that is closed is not changed at once')
  assert.match((await maryam.visitor.get('/mailbox/lost')).body, /data-step="anew"/)
  assert.match((await maryam.visitor.get('/mailbox/lost?noWay=yes')).body, /data-step="lost"/)
  const before = new Uint8Array(maryam.seed)
  const wrong = await maryam.renew((recipient) => wrapped(heir.id, recipient, before))
  assert.equal(wrong.body.code, 'mailbox/keyslot-form')
  assert.equal((await maryam.renew((to) => wrapped(maryam.id, to, before))).status, 204)
  assert.ok(!(await maryam.visitor.get('/mailbox')).body.includes('برای وارث باز شده بود'))
  clock.advance('PT80H')
  for (const job of mailboxJobs.schedule ?? []) await job.run(context)
  await maryam.visitor.signInAs('maryam-rezaei')
  const keyring = await maryam.send('GET', `/mailboxes/${maryam.id}/keyslots`)
  const [past] = keyring.body['past'] as { slot: string }[]
  const opened = await unwrapForMailbox(parsedSlot(past?.slot ?? ''), (await maryam.keys).identity)
  assert.deepEqual(opened, { ok: true, value: before })
  await heir.visitor.signInAs('sina-moradi')
  assert.equal(await heir.shareOf(kin.slot.id), null, 'the half of the heir ended with the key')
  assert.equal((await currentEntry(context.db, `mailbox:${maryam.id}`))?.reason, 'recovered')
})

async function wrapped(mailbox: string, recipient: string, seed: Uint8Array): Promise<string> {
  const made = await wrapForMailbox({ mailbox, recipient, seed })
  assert.ok(made.ok)
  return JSON.stringify(made.value)
}
