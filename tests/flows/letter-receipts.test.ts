// Goal: each event that a side of a letter is shown can be proven by it, and by nobody else. Method: a
// running desk with its log; the links of the evidence followed by both sides, a stranger and another unit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy, verifyReceipt } from '../../src/kernel/tlog/index.ts'
import { mailboxKeys, mailboxName } from '../../src/kernel/seal/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { exchange } from '../../src/letters/index.ts'
import { publishLane } from '../../src/letters/exchange/publish-letters.ts'
import { demonstrationSeed } from '../../src/letters/mailboxes/demonstration-key.ts'
import { mailboxOf } from '../../src/letters/mailboxes/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { type Role, createApiKey } from '../../src/people/index.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { type TestMailbox, openTestMailbox, sealTestLetter, streamed } from '../support/letters.ts'
import { Visitor } from '../support/visitor.ts'

const server = await letterDesk('test')
const { context, clock, origin } = server
const place = { authority: 'sko', unit: 'citizen-services' }
const unit = await unitMailbox()
const citizen = await demonstrated(server, 'maryam-rezaei')
const officer = await demonstrated(server, 'reza-farzaneh')
const approver = await demonstrated(server, 'mohsen-alavi')
const home = await openTestMailbox(context, { person: citizen.id })
const archive = await keyOf({ ...place, role: 'officer' })
const otherUnit = await keyOf({ authority: 'sko', unit: 'it', role: 'officer' })
const otherBody = await keyOf({ authority: 'ito', unit: null, role: 'clerk' })
const reader = await Visitor.as(server, 'maryam-rezaei')
const stranger = await Visitor.as(server, 'hossein-barati')

async function unitMailbox(): Promise<TestMailbox> {
  const mailbox = await mailboxOf(context.db, place)
  assert.ok(mailbox)
  const seed = demonstrationSeed(place.authority, place.unit)
  const keys = await mailboxKeys(seed, mailboxName(new URL(origin).host, place))
  return { id: mailbox.id, keys, owner: place }
}

async function keyOf(at: { authority: string; unit: string | null; role: Role }): Promise<string> {
  const { text } = await createApiKey(context, { ...at, label: 'receipts', live: true })
  return text
}

async function statusFor(key: string, fact: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` }
  return (await fetch(`${origin}/api/v1/receipts/${fact}`, { headers })).status
}

async function handIn(approval: boolean): Promise<string> {
  const { input, file } = await sealTestLetter(context, {
    from: unit,
    to: home,
    more: { approval }
  })
  await exchange.acceptLetter(context, officer, { letter: input, content: streamed(file) })
  return input.id
}

async function published(): Promise<void> {
  await publishLane(context, 'single')
  clock.advance('PT1M')
  await publicLog.keepLog(context, await publicLog.publisherOf(context))
}

interface Evidence {
  readonly events: readonly { readonly fact: string; readonly kind: string; receipt: string }[]
}

async function evidenceFor(by: Visitor, letter: string): Promise<Evidence['events']> {
  const { text } = await by.get(`/api/v1/letters/${letter}/evidence`)
  return (JSON.parse(text) as Evidence).events
}

test('both sides have a receipt of each event that they are shown, and it proves it', async () => {
  const letter = await handIn(false)
  await published()
  const policy = parsePolicy(await (await fetch(`${origin}/log/policy`)).bytes())
  assert.ok(policy.ok)
  const events = await evidenceFor(reader, letter)
  assert.ok(events.length >= 2)
  for (const { fact, receipt } of events) {
    const { status, text } = await reader.get(receipt)
    assert.deepEqual([status, receipt], [200, `/api/v1/receipts/${fact}`])
    assert.equal(verifyReceipt(text, policy.value).verdict, 'proven')
    assert.equal(await statusFor(archive, fact), 200)
    for (const by of [otherUnit, otherBody]) assert.equal(await statusFor(by, fact), 404)
    assert.equal((await stranger.get(receipt)).status, 404)
    assert.equal((await fetch(origin + receipt)).status, 401)
  }
})

test('what a unit settles within itself is proven to the unit alone', async () => {
  const letter = await handIn(true)
  const { input, file } = await sealTestLetter(context, {
    from: unit,
    to: home,
    more: { id: letter }
  })
  const resealing = { ...input, letter, content: streamed(file) }
  await exchange.approveLetter(context, approver, { letter, resealing })
  await published()
  const shown = new Set((await evidenceFor(reader, letter)).map(({ fact }) => fact))
  const { items } = await exchange.letterEvidence(context, officer, letter)
  const within = items.filter(({ fact }) => !shown.has(fact))
  assert.deepEqual(
    within.map(({ kind }) => kind),
    ['letter.approval-asked', 'letter.approved']
  )
  for (const { fact } of within) {
    assert.equal((await reader.get(`/api/v1/receipts/${fact}`)).status, 404)
    assert.equal(await statusFor(archive, fact), 200)
  }
})
