// Goal: a draft is its unit's: colleagues go on with it, one at a time, nobody else learns that it is there,
// and what nobody touches goes. Method: drafts sealed for real, kept, read, written over and left lying.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { openLetter, sealLetter } from '../../kernel/seal/index.ts'
import {
  discardDraft,
  draftBytesMax,
  draftDays,
  expireDrafts,
  keepDraft,
  listDrafts,
  readDraft
} from './keep-draft.ts'

const desk = await testDesk()
const { context, clock } = desk
const officer = await desk.as('reza-farzaneh')
const colleague = await desk.as('mohsen-alavi')
const otherUnit = await desk.as('neda-yousefi')
const citizen = await desk.as('maryam-rezaei')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })
const home = await openTestMailbox(context, { person: citizen.id })
const none = { code: 'letter/draft-not-found' }

async function sealed(id: string, body: string): Promise<Uint8Array> {
  const draft = {
    ...{ letter: id, sender: { authority: 'sko', unit: 'citizen-services' }, subject: 'draft' },
    ...{ sentAt: clock.now().toString(), case: null, body, attachments: [] }
  }
  const { recipient, signers } = unit.keys
  const made = await sealLetter(draft, { recipient, signers })
  assert.ok(made.ok)
  return made.value.file
}

async function keep(by: typeof officer, id: string, of: { version: number; body: string }) {
  const { version, body } = of
  const bytes = await sealed(id, body)
  return keepDraft(context, by, { mailbox: unit.id, id, version, sealed: bytes })
}

test('a colleague goes on with a draft; of two who write at once, one is told', async () => {
  const id = randomUUID()
  assert.equal((await keep(officer, id, { version: 0, body: 'یک' })).version, 1)
  const read = await readDraft(context, colleague, { mailbox: unit.id, id })
  const opened = await openLetter(read.sealed, unit.keys.identity)
  assert.ok(opened.ok)
  assert.equal(opened.value.body, 'یک')
  clock.advance('PT1M')
  const second = await keep(colleague, id, { version: 1, body: 'دو' })
  assert.deepEqual([second.version, second.author], [2, colleague.id])
  const changed = { code: 'letter/draft-changed' }
  await assert.rejects(keep(officer, id, { version: 1, body: 'سه' }), changed)
  await assert.rejects(keep(officer, id, { version: 0, body: 'سه' }), changed)
  assert.deepEqual(
    (await listDrafts(context, officer, unit.id)).map((each) => [each.id, each.author]),
    [[id, colleague.id]]
  )
  await discardDraft(context, officer, { mailbox: unit.id, id })
  await assert.rejects(readDraft(context, officer, { mailbox: unit.id, id }), none)
  await assert.rejects(keep(colleague, id, { version: 2, body: 'چهار' }), changed)
})

test('nobody else keeps or finds one, and people have none here', async () => {
  const id = randomUUID()
  await keep(officer, id, { version: 0, body: 'یک' })
  for (const by of [otherUnit, citizen]) {
    await assert.rejects(listDrafts(context, by, unit.id), none)
    await assert.rejects(readDraft(context, by, { mailbox: unit.id, id }), none)
    await assert.rejects(keep(by, id, { version: 1, body: 'دو' }), none)
    await assert.rejects(discardDraft(context, by, { mailbox: unit.id, id }), none)
  }
  await assert.rejects(listDrafts(context, citizen, home.id), none)
})

test('what is not sealed, or too long, is not kept', async () => {
  const given = { mailbox: unit.id, id: randomUUID(), version: 0 }
  for (const bytes of [Buffer.from('متن نامه'), new Uint8Array(draftBytesMax + 1)]) {
    const kept = keepDraft(context, officer, { ...given, sealed: bytes })
    await assert.rejects(kept, { code: 'letter/draft-form' })
  }
})

test('a draft that nobody changed for thirty days is gone', async () => {
  const id = randomUUID()
  await keep(officer, id, { version: 0, body: 'یک' })
  clock.advance(`PT${String(24 * draftDays - 1)}H`)
  await expireDrafts(context)
  assert.equal((await readDraft(context, officer, { mailbox: unit.id, id })).version, 1)
  clock.advance('PT2H')
  assert.ok((await expireDrafts(context)) > 0)
  await assert.rejects(readDraft(context, officer, { mailbox: unit.id, id }), none)
})
