// Goal: what is recorded of a letter that is taken back, or whose time is over, says what is known of its opening,
// and not more: by its page by post, by the key of its mailbox, fetched, or nothing. Method: the use cases on
// PostgreSQL with letters that were really sealed; the facts and the evidence that both sides read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import {
  type TestMailbox,
  openTestMailbox,
  sealTestLetter,
  streamed
} from '../../../tests/support/letters.ts'
import { factsOf } from '../../ledger/index.ts'
import { inTransaction, withScope } from '../../platform/index.ts'
import { mailboxById } from '../mailboxes/index.ts'
import { acceptLetter } from './accept-letter.ts'
import { keepClaimed, recordClaimed, stillWaiting } from './claimed-letter.ts'
import { expireLetters } from './expire-letters.ts'
import { exchangeJobs } from './jobs.ts'
import { letterEvidence } from './letter-evidence.ts'
import { readContent } from './read-content.ts'
import { withdrawLetter } from './withdraw-letter.ts'

const desk = await testDesk()
const { context, clock } = desk
const addressee = await desk.as('maryam-rezaei')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })
const officer = await desk.as('mohsen-alavi')
let home: TestMailbox | null = null

/** A letter that waits for somebody without a mailbox; `expiresAt` is an hour from now where it ends. */
async function waiting(mayExpire = false) {
  const { input, file } = await sealTestLetter(context, {
    ...{ from: unit, to: null, person: addressee.id }
  })
  const expiresAt = mayExpire ? clock.now().add({ hours: 1 }) : undefined
  await acceptLetter(context, officer, {
    letter: { ...input, expiresAt },
    content: streamed(file)
  })
  return { id: input.id, file }
}

/** The page of a waiting letter is opened, as the desk hears of it. */
async function openPage(id: string): Promise<void> {
  const letter = (await stillWaiting(context.db, id)) ?? assert.fail()
  const of = { by: 'system:letters.claims', at: clock.now(), way: 'opened' } as const
  await withScope('system', () => inTransaction(context.db, (tx) => recordClaimed(tx, letter, of)))
}

async function runJobs(): Promise<void> {
  for (const job of exchangeJobs.schedule ?? []) await job.run(context)
}

/** What the fact of the end says, and how both sides read it. */
async function endOf(id: string, heldBy: string) {
  const ends = ['letter.withdrawn', 'letter.expired']
  const found = await withScope('system', () => factsOf(context.db, heldBy, id))
  const { opened, openedBy, was } = found.find(({ kind }) => ends.includes(kind))?.body ?? {}
  const { items } = await letterEvidence(context, officer, id)
  const code = items.find(({ kind }) => ends.includes(kind))?.code
  return { opened, openedBy, was, code }
}

test('a letter whose page was opened is taken back as opened, and another as not proven', async () => {
  const opened = await waiting()
  const unopened = await waiting()
  await openPage(opened.id)
  for (const { id } of [opened, unopened]) {
    const { content } = await withdrawLetter(context, officer, { letter: id, reason: 'اشتباه' })
    assert.equal(content, null, 'it lay with its sender, whose own copy stays')
  }
  const was = 'awaiting-recipient'
  assert.deepEqual(await endOf(opened.id, unit.id), {
    ...{ opened: true, openedBy: 'page', was, code: 'opened-by-page' }
  })
  assert.deepEqual(await endOf(unopened.id, unit.id), {
    ...{ opened: false, openedBy: null, was, code: 'opening-unproven' }
  })
})

test('one whose time is over while it waits says that its page was opened', async () => {
  const opened = await waiting(true)
  const unopened = await waiting(true)
  await openPage(opened.id)
  clock.advance('PT2H')
  assert.equal(await expireLetters(context), 2)
  assert.equal((await endOf(opened.id, unit.id)).code, 'opened-by-page')
  assert.deepEqual(await endOf(unopened.id, unit.id), {
    ...{ opened: false, openedBy: null, was: 'awaiting-recipient', code: 'opening-unproven' }
  })
})

test('kept in a mailbox after its page was opened it stays, past its time and taken back', async () => {
  const { id, file } = await waiting(true)
  await openPage(id)
  home = await openTestMailbox(context, { person: addressee.id })
  const mailbox = (await mailboxById(context.db, home.id)) ?? assert.fail()
  const letter = (await stillWaiting(context.db, id)) ?? assert.fail()
  const { recipientKey, sizeClass, sha256, tokenHash } = letter
  const kept = { recipientKey, sizeClass, sha256, tokenHash, content: file }
  const within = () => Promise.resolve()
  await keepClaimed(context, addressee, { ...{ letter, mailbox, within }, file: kept })
  await runJobs()
  clock.advance('PT2H')
  assert.equal(await expireLetters(context), 0)
  const { content } = await withdrawLetter(context, officer, { letter: id, reason: 'اشتباه' })
  assert.notEqual(content, null)
  await readContent(context, addressee, id)
  const end = await endOf(id, home.id)
  assert.deepEqual(end, {
    opened: true,
    openedBy: 'page',
    was: 'published',
    code: 'opened-by-page'
  })
  const { items } = await letterEvidence(context, addressee, id)
  const pages = items.filter(({ kind }) => kind === 'letter.claimed').map(({ code }) => code)
  assert.deepEqual(pages, ['page-opened', 'page-kept'])
})

test('one that was fetched is taken back as fetched: it may have been read', async () => {
  const to = home ?? assert.fail()
  const letters = [
    await sealTestLetter(context, { from: unit, to }),
    await sealTestLetter(context, { from: unit, to })
  ]
  for (const { input, file } of letters) {
    await acceptLetter(context, officer, { letter: input, content: streamed(file) })
  }
  await runJobs()
  const [fetched, unread] = letters.map(({ input }) => input.id)
  await readContent(context, addressee, fetched ?? '')
  const codes: (string | null | undefined)[] = []
  for (const id of [fetched ?? '', unread ?? '']) {
    await withdrawLetter(context, officer, { letter: id, reason: 'اشتباه' })
    const { opened, code } = await endOf(id, to.id)
    assert.equal(opened, false)
    codes.push(code)
  }
  assert.deepEqual(codes, ['fetched-unproven', 'opening-unproven'])
})
