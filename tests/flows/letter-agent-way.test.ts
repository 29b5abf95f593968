// Goal: an agent works by a way of its own that the unit's custodians give and take; it follows a change of
// the unit's key, and works with no seed that the directory does not prove. Method: a running desk; a unit
// whose key two custodians keep; the agent connects before, while and after it has a way.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { entryHash, signEntry } from '../../src/kernel/directory/index.ts'
import { addedSlotLine, signAct, slotBinding } from '../../src/kernel/mailbox/index.ts'
import {
  type MailboxKeys,
  generateMailboxIdentity,
  mailboxKeys,
  mailboxName,
  newMailboxSeed,
  recipientOf,
  wrapForMailbox
} from '../../src/kernel/seal/index.ts'
import { AgentFolder, runAgent } from '../../src/letters/agent/index.ts'
import { directory } from '../../src/letters/index.ts'
import { addKeyslot } from '../../src/letters/mailboxes/add-keyslot.ts'
import { insertSlot, slotsOf } from '../../src/letters/mailboxes/keyslot-store.ts'
import { mailboxById } from '../../src/letters/mailboxes/mailbox-store.ts'
import { removeKeyslot } from '../../src/letters/mailboxes/remove-keyslot.ts'
import { rotateMailbox } from '../../src/letters/mailboxes/rotate-mailbox.ts'
import { connectUnit } from '../../src/letters/sdk/index.ts'
import { type Session, createApiKey, personById } from '../../src/people/index.ts'
import { inTransaction, newId } from '../../src/platform/index.ts'
import { demonstrated } from '../isolation/world.ts'
import { MemoryPins } from '../support/directory.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { openTestMailbox } from '../support/letters.ts'

const server = await letterDesk('test')
const { context, clock, origin } = server
await sql`
  insert into units select (jsonb_populate_record(u, '{"id": "annex"}')).* from units u
  where authority = 'sko' limit 1`.execute(context.db)
const place = { authority: 'sko', unit: 'annex' }
const name = mailboxName(new URL(origin).host, place)
const unit = await openTestMailbox(context, place)
const custodians = await Promise.all(
  ['leila-arab', 'parvin-hosseini'].map(async (key) => {
    const { id } = await demonstrated(server, key)
    return openTestMailbox(context, { person: id })
  })
)
const keeper = await sessionOf('leila-arab')
await keepByCustodians()

async function sessionOf(key: string): Promise<Session> {
  const actor = await demonstrated(server, key)
  const person = await personById(context.db, actor.id)
  const grant = { ...place, role: 'authority-admin', post: null } as const
  const provenAt = clock.now()
  return { actor: { ...actor, grants: [grant] }, person, provenAt } as unknown as Session
}

/** Makes the mailbox one whose seed two people have, and nobody else. */
async function keepByCustodians(): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const mailbox = await mailboxById(tx, unit.id)
    assert.ok(mailbox)
    for (const { id: readerMailbox, keys, owner } of custodians) {
      const bound = { id: newId(), purpose: 'custodian', reader: readerMailbox, recipient: null }
      await insertSlot(tx, mailbox, {
        ...{ ...bound, purpose: 'custodian', kind: 'mailbox', label: '', credential: null },
        ...{ readerMailbox, reader: 'person' in owner ? owner.person : '', delegation: null },
        ...{ sequence: 0, madeAt: clock.now(), provenAt: clock.now() },
        slot: await wrapped(keys.recipient, unit.keys.seed),
        binding: slotBinding(unit.keys.seed, bound)
      })
    }
    await sql`update mailboxes set demonstration = false where id = ${unit.id}`.execute(tx)
  })
}

async function wrapped(recipient: string, seed: Uint8Array): Promise<string> {
  const slot = await wrapForMailbox({ mailbox: unit.id, recipient, seed })
  assert.ok(slot.ok)
  return JSON.stringify(slot.value)
}

async function work(): Promise<void> {
  await server.enterKeys()
}
await work()
const policy = await (await fetch(`${origin}/log/policy`)).text()
const key = { ...place, role: 'officer', label: 'برنامه', live: true } as const
const { text: apiKey } = await createApiKey(context, key)
const identity = await generateMailboxIdentity('hybrid')
const recipient = (await recipientOf(identity)) ?? ''
const pins = new MemoryPins()
const connect = (ask: typeof fetch = fetch) =>
  connectUnit({
    ...{ site: origin, apiKey, unit: place, identity, policy, pins, fetch: ask },
    now: () => clock.now()
  })

async function giveWay(): Promise<void> {
  const bound = { id: newId(), purpose: 'program' as const, reader: null, recipient }
  const slot = {
    ...{ ...bound, kind: 'mailbox' as const, label: 'برنامه بایگانی', credential: null },
    slot: await wrapped(recipient, unit.keys.seed),
    binding: slotBinding(unit.keys.seed, bound)
  }
  const at = clock.now().toString()
  const act = { act: 'keyslot-added', mailbox: unit.id, what: addedSlotLine(slot), at } as const
  const note = signAct(act, unit.keys.signers)
  await addKeyslot(context, keeper, { mailbox: unit.id, slot, note })
}

async function rotate(): Promise<MailboxKeys> {
  const keys = await mailboxKeys(newMailboxSeed(), name)
  const before = await directory.currentEntry(context.db, 'unit:sko/annex')
  assert.ok(before)
  const unsigned = {
    ...({ v: 1, owner: 'unit:sko/annex', sequence: 1, reason: 'rotated' } as const),
    ...{ at: clock.now().toString(), recipient: keys.recipient, keys: keys.keys },
    previous: entryHash(before)
  }
  const entry = signEntry(unsigned, { own: keys.signers, before: unit.keys.signers })
  const own = new Map(custodians.map(({ id, keys: of }) => [id, of.recipient]))
  const slots = await Promise.all(
    (await slotsOf(context.db, unit.id)).map(async (way) => {
      const to = way.recipient ?? own.get(way.readerMailbox ?? '') ?? ''
      const { id, purpose, readerMailbox: reader } = way
      const binding = slotBinding(keys.seed, { id, purpose, reader, recipient: way.recipient })
      return { id, slot: await wrapped(to, keys.seed), binding }
    })
  )
  const past = await wrapped(keys.recipient, unit.keys.seed)
  await rotateMailbox(context, keeper, { mailbox: unit.id, entry, past, slots, dropped: [] })
  return keys
}

test('without a way there is none; with one the agent works, and only with the seed of the directory', async () => {
  await assert.rejects(connect(), { code: 'sdk/no-keyslot' })
  await giveWay()
  const { sender, isCurrent } = await connect()
  const other = await demonstrated(server, 'gholam-haidari')
  const text = { subject: 'آگاهی', body: 'متن' }
  const waits = await sender.prepare({ to: { person: other.id }, ...text })
  assert.equal((await sender.send(waits)).state, 'awaiting-recipient')
  assert.equal(await isCurrent(), true)
  const foreign = await wrapped(recipient, newMailboxSeed())
  const lying: typeof fetch = async (address, init) => {
    const answer = await fetch(address, init)
    if (typeof address !== 'string' || !address.endsWith('/keyslots')) return answer
    const told = (await answer.json()) as { slots: { slot: string }[] }
    const slots = told.slots.map((each) => ({ ...each, slot: foreign }))
    return Response.json({ ...told, slots })
  }
  await assert.rejects(connect(lying), { code: 'sdk/directory-refused', fault: 'own-key' })
})

test('a change of the unit’s key is followed once the log has it, and letters of before are its own', async () => {
  const { isCurrent } = await connect()
  await rotate()
  assert.equal(await isCurrent(), false)
  await assert.rejects(connect(), { fault: 'own-key' })
  await work()
  const { sender } = await connect()
  const other = await demonstrated(server, 'gholam-haidari')
  const home = await openTestMailbox(context, { person: other.id })
  await work()
  const [waiting] = await Array.fromAsync(sender.waiting())
  assert.equal(waiting?.mailbox, home.id)
  assert.equal(await sender.reseal(waiting), true)
})

test('a way that was taken away ends the agent, in its round and when it starts', async () => {
  const { isCurrent } = await connect()
  const slot = (await slotsOf(context.db, unit.id)).find(({ purpose }) => purpose === 'program')
  await removeKeyslot(context, keeper, {
    ...{ mailbox: unit.id, slot: slot?.id ?? '', wasCopied: false }
  })
  assert.equal(await isCurrent(), false)
  const path = await mkdtemp(join(tmpdir(), 'peyman-way-'))
  after(() => rm(path, { recursive: true }))
  const running = runAgent(
    {
      ...{ folder: await AgentFolder.open(path), connect, receiving: null },
      ...{ tell: () => undefined, say: () => undefined, once: false, everySeconds: 1 }
    },
    new AbortController().signal
  )
  await assert.rejects(running, { code: 'sdk/no-keyslot' })
  assert.ok((await mailboxById(context.db, unit.id))?.rotationDue)
})
