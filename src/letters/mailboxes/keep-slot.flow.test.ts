// Goal: one secret never counts as two of the ways that letters need. Method: ways to real mailboxes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction, newId } from '../../platform/index.ts'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { keepSlot } from './keep-slot.ts'
import { type NewSlot, endSlot, slotsOf } from './keyslot-store.ts'
import { mailboxById } from './mailbox-store.ts'

const desk = await deskServer()
const { context } = desk

/** Keeps a way whose secret has this public half. */
async function keep(
  mailbox: string,
  recipient: string,
  more: Partial<NewSlot> = {}
): Promise<string> {
  const at = context.clock.now()
  const way = {
    ...({
      id: newId(at),
      purpose: 'own',
      kind: 'paper',
      reader: null,
      readerMailbox: null
    } as const),
    ...{ delegation: null, label: '', sequence: 0, credential: null, slot: '{}', recipient },
    ...{ binding: '', madeAt: at, provenAt: at }
  }
  return inTransaction(context.db, async (tx) => {
    const found = await mailboxById(tx, mailbox)
    assert.ok(found)
    const slot = { ...way, ...more }
    await keepSlot(tx, found, slot)
    return slot.id
  })
}

test('keepSlot refuses the same secret twice, until its way is put aside', async () => {
  const { id } = await openTestMailbox(context, { person: (await desk.as('maryam-rezaei')).id })
  const first = await keep(id, 'age1pq1paper')
  await assert.rejects(keep(id, 'age1pq1paper'), { code: 'mailbox/way-there' })
  await assert.rejects(keep(id, 'age1pq1paper', { kind: 'passkey' }), { code: 'mailbox/way-there' })
  await keep(id, 'age1pq1other')
  assert.equal((await slotsOf(context.db, id)).length, 2)
  await inTransaction(context.db, (tx) =>
    endSlot(tx, { mailbox: id, id: first }, context.clock.now())
  )
  await keep(id, 'age1pq1paper')
})

test('keepSlot takes the same secret for another key in waiting, and for another mailbox', async () => {
  const { id } = await openTestMailbox(context, { person: (await desk.as('sina-moradi')).id })
  await keep(id, 'age1pq1paper')
  await keep(id, 'age1pq1paper', { sequence: 1 })
  assert.equal((await slotsOf(context.db, id)).length, 2)
})

test('keepSlot refuses an id that is taken', async () => {
  const { id } = await openTestMailbox(context, { person: (await desk.as('zahra-khosravi')).id })
  const first = await keep(id, 'age1pq1paper')
  await assert.rejects(keep(id, 'age1pq1other', { id: first }), { code: 'mailbox/keyslot-form' })
})

test('keepSlot gives no number of a paper key twice, also after it was put aside', async () => {
  const { id } = await openTestMailbox(context, { person: (await desk.as('hossein-barati')).id })
  const first = await keep(id, 'age1pq1one', { label: '1' })
  await assert.rejects(keep(id, 'age1pq1two', { label: '1' }), { code: 'mailbox/key-moved' })
  await assert.rejects(keep(id, 'age1pq1two', { label: '3' }), { code: 'mailbox/key-moved' })
  await keep(id, 'age1pq1two', { label: '2' })
  await inTransaction(context.db, (tx) =>
    endSlot(tx, { mailbox: id, id: first }, context.clock.now())
  )
  await assert.rejects(keep(id, 'age1pq1three', { label: '1' }), { code: 'mailbox/key-moved' })
  await keep(id, 'age1pq1three', { label: '3' })
  const kept = (await slotsOf(context.db, id)).map(({ label }) => label)
  assert.deepEqual(kept, ['2', '3'])
})
