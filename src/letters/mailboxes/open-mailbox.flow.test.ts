// Goal: what the server lets be done to a mailbox, and to whom it refuses it. Method: browsers without a
// window make real keys and slots and speak to the real routes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type DirectoryEntry, entryHash, signEntry } from '../../kernel/directory/index.ts'
import {
  addedSlotLine,
  directoryOwner,
  openSlot,
  parsedSlot,
  signAct,
  slotBinding,
  slotRecipient
} from '../../kernel/mailbox/index.ts'
import {
  type MailboxKeys,
  mailboxKeys,
  newMailboxSeed,
  newPaperSecret,
  unwrapForMailbox,
  wrapForMailbox,
  wrapWithSecret
} from '../../kernel/seal/index.ts'
import { demonstrationPeople } from '../../people/index.ts'
import { newId } from '../../platform/index.ts'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { checkReaders } from './check-readers.ts'
import { slotsOf } from './keyslot-store.ts'
import { mailboxById } from './mailbox-store.ts'
import { settleRenewals } from './renew-mailbox.ts'
import { mailboxRoutes } from './routes.ts'

const { app, context, clock } = await peopleServer()
mailboxRoutes(app, context)
const host = 'localhost:3000'
const people = await demonstrationPeople()
const idOf = (key: string) => people.find((one) => one.key === key)?.id ?? ''

class Browser {
  readonly visitor = new Visitor(app)
  readonly person: string
  constructor(key: string) {
    this.person = idOf(key)
  }
  async send(method: 'GET' | 'POST', url: string, body?: object) {
    const cookie = [...this.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const csrf = await this.visitor.csrf()
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...payload })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Answer>() }
  }
}
type Answer = Record<string, unknown> & { code?: string }

async function signedIn(key: string): Promise<Browser> {
  const browser = new Browser(key)
  await browser.visitor.signInAs(key)
  return browser
}

interface Own {
  id: string
  seed: Uint8Array
  keys: MailboxKeys
  entry: DirectoryEntry
  secrets: Uint8Array[]
}

async function paperSlot(id: string, seed: Uint8Array, secret: Uint8Array) {
  const recipient = await slotRecipient(id, secret)
  const bound = { id: newId(), purpose: 'own', reader: null, recipient }
  const slot = JSON.stringify(wrapWithSecret({ kind: 'paper', mailbox: id, secret, seed }))
  return {
    ...bound,
    kind: 'paper',
    label: '',
    credential: null,
    slot,
    binding: slotBinding(seed, bound)
  }
}

async function entryOf(
  owner: string,
  keys: MailboxKeys,
  more: Partial<DirectoryEntry> & { before?: MailboxKeys } = {}
): Promise<DirectoryEntry> {
  const { before, ...rest } = more
  return signEntry(
    {
      v: 1,
      owner,
      sequence: 0,
      at: clock.now().toString(),
      recipient: keys.recipient,
      keys: keys.keys,
      reason: 'enrolled',
      previous: null,
      ...rest
    },
    { own: keys.signers, ...(before === undefined ? {} : { before: before.signers }) }
  )
}

async function open(browser: Browser, papers = 2): Promise<Own> {
  const id = newId()
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, `${host}/mailbox/${id}`)
  const entry = await entryOf(directoryOwner({ mailbox: id }), keys)
  const secrets = Array.from({ length: papers }, newPaperSecret)
  const slots = await Promise.all(secrets.map((secret) => paperSlot(id, seed, secret)))
  const owner = { person: browser.person }
  const made = await browser.send('POST', '/mailboxes', { id, owner, entry, slots })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return { id, seed, keys, entry, secrets }
}

const noteFor = (
  own: Own,
  what: string,
  act: 'keyslot-added' | 'keyslot-proved' = 'keyslot-added'
) => signAct({ act, mailbox: own.id, what, at: clock.now().toString() }, own.keys.signers)

const maryam = await signedIn('maryam-rezaei')
const sina = await signedIn('sina-moradi')
const mine = await open(maryam)

test('a mailbox is its owner’s: others hear that there is none', async () => {
  const list = await maryam.send('GET', '/mailboxes')
  const [first] = list.body['mailboxes'] as { id: string; confidential: boolean }[]
  assert.deepEqual([first?.id, first?.confidential], [mine.id, true])
  for (const url of [`/mailboxes/${mine.id}`, `/mailboxes/${mine.id}/keyslots`]) {
    const seen = await sina.send('GET', url)
    assert.deepEqual([seen.status, seen.body.code], [404, 'mailbox/not-found'])
  }
  assert.deepEqual((await sina.send('GET', '/mailboxes')).body['mailboxes'], [])
})

test('a second mailbox of one person is refused', async () => {
  const id = newId()
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, `${host}/mailbox/${id}`)
  const entry = await entryOf(directoryOwner({ mailbox: id }), keys)
  const slots = [await paperSlot(id, seed, newPaperSecret())]
  const again = { id, owner: { person: maryam.person }, entry, slots }
  assert.equal((await maryam.send('POST', '/mailboxes', again)).body.code, 'mailbox/exists')
  const forAnother = { ...again, owner: { person: maryam.person } }
  assert.equal((await sina.send('POST', '/mailboxes', forAnother)).status, 403)
})

test('a way is added by a note of the open mailbox, and by no other', async () => {
  const secret = newPaperSecret()
  const slot = await paperSlot(mine.id, mine.seed, secret)
  const url = `/mailboxes/${mine.id}/keyslots`
  const other = { ...mine, keys: await mailboxKeys(newMailboxSeed(), `${host}/mailbox/${mine.id}`) }
  const forged = { slot, note: noteFor(other, addedSlotLine(slot)) }
  assert.equal((await maryam.send('POST', url, forged)).body.code, 'mailbox/not-opened')
  const late = signAct(
    {
      act: 'keyslot-added',
      mailbox: mine.id,
      what: addedSlotLine(slot),
      at: '2026-11-22T05:00:00Z'
    },
    mine.keys.signers
  )
  assert.equal(
    (await maryam.send('POST', url, { slot, note: late })).body.code,
    'mailbox/not-opened'
  )
  const ofAnother = { ...slot, slot: slot.slot.replace(mine.id, newId()) }
  const wrong = { slot: ofAnother, note: noteFor(mine, addedSlotLine(ofAnother)) }
  assert.equal((await maryam.send('POST', url, wrong)).body.code, 'mailbox/keyslot-form')
  const note = noteFor(mine, addedSlotLine(slot))
  assert.equal((await maryam.send('POST', url, { slot, note })).status, 204)
  mine.secrets.push(secret)
  assert.equal((await sina.send('POST', url, { slot, note })).status, 404)
})

test('ways go down to two and no further', async () => {
  const slots = await slotsOf(context.db, mine.id)
  const url = (at: number) => `/mailboxes/${mine.id}/keyslots/${slots[at]?.id ?? ''}/removal`
  assert.equal((await sina.send('POST', url(0), { wasCopied: false })).status, 404)
  assert.equal((await maryam.send('POST', url(0), { wasCopied: true })).status, 204)
  assert.equal(
    (await maryam.send('POST', url(1), { wasCopied: false })).body.code,
    'mailbox/last-ways'
  )
  assert.notEqual((await mailboxById(context.db, mine.id))?.rotationDue ?? null, null)
  mine.secrets.shift()
})

test('the key changes: every way opens the new one, the old seed stays with it', async () => {
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, `${host}/mailbox/${mine.id}`)
  const ways = await slotsOf(context.db, mine.id)
  const slots = await Promise.all(
    ways.map(async ({ id, recipient, purpose }) => {
      const wrapped = await wrapForMailbox({ mailbox: mine.id, recipient: recipient ?? '', seed })
      assert.ok(wrapped.ok)
      const binding = slotBinding(seed, { id, purpose, reader: null, recipient })
      return { id, slot: JSON.stringify(wrapped.value), binding }
    })
  )
  const past = await wrapForMailbox({
    mailbox: mine.id,
    recipient: keys.recipient,
    seed: mine.seed
  })
  assert.ok(past.ok)
  const owner = directoryOwner({ mailbox: mine.id })
  const next = { sequence: 1, reason: 'rotated', previous: entryHash(mine.entry) } as const
  const url = `/mailboxes/${mine.id}/rotation`
  const body = { past: JSON.stringify(past.value), slots, dropped: [] }
  const unsigned = await entryOf(owner, keys, next)
  assert.equal((await maryam.send('POST', url, { ...body, entry: unsigned })).status, 422)
  const entry = await entryOf(owner, keys, { ...next, before: mine.keys })
  const short = { ...body, entry, slots: slots.slice(1) }
  assert.equal((await maryam.send('POST', url, short)).body.code, 'mailbox/key-moved')
  assert.equal((await maryam.send('POST', url, { ...body, entry })).status, 204)
  const ring = await maryam.send('GET', `/mailboxes/${mine.id}/keyslots`)
  const [way] = ring.body['slots'] as { slot: string }[]
  const [secret = new Uint8Array()] = mine.secrets
  const opened = await openSlot(way?.slot ?? '', { mailbox: mine.id, secret })
  assert.deepEqual(opened, { ok: true, value: seed })
  const [old] = ring.body['past'] as { slot: string }[]
  const before = await unwrapForMailbox(parsedSlot(old?.slot ?? ''), keys.identity)
  assert.deepEqual(before, { ok: true, value: mine.seed })
  Object.assign(mine, { seed, keys, entry })
})

test('every way is lost: the next key waits, can be stopped, and ends the ways of before', async () => {
  const renew = async () => {
    const seed = newMailboxSeed()
    const keys = await mailboxKeys(seed, `${host}/mailbox/${mine.id}`)
    const plan = await maryam.send('GET', `/mailboxes/${mine.id}/rotation`)
    const last = plan.body['entry'] as DirectoryEntry
    const next = {
      sequence: last.sequence + 1,
      reason: 'recovered',
      previous: entryHash(last)
    } as const
    const entry = await entryOf(directoryOwner({ mailbox: mine.id }), keys, next)
    const slots = [await paperSlot(mine.id, seed, newPaperSecret())]
    slots.push(await paperSlot(mine.id, seed, newPaperSecret()))
    const done = await maryam.send('POST', `/mailboxes/${mine.id}/renewal`, { entry, slots })
    assert.equal(done.status, 204, JSON.stringify(done.body))
    return keys
  }
  await renew()
  const blocked = await maryam.send('GET', `/mailboxes/${mine.id}/rotation`)
  assert.equal(blocked.body.code, 'mailbox/key-moved')
  assert.equal((await slotsOf(context.db, mine.id)).length, 4)
  assert.equal((await maryam.visitor.post('/mailbox/renewal/stop')).statusCode, 303)
  assert.equal((await slotsOf(context.db, mine.id)).length, 2)
  assert.equal((await mailboxById(context.db, mine.id))?.recipient, mine.keys.recipient)

  const keys = await renew()
  clock.advance('PT71H')
  await settleRenewals(context)
  assert.equal((await mailboxById(context.db, mine.id))?.recipient, mine.keys.recipient)
  clock.advance('PT4H')
  await settleRenewals(context)
  assert.equal((await mailboxById(context.db, mine.id))?.recipient, keys.recipient)
  assert.equal((await slotsOf(context.db, mine.id)).length, 2)
})

test('a unit is kept by two custodians; who leaves loses the way, and the key is due', async () => {
  const place = { authority: 'sko', unit: 'citizen-services' }
  const [head, reza, ali] = await Promise.all(
    ['mohsen-alavi', 'reza-farzaneh', 'ali-ghanbari'].map(signedIn)
  )
  assert.ok(head && reza && ali)
  const keepers = [await open(reza), await open(ali)]
  const id = newId()
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, `${host}/sko/citizen-services`)
  const entry = await entryOf(directoryOwner(place), keys)
  const slotFor = async (own: Own) => {
    const wrapped = await wrapForMailbox({ mailbox: id, recipient: own.keys.recipient, seed })
    assert.ok(wrapped.ok)
    const bound = { id: newId(), purpose: 'custodian', reader: own.id, recipient: null }
    const slot = JSON.stringify(wrapped.value)
    const binding = slotBinding(seed, bound)
    return { ...bound, kind: 'mailbox', label: '', credential: null, slot, binding }
  }
  const slots = await Promise.all(keepers.map(slotFor))
  const made = { id, owner: place, entry, slots }
  const alone = { ...made, slots: slots.slice(1) }
  assert.equal((await head.send('POST', '/mailboxes', alone)).body.code, 'mailbox/custodians')
  const stranger = { ...made, slots: [...slots.slice(1), await slotFor({ ...mine })] }
  assert.equal((await head.send('POST', '/mailboxes', stranger)).body.code, 'mailbox/reader')
  assert.equal((await reza.send('POST', '/mailboxes', made)).status, 403)
  assert.equal((await head.send('POST', '/mailboxes', made)).status, 201)

  const ring = await reza.send('GET', `/mailboxes/${id}/keyslots`)
  const [way] = ring.body['slots'] as { slot: string }[]
  const opened = await unwrapForMailbox(
    parsedSlot(way?.slot ?? ''),
    keepers[0]?.keys.identity ?? ''
  )
  assert.deepEqual(opened, { ok: true, value: seed })
  assert.deepEqual((await head.send('GET', `/mailboxes/${id}/keyslots`)).body['slots'], [])
  const outsider = await signedIn('sina-moradi')
  assert.equal((await outsider.send('GET', `/mailboxes/${id}`)).status, 404)

  await sql`update role_grants set valid_to = ${clock.now()} where person = ${ali.person}`.execute(
    context.db
  )
  assert.equal((await ali.send('GET', `/mailboxes/${id}/keyslots`)).status, 404)
  await checkReaders(context)
  assert.deepEqual(
    (await slotsOf(context.db, id)).map(({ reader }) => reader),
    [reza.person]
  )
  assert.notEqual((await mailboxById(context.db, id))?.rotationDue ?? null, null)
})
