// Goal: the letters of somebody who has died open to whom they named, after a recorded death, an officer's look
// at the certificate, and 72 hours; they are read, and nothing is written. Who named nobody stays closed.
// Method: persons with real keys, the real routes on PostgreSQL, a letter in the mailbox.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openSharedSlot } from '../../../kernel/mailbox/index.ts'
import { openAgeFile, signOpening } from '../../../kernel/seal/index.ts'
import { actorOfPerson, createApiKey, demonstrationPeople } from '../../../people/index.ts'
import { openTestMailbox, sealTestLetter, streamed } from '../../../../tests/support/letters.ts'
import { MailboxPerson } from '../../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../../tests/support/people-server.ts'
import { currentEntry } from '../../directory/index.ts'
import { acceptLetter, exchangeJobs, exchangeRoutes } from '../../exchange/index.ts'
import { endRecipient } from '../../exchange/end-recipient.ts'
import { mailboxRoutes } from '../../mailboxes/index.ts'
import { kinRoutes } from './routes.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-heirs-'))
after(() => rm(folder, { recursive: true, force: true }))
const { app, context, clock } = await peopleServer({ environment: { PEYMAN_DATA: folder } })
mailboxRoutes(app, context)
await exchangeRoutes(app, context)
kinRoutes(app, context)
const { db } = context
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''
const signIn = (key: string) => MailboxPerson.signIn(app, clock, key)
const codeOf = async (sent: Promise<{ status: number; body: { code?: string } }>) =>
  (await sent).body.code ?? (await sent).status

const dead = await signIn('maryam-rezaei')
const heir = await signIn('sina-moradi')
const friend = await signIn('neda-yousefi')
for (const each of [dead, heir, friend]) await each.open()
const officer = await signIn('mohsen-alavi')
const elsewhere = await signIn('leila-arab')
const recorder = await signIn('simin-akbari')
const slotsUrl = `/mailboxes/${dead.id}/keyslots`

const unit = await openTestMailbox(context, { authority: 'sko', unit: 'inspection-legal' })
const home = { id: dead.id, keys: await dead.keys, owner: { person: dead.person } }
const { input, file, token } = await sealTestLetter(context, {
  from: unit,
  to: home,
  body: 'نامه مادر'
})
const staff = await actorOfPerson(db, idOf('mohsen-alavi'), clock.now())
assert.ok(staff)
const sender = {
  ...staff,
  grants: staff.grants.map((g) => ({ ...g, unit: null, role: 'approver' as const }))
}
await acceptLetter(context, sender, { letter: input, content: streamed(file) })
for (const job of exchangeJobs.schedule ?? []) await job.run(context)

const kin = await dead.halfFor(heir, 'kin')
const ways = `/mailbox-shares/${kin.slot.id}`
const contactHalf = await dead.halfFor(friend, 'contact')
for (const { slot, shares, note } of [kin, contactHalf]) {
  assert.equal(await codeOf(dead.send('POST', slotsUrl, { slot, shares, note })), 204)
}
assert.equal((await friend.prove(contactHalf.slot.id)).status, 204)

test('in life nothing opens to whoever was named', async () => {
  const ask = () => codeOf(heir.send('POST', `${ways}/inheritance`, {}))
  assert.equal(await ask(), 'mailbox-share/nobody')
  assert.equal((await heir.prove(kin.slot.id)).status, 204)
  assert.equal(await ask(), 'inheritance/not-recorded')
  assert.equal(await codeOf(heir.send('POST', `${ways}/release`, {})), 'mailbox-share/not-found')
  // By the way of an heir nobody recovers in life, nor by that of a contact after death.
  assert.equal(await codeOf(dead.send('POST', `${ways}/recovery`, {})), 'mailbox-share/nobody')
  assert.equal(
    await codeOf(friend.send('POST', `/mailbox-shares/${contactHalf.slot.id}/inheritance`, {})),
    'mailbox-share/not-found'
  )
  assert.equal(await codeOf(heir.send('GET', `/letters/${input.id}`)), 'letter/not-found')
  assert.match(
    (await heir.visitor.get(`/mailbox/inheritance/${kin.slot.id}`)).body,
    /ثبت نکرده است/
  )
  assert.equal((await friend.visitor.get(`/mailbox/inheritance/${kin.slot.id}`)).statusCode, 404)
})

test('after a recorded death the heir asks, and all who were named are told', async () => {
  const by = await actorOfPerson(db, idOf('simin-akbari'), clock.now())
  assert.ok(by)
  await endRecipient(context, by, {
    person: dead.person,
    kind: 'deceased',
    authority: 'sko',
    paper: 'گواهی فوت'
  })
  // The heir made another key for their own mailbox: what does not open is not waited for.
  const slot = kin.slot.id
  await sql`update mailbox_shares set lost_at = made_at where slot = ${slot}`.execute(db)
  const page = await heir.visitor.get(`/mailbox/inheritance/${slot}`)
  assert.match(page.body, /نیمه شما باز نمی‌شود/)
  const early = heir.send('POST', `${ways}/inheritance`, {})
  assert.equal(await codeOf(early), 'mailbox-share/given-anew')
  assert.equal((await heir.prove(slot)).status, 204)
  assert.equal((await heir.visitor.post(`/mailbox/inheritance/${slot}`)).statusCode, 303)
  assert.equal(
    await codeOf(heir.send('POST', `${ways}/inheritance`, {})),
    'mailbox-share/asked-before'
  )
  assert.equal(await codeOf(heir.send('POST', `${ways}/release`, {})), 'mailbox-share/waits')
  const told = await sql<{ person: string }>`
    select person from person_messages where subject->>'en' like 'The letters of somebody%'`.execute(
    db
  )
  assert.deepEqual(
    new Set(told.rows.map(({ person }) => person)),
    new Set([dead.person, heir.person, friend.person])
  )
  // A death that was recorded wrongly: whoever lives stops it.
  assert.equal((await dead.visitor.post('/mailbox/recovery/stop')).statusCode, 303)
  assert.equal((await heir.send('POST', `${ways}/inheritance`, {})).status, 204)
})

test('whoever recorded the death looks at no certificate of it: letters open by two people', async () => {
  const page = await recorder.visitor.get('/desk/inheritances')
  assert.match(page.body, /درگذشت را خود شما ثبت کرده‌اید/)
  assert.ok(!page.body.includes('name="words"'))
  const found = await sql<{ id: string }>`
    select id from mailbox_recoveries where ended_at is null`.execute(db)
  const url = `/inheritances/${found.rows[0]?.id ?? ''}/check`
  for (const outcome of ['accepted', 'refused']) {
    const answer = await recorder.send('POST', url, { outcome, words: 'شعبه ۲، ۱۴۰۵/۷۸' })
    assert.deepEqual([answer.status, answer.body.code], [403, 'inheritance/second-person'])
  }
  assert.equal((await heir.send('POST', `${ways}/release`, {})).status, 409, 'nothing was noted')
  // A program is nobody: who made its key is the one who recorded it.
  const program = { ...{ authority: 'sko', unit: null, role: 'clerk' }, label: 'x' } as const
  const { key } = await createApiKey(context, { ...program, live: true, by: officer.person })
  await sql`update letter_recipient_ends set recorded_by = ${key.id}`.execute(db)
  const own = await officer.send('POST', url, { outcome: 'accepted', words: 'شعبه ۲' })
  assert.equal(own.body.code, 'inheritance/second-person')
  await sql`update letter_recipient_ends set recorded_by = ${recorder.person}`.execute(db)
})

test('an officer of that body says which certificate it is, and nobody else', async () => {
  const found = await sql<{ id: string }>`
    select id from mailbox_recoveries where ended_at is null`.execute(db)
  const id = found.rows[0]?.id ?? ''
  const url = `/inheritances/${id}/check`
  const right = { outcome: 'accepted', words: 'شعبه ۲ شورای حل اختلاف بیرجند، ۱۴۰۵/۷۸' }
  assert.equal(await codeOf(elsewhere.send('POST', url, right)), 'inheritance/not-found')
  assert.equal(await codeOf(heir.send('POST', url, right)), 'inheritance/not-found')
  assert.equal((await heir.visitor.get('/desk/inheritances')).statusCode, 403)
  const page = await officer.visitor.get('/desk/inheritances')
  assert.match(page.body, /مریم رضایی/)
  assert.equal((await officer.visitor.get('/en/desk/inheritances')).statusCode, 200)
  const empty = await officer.visitor.post(`/desk/inheritances/${id}`, {
    words: ' ',
    outcome: 'accepted'
  })
  assert.equal(empty.statusCode, 422)
  for (const unsaid of [{ words: right.words }, { ...right, outcome: 'yes' }]) {
    const answer = await officer.visitor.post(`/desk/inheritances/${id}`, unsaid)
    assert.equal(answer.statusCode, 422, 'nothing is accepted by a form that does not say so')
  }
  const done = await officer.visitor.post(`/desk/inheritances/${id}`, right)
  assert.equal(done.statusCode, 303)
  assert.equal(await codeOf(officer.send('POST', url, right)), 'inheritance/not-found')
  assert.equal(await codeOf(heir.send('POST', `${ways}/release`, {})), 'mailbox-share/waits')
})

test('after 72 hours the heir reads by both halves, and writes nothing; the key is closed', async () => {
  clock.advance('PT72H')
  await heir.visitor.signInAs('sina-moradi')
  const opening = await heir.visitor.post(`/mailbox/inheritance/${kin.slot.id}/opening`)
  assert.equal(opening.headers['location'], `/letters?mailbox=${dead.id}`)
  const released = await heir.send('POST', `${ways}/release`, {})
  const { wrapped, share } = released.body as unknown as { wrapped: string; share: string }
  const kept = await heir.shareOf(kin.slot.id)
  assert.ok(kept)
  const ofDesk = new Uint8Array(Buffer.from(share, 'base64'))
  const seed = await openSharedSlot(wrapped, { mailbox: dead.id, ofContact: kept.share, ofDesk })
  assert.deepEqual(seed, { ok: true, value: dead.seed })
  const list = await heir.send('GET', '/mailboxes')
  const all = list.body['mailboxes'] as { id: string; via: string }[]
  assert.deepEqual(
    all.map(({ id, via }) => [id, via]),
    [
      [heir.id, 'own'],
      [dead.id, 'heir']
    ]
  )
  const letters = await heir.send('GET', `/letters?mailbox=${dead.id}`)
  assert.equal((letters.body['letters'] as object[]).length, 1)
  const cookie = [...heir.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const content = await app.inject({
    url: `/api/v1/letters/${input.id}/content`,
    headers: { cookie, accept: 'application/octet-stream' }
  })
  assert.equal(content.statusCode, 200)
  const { identity } = await dead.keys
  const opened = await openAgeFile(new Uint8Array(content.rawPayload), identity)
  assert.ok(opened.ok && Buffer.from(opened.value).includes('نامه مادر'))
  // Nothing is written in the name of the dead, and nobody else reads.
  const way = await dead.paperSlot()
  const note = await dead.noteOf('x')
  assert.equal((await heir.send('POST', slotsUrl, { slot: way, note })).status, 404)
  assert.equal((await heir.send('GET', `/mailboxes/${dead.id}/rotation`)).status, 404)
  const from = {
    ...input,
    id: crypto.randomUUID(),
    sender: dead.id,
    recipient: { mailbox: unit.id }
  }
  const body = { ...from, content: Buffer.from(file).toString('base64'), sizeBytes: undefined }
  assert.notEqual((await heir.send('POST', '/letters', body)).status, 201)
  // Nor is anything proven, acknowledged or answered by the key of the dead, which the heir has.
  const { signers } = await dead.keys
  const paths = { opened: 'opening', acknowledged: 'acknowledgement', replied: 'reply' } as const
  for (const [state, path] of Object.entries(paths)) {
    const signed = { letter: input.id, state: state as keyof typeof paths, token, signers }
    const proof = { token: Buffer.from(token).toString('base64'), note: signOpening(signed) }
    assert.equal(
      await codeOf(heir.send('POST', `/letters/${input.id}/${path}`, proof)),
      'letter/proof'
    )
  }
  const seen = await heir.send('GET', `/letters/${input.id}`)
  assert.match(
    String((seen.body['letter'] as { state?: string } | undefined)?.state ?? seen.body['state']),
    /^(published|fetched)$/
  )
  assert.equal((await currentEntry(db, `mailbox:${dead.id}`))?.recipient, null)
  await friend.visitor.signInAs('neda-yousefi')
  assert.equal(await codeOf(friend.send('GET', `/letters/${input.id}`)), 'letter/not-found')
  assert.equal(await codeOf(friend.send('GET', `/mailboxes/${dead.id}`)), 'mailbox/not-found')
  const facts = await sql<{ kind: string }>`
    select distinct kind from facts where subject = ${dead.id} order by kind`.execute(db)
  const kinds = facts.rows.map(({ kind }) => kind)
  for (const kind of [
    'mailbox.closed',
    'mailbox.inheritance-checked',
    'mailbox.recovery-released'
  ]) {
    assert.ok(kinds.includes(kind), kind)
  }
})
