// Goal: a letter to somebody without a mailbox waits sealed to its sender, and comes to them once they have
// one; a letter for approval goes when a second person lets it go, and not by its own writer. Method: both
// ways from end to end by the use cases, with a reader who opens what arrives.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type TestMailbox,
  openTestMailbox,
  sealTestLetter,
  streamed
} from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { openLetter } from '../../kernel/seal/index.ts'
import { contact } from '../../people/index.ts'
import { acceptLetter } from './accept-letter.ts'
import { approveLetter, refuseApproval } from './decide-approval.ts'
import { drainOutbox } from '../../channels/index.ts'
import { exchangeJobs } from './jobs.ts'
import { endRecipient } from './end-recipient.ts'
import { expireLetters } from './expire-letters.ts'
import { letterEvidence } from './letter-evidence.ts'
import type { LetterInput } from './letter.ts'
import { letterById } from './letter-store.ts'
import { listApprovals, listWaiting } from './list-waiting.ts'
import { publishLane } from './publish-letters.ts'
import { readContent } from './read-content.ts'
import { type Resealing, resealLetter } from './reseal-letter.ts'
import { withdrawLetter } from './withdraw-letter.ts'

const desk = await testDesk()
const { context, clock } = desk
const officer = await desk.as('reza-farzaneh')
const approver = await desk.as('mohsen-alavi')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })

async function handIn(
  to: TestMailbox | null,
  person: string,
  more: Partial<LetterInput> = {}
): Promise<string> {
  const { input, file } = await sealTestLetter(context, { from: unit, to, person, more })
  await acceptLetter(context, officer, { letter: input, content: streamed(file) })
  return input.id
}

async function resealed(id: string, to: TestMailbox): Promise<Resealing> {
  const { input, file } = await sealTestLetter(context, { from: unit, to, more: { id } })
  return { ...input, letter: id, content: streamed(file) }
}

async function readBy(home: TestMailbox, reader: typeof officer, id: string): Promise<string> {
  const { content } = await readContent(context, reader, id)
  const file = Buffer.concat(await Array.fromAsync(content))
  const opened = await openLetter(file, home.keys.identity)
  assert.ok(opened.ok)
  return opened.value.body
}

test('a letter waits for a mailbox, its person is told, and it is sealed to them when they have one', async () => {
  const citizen = await desk.as('maryam-rezaei')
  const id = await handIn(null, citizen.id)
  assert.equal((await letterById(context.db, id))?.state, 'awaiting-recipient')
  assert.equal(await publishLane(context, 'single'), 0)
  await drainOutbox(context, { ...exchangeJobs.outbox, 'people.told': () => Promise.resolve() })
  const told = await contact.messagesOf(context.db, citizen.id, 10)
  assert.match(told[0]?.subject.en ?? '', /^A letter from .+ waits for your mailbox$/)
  // Its own unit reads it meanwhile; the person does not, nor does resealing work without a mailbox.
  assert.equal(await readBy(unit, officer, id), 'متن نامه')
  await assert.rejects(readContent(context, citizen, id), { code: 'letter/not-found' })
  const [before] = await listWaiting(context, officer, { mailbox: unit.id, after: null, limit: 10 })
  assert.equal(before?.ready, null)

  const home = await openTestMailbox(context, { person: citizen.id })
  const [now] = await listWaiting(context, officer, { mailbox: unit.id, after: null, limit: 10 })
  assert.equal(now?.ready?.mailbox, home.id)
  const wrong = await resealed(id, unit)
  await assert.rejects(resealLetter(context, officer, wrong), { code: 'letter/recipient-key' })
  const first = await resealed(id, home)
  await resealLetter(context, officer, first)
  const again = await resealLetter(context, officer, {
    ...first,
    content: streamed(new Uint8Array())
  })
  assert.equal(again.heldBy, home.id)
  assert.equal(await publishLane(context, 'single'), 1)
  assert.equal(await readBy(home, citizen, id), 'متن نامه')
  const evidence = await letterEvidence(context, citizen, id)
  assert.deepEqual(
    evidence.items.map(({ kind }) => kind),
    ['letter.accepted', 'letter.waiting', 'letter.resealed', 'letter.published', 'letter.fetched']
  )
  assert.notEqual(evidence.items[0]?.sha256, evidence.items[2]?.sha256)
})

test('two agents that reseal one letter at once: one does, and there is one letter', async () => {
  const citizen = await desk.as('hossein-barati')
  const id = await handIn(null, citizen.id)
  const home = await openTestMailbox(context, { person: citizen.id })
  const both = await Promise.all([resealed(id, home), resealed(id, home)])
  const done = await Promise.allSettled(both.map((each) => resealLetter(context, officer, each)))
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  await publishLane(context, 'single')
  assert.equal(await readBy(home, citizen, id), 'متن نامه')
})

test('a letter for approval goes when a second person lets it go, sealed by them', async () => {
  const citizen = await desk.as('gholam-haidari')
  const home = await openTestMailbox(context, { person: citizen.id })
  const id = await handIn(home, citizen.id, { approval: true })
  assert.equal(await publishLane(context, 'single'), 0)
  await assert.rejects(readContent(context, citizen, id), { code: 'letter/not-found' })
  const open = await listApprovals(context, approver, { mailbox: unit.id, after: null, limit: 10 })
  assert.deepEqual(
    open.map(({ letter }) => letter.id),
    [id]
  )
  const own = approveLetter(context, officer, { letter: id, resealing: await resealed(id, home) })
  await assert.rejects(own, { code: 'letter/own-approval' })
  await assert.rejects(resealLetter(context, approver, await resealed(id, home)), {
    code: 'letter/state'
  })
  await approveLetter(context, approver, { letter: id, resealing: await resealed(id, home) })
  await publishLane(context, 'single')
  assert.equal(await readBy(home, citizen, id), 'متن نامه')
  const kinds = async (reader: typeof officer) =>
    (await letterEvidence(context, reader, id)).items.map(({ kind }) => kind)
  assert.ok((await kinds(officer)).includes('letter.approved'))
  assert.ok(!(await kinds(citizen)).some((kind) => kind.includes('approv')))
})

test('a letter that is not approved ends, and its bytes with it', async () => {
  const citizen = await desk.as('zahra-khosravi')
  const home = await openTestMailbox(context, { person: citizen.id })
  const id = await handIn(home, citizen.id, { approval: true })
  const refused = await refuseApproval(context, approver, { letter: id, reason: 'مبلغ نادرست است' })
  assert.deepEqual([refused.state, refused.content], ['refused', null])
  const late = approveLetter(context, approver, { letter: id, resealing: await resealed(id, home) })
  await assert.rejects(late, { code: 'letter/state' })
})

test('what was taken back or expired meanwhile waits for no second person', async () => {
  const citizen = await desk.as('sina-moradi')
  const home = await openTestMailbox(context, { person: citizen.id })
  const expiresAt = clock.now().add({ minutes: 30 })
  const [back, over, open] = [
    await handIn(home, citizen.id, { approval: true }),
    await handIn(home, citizen.id, { approval: true, expiresAt }),
    await handIn(home, citizen.id, { approval: true })
  ]
  await withdrawLetter(context, officer, { letter: back, reason: 'مبلغ نادرست است' })
  clock.advance('PT1H')
  await expireLetters(context)
  assert.equal((await letterById(context.db, over))?.state, 'expired')
  const listed = await listApprovals(context, approver, {
    ...{ mailbox: unit.id, after: null, limit: 10 }
  })
  assert.deepEqual(
    listed.map(({ letter }) => letter.id),
    [open]
  )
})

test('a letter is published when it is due, and ends when it was not opened in time', async () => {
  const citizen = await desk.as('sina-moradi')
  const home = await openTestMailbox(context, { person: citizen.id })
  const publishAt = clock.now().add({ hours: 2 })
  const expiresAt = publishAt.add({ hours: 48 })
  const id = await handIn(home, citizen.id, { publishAt, expiresAt, effectiveAt: publishAt })
  assert.equal((await letterById(context.db, id))?.state, 'scheduled')
  assert.equal(await publishLane(context, 'single'), 0)
  clock.advance('PT2H')
  assert.equal(await publishLane(context, 'single'), 1)
  assert.equal(await expireLetters(context), 0)
  clock.advance('PT48H')
  assert.equal(await expireLetters(context), 1)
  await assert.rejects(readContent(context, citizen, id), { code: 'letter/gone' })
  const { letter, items } = await letterEvidence(context, citizen, id)
  assert.equal(letter.effectiveAt?.toString(), publishAt.toString())
  assert.equal(items.at(-1)?.event, 'C.5-AcceptanceRejectionExpiry')
})

test('whoever has died takes no more letters, and what waited goes back with the reason', async () => {
  const citizen = await desk.as('mahmoud-ameri')
  const clerk = await desk.as('ali-ghanbari')
  const id = await handIn(null, citizen.id)
  const paper = {
    person: citizen.id,
    kind: 'deceased',
    authority: 'sko',
    paper: 'گواهی ۱۲۳'
  } as const
  await assert.rejects(endRecipient(context, citizen, paper), { code: 'people/not-allowed' })
  await assert.rejects(endRecipient(context, clerk, { ...paper, paper: '' }), {
    code: 'letter/reason'
  })
  assert.equal(await endRecipient(context, clerk, paper), 1)
  assert.equal(await endRecipient(context, clerk, paper), 0)
  assert.equal((await letterById(context.db, id))?.state, 'refused')
  // Its sender still has what it wrote.
  assert.equal(await readBy(unit, officer, id), 'متن نامه')
  await assert.rejects(handIn(null, citizen.id), { code: 'letter/recipient-ended' })
  await assert.rejects(openAndSend(citizen.id), { code: 'letter/recipient-ended' })
})

async function openAndSend(person: string): Promise<void> {
  await handIn(await openTestMailbox(context, { person }), person)
}
