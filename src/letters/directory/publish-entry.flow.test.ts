// Goal: a key that was entered is found with proof, and nothing but it;
// owners hear of every change and can stop a recovery. Method: a log with its signer on PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testLog } from '../../../tests/support/log.ts'
import { entriesOfPerson } from './entry-store.ts'
import {
  type DirectoryEntry,
  type EntryReason,
  type LogTrust,
  checkedRecipient,
  entryHash,
  signEntry
} from '../../kernel/directory/index.ts'
import { mailboxKeys, mailboxName, newMailboxSeed } from '../../kernel/seal/index.ts'
import { parsePolicy } from '../../kernel/tlog/index.ts'
import { publicLog } from '../../ledger/index.ts'
import { contact, findOrCreateWalkIn, systemActor } from '../../people/index.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { nodePrimitives } from '../../../tests/support/tlog.ts'
import {
  AliasTakenError,
  EntryRefusedError,
  NothingToStopError,
  SequenceTakenError,
  checkDirectory,
  currentEntry,
  directoryHolder,
  integrateEntries,
  publishEntry,
  readAnswer,
  stopRecovery
} from './index.ts'

const log = await testLog()
const { context, clock } = log
const host = 'desk.example'
const national = { kind: 'national-id', value: '9900000013' }
const { id: person } = await inTransaction(context.db, (tx) =>
  findOrCreateWalkIn(
    tx,
    { kind: 'person', name: 'زهرا محمدی', nationalId: national.value },
    clock.now()
  )
)
const actor = { ...systemActor('test'), kind: 'person' as const, id: person, person }
const id = newId()
const owner = `mailbox:${id}`
type Keys = Awaited<ReturnType<typeof mailboxKeys>>
const newKeys = (of = id) => mailboxKeys(newMailboxSeed(), mailboxName(host, { mailbox: of }))
const [one, two, three, four] = await Promise.all([newKeys(), newKeys(), newKeys(), newKeys()])

async function entry(reason: EntryReason, own: Keys, before?: Keys): Promise<DirectoryEntry> {
  const last = await currentEntry(context.db, owner)
  return signEntry(
    {
      v: 1,
      owner,
      sequence: last === null ? 0 : last.sequence + 1,
      at: clock.now().toString(),
      recipient: own.recipient,
      keys: own.keys,
      reason,
      previous: last === null ? null : entryHash(last)
    },
    { own: own.signers, before: before?.signers ?? [] }
  )
}

const publish = (of: DirectoryEntry, aliases: { kind: string; value: string }[] = []) =>
  inTransaction(context.db, (tx) =>
    publishEntry(tx, { entry: of, aliases, by: actor, person }, clock.now())
  )

/** What the worker does: a head, its leaf, a checkpoint. */
async function work(): Promise<number | null> {
  const head = await integrateEntries(context)
  await log.keep()
  return head
}

async function trust(): Promise<LogTrust> {
  const policy = parsePolicy(await publicLog.policyOf(context))
  assert.ok(policy.ok)
  return { host, policy: policy.value }
}

async function look(of = owner, pinned: Parameters<typeof checkedRecipient>[2] = null) {
  const want = { owner: of, trust: await trust(), now: clock.now(), primitives: nodePrimitives }
  return checkedRecipient(await readAnswer(context, of), want, pinned)
}

async function recipient(of = owner) {
  const found = await look(of)
  return found.ok ? found.recipient : found.fault
}

const identifier = 'identifier:national-id:9900000013'

test('a key is found, by owner and by identifier, once its head is in the log', async () => {
  await assert.rejects(readAnswer(context, owner), { code: 'directory/no-head' })
  await publish(await entry('enrolled', one), [national])
  assert.equal(await work(), 1)
  assert.equal(await recipient(), one.recipient)
  assert.equal(await recipient(identifier), one.recipient)
  assert.equal(await recipient('identifier:national-id:9900000021'), null)
  assert.equal(await recipient(`mailbox:${newId()}`), null)
  assert.equal(await work(), null)
  const news = await contact.messagesOf(context.db, person, 10)
  assert.deepEqual(
    news.map(({ kind }) => kind),
    ['key']
  )
})

test('what does not go on with the chain is refused', async () => {
  const fork = await entry('rotated', two, one)
  await assert.rejects(publish(await entry('rotated', two)), EntryRefusedError)
  await assert.rejects(publish(await entry('rotated', two, three)), EntryRefusedError)
  await assert.rejects(publish({ ...fork, recipient: three.recipient }), EntryRefusedError)
  await publish(fork)
  await assert.rejects(publish(fork), SequenceTakenError)
  await assert.rejects(
    publish({ ...fork, at: clock.now().add({ seconds: 1 }).toString() }),
    SequenceTakenError
  )
  assert.equal(await recipient(), one.recipient, 'not before its head')
  clock.advance('PT1M')
  await work()
  const found = await look()
  assert.ok(found.ok)
  assert.equal(found.recipient, two.recipient)
  const other = newId()
  const keys = await newKeys(other)
  const foreign = signEntry(
    {
      v: 1,
      owner: `mailbox:${other}`,
      sequence: 0,
      at: clock.now().toString(),
      recipient: keys.recipient,
      keys: keys.keys,
      reason: 'enrolled',
      previous: null
    },
    { own: keys.signers }
  )
  await assert.rejects(publish(foreign, [national]), AliasTakenError)
})

test('a recovery waits, the owner hears of it, and stops it', async () => {
  await assert.rejects(stopRecovery(context, actor, owner), NothingToStopError)
  await publish(await entry('recovered', three))
  await work()
  const [news] = await contact.messagesOf(context.db, person, 1)
  assert.match(news?.subject.en ?? '', /Warning/)
  const waiting = await look()
  assert.ok(waiting.ok)
  assert.deepEqual([waiting.recipient, waiting.pending?.sequence], [two.recipient, 2])
  const stranger = { ...actor, id: newId(), person: newId() }
  await assert.rejects(stopRecovery(context, stranger, owner), { code: 'not-found' })
  await assert.rejects(stopRecovery(context, actor, 'mailbox:\u0000'), { code: 'not-found' })
  await stopRecovery(context, actor, owner)
  await work()
  clock.advance('PT100H')
  await work()
  assert.equal(await recipient(), two.recipient)
})

test('a recovery that nobody stopped counts after 72 hours by the log', async () => {
  await publish(await entry('recovered', four))
  await work()
  clock.advance('PT71H')
  await work()
  assert.equal(await recipient(), two.recipient)
  clock.advance('PT3H')
  await work()
  const found = await look()
  assert.ok(found.ok, found.ok ? '' : found.fault)
  assert.equal(found.recipient, four.recipient)
  await assert.rejects(stopRecovery(context, actor, owner), NothingToStopError)
  await publish(await entry('rotated', one, four))
  await work()
  assert.equal(await recipient(), one.recipient)
})

test('a head is made anew before the old one is too old, and the desk finds itself sound', async () => {
  clock.advance('PT7H')
  assert.notEqual(await work(), null)
  assert.equal(await recipient(), one.recipient)
  const { checked, differences } = await checkDirectory(context.db, clock.now())
  assert.deepEqual([checked, differences], [6, []])
})

let pinned: Awaited<ReturnType<typeof look>> | null = null

test('an erased person leaves keys that are nobody’s, and a closed mailbox', async () => {
  const erase = () =>
    inTransaction(context.db, (tx) => directoryHolder.erase(tx, person, clock.now()))
  pinned = await look(identifier)
  await erase()
  await erase()
  await work()
  assert.equal(await recipient(), null)
  assert.equal((await currentEntry(context.db, owner))?.reason, 'closed')
  assert.deepEqual(await entriesOfPerson(context.db, person), [])
  assert.equal(await recipient(identifier), null)
  assert.deepEqual((await checkDirectory(context.db, clock.now())).differences, [])
})

test('an identifier of an erased person names nobody, and 73 hours later whoever enrolled with it', async () => {
  const rows = await sql<{ owner: string; person: string | null }>`
    select owner, person from directory_aliases`.execute(context.db)
  assert.deepEqual(rows.rows, [{ owner: '-', person: null }])
  const [again, late] = [newId(), newId()]
  const keys = await newKeys(again)
  await enrolAgain(again, keys)
  await assert.rejects(enrolAgain(late, await newKeys(late)), AliasTakenError)
  await work()
  assert.equal(await recipient(identifier), null, 'nobody is given another history over night')
  const freed = await look(identifier, pinned?.ok === true ? pinned.pin : null)
  assert.deepEqual([freed.ok, freed.ok && freed.lookup.isFreed], [true, true])
  clock.advance('PT72H')
  await work()
  assert.equal(await recipient(identifier), null)
  clock.advance('PT2H')
  await work()
  clock.advance('PT1M')
  await work()
  const found = await look(identifier)
  assert.ok(found.ok, found.ok ? '' : found.fault)
  assert.equal(found.recipient, keys.recipient)
  // Later too, when the head of before shows the new one.
  clock.advance('PT80H')
  await work()
  assert.equal(await recipient(identifier), keys.recipient)
  // Who knew the mailbox of before asks whether that was closed: only then is the other one believed.
  const other = await look(identifier, pinned?.ok === true ? pinned.pin : null)
  assert.deepEqual([other.ok, !other.ok && other.fault], [false, 'pin-owner-changed'])
  assert.equal((await look()).ok && (await currentEntry(context.db, owner))?.reason, 'closed')
  assert.deepEqual((await checkDirectory(context.db, clock.now())).differences, [])
})

/** Enrols another mailbox of somebody with the same national id. */
async function enrolAgain(mailbox: string, keys: Keys): Promise<void> {
  const unsigned = {
    ...({ v: 1, sequence: 0, reason: 'enrolled', previous: null } as const),
    ...{ owner: `mailbox:${mailbox}`, at: clock.now().toString() },
    ...{ recipient: keys.recipient, keys: keys.keys }
  }
  const aliases = [national]
  await inTransaction(context.db, (tx) =>
    publishEntry(
      tx,
      { entry: signEntry(unsigned, { own: keys.signers }), aliases, by: actor, person: newId() },
      clock.now()
    )
  )
}
