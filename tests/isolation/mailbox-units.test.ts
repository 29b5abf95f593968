// Goal: the database gives the rows of a unit's mailbox, its ways and its keys of before to whoever reads the
// letters of that unit (`mayRead`), to whoever has a way of their own, and to nobody else of the body.
// Method: mailboxes of several units with a way and a past key each; every role in every unit, random sets of
// them, people and keys read the tables whole, with no use case between.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { mailboxById, mayRead } from '../../src/letters/mailboxes/index.ts'
import { apiKeyOfText, createApiKey } from '../../src/people/index.ts'
import { scopeOfKey } from '../../src/people/data-scope.ts'
import type { Grant } from '../../src/people/role.ts'
import { type Scope, bucketOf, inTransaction, newId } from '../../src/platform/index.ts'
import { testDesk } from '../support/desk.ts'
import { type TestMailbox, openTestMailbox } from '../support/letters.ts'
import { deleteWhole, readWhole } from './forged.ts'
import { asker, everyGrant } from './unit-askers.ts'

const tables = ['keyslots', 'mailbox_history', 'mailboxes']
const desk = await testDesk()
const { context } = desk
const { db, clock } = context
const keeper = await desk.as('maryam-rezaei')
const places = [
  { authority: 'sko', unit: 'investment' },
  { authority: 'sko', unit: 'citizen-services' },
  { authority: 'ito', unit: 'messaging' }
]
const mailboxes: TestMailbox[] = []
for (const place of places) {
  const made = await openTestMailbox(context, place)
  mailboxes.push(made)
  await withWay(made, place, place.unit === 'investment' ? keeper.id : newId())
}
const before = await counts()

/** A custodian's way to a unit's mailbox, and a key that it had before. */
async function withWay(
  { id, keys }: TestMailbox,
  { authority, unit }: { readonly authority: string; readonly unit: string },
  reader: string
): Promise<void> {
  const at = clock.now()
  await sql`
    insert into keyslots (bucket, id, mailbox, authority, unit, purpose, kind, reader, label, sequence, slot,
      binding, made_at, proven_at, data_type)
    values (${bucketOf(id)}, ${newId(at)}, ${id}, ${authority}, ${unit}, 'custodian', 'mailbox', ${reader},
      '', 0, '{}', '', ${at}, ${at}, 'account')`.execute(db)
  await sql`
    insert into mailbox_history (bucket, mailbox, sequence, authority, unit, recipient, ended_at, data_type)
    values (${bucketOf(id)}, ${id}, 0, ${authority}, ${unit}, ${keys.recipient}, ${at}, 'account')`.execute(
    db
  )
}

async function counts(): Promise<string> {
  const rows = await readWhole(db, 'system', tables)
  return String(rows.length)
}

/** Which tables show a mailbox in a scope. */
async function shown(scope: Scope, { id }: TestMailbox): Promise<string[]> {
  const rows = await readWhole(db, scope, tables)
  const own = rows.filter(({ row }) => row.includes(id))
  return [...new Set(own.map(({ table }) => table))].toSorted()
}

async function demandExactly(held: readonly Grant[]): Promise<void> {
  const { actor, scope } = asker(held)
  for (const each of mailboxes) {
    const mailbox = await mailboxById(db, each.id)
    const may = mailbox !== null && (await mayRead(db, actor, { mailbox, now: clock.now() }))
    assert.deepEqual(await shown(scope, each), may ? tables : [], JSON.stringify(held))
  }
}

const grants = await everyGrant(db)

test('each role in each unit is given the mailboxes that it reads, and no other row', async () => {
  for (const grant of grants) await demandExactly([grant])
})

test('so is whoever holds several roles', async () => {
  const several = fc.uniqueArray(fc.constantFrom(...grants), { minLength: 2, maxLength: 4 })
  await fc.assert(fc.asyncProperty(several, demandExactly), { numRuns: 20 })
})

test('whoever has a way by their own mailbox sees that one alone', async () => {
  for (const [i, mailbox] of mailboxes.entries()) {
    const found = await shown({ people: [keeper.id], authorities: [] }, mailbox)
    assert.deepEqual(found, i === 0 ? tables : [])
  }
})

test('the program of a unit is given the mailbox of that unit alone', async () => {
  const given = { authority: 'sko', unit: 'investment', role: 'officer', live: true } as const
  const { text } = await createApiKey(context, given)
  const key = await apiKeyOfText(context, text, 'letters:read')
  assert.ok(key !== null)
  for (const [i, mailbox] of mailboxes.entries())
    assert.deepEqual(await shown(scopeOfKey(key, null), mailbox), i === 0 ? tables : [])
})

test('nobody takes a way of another unit away, with no condition at all', async () => {
  const grant: Grant = { authority: 'sko', unit: 'civil-affairs', role: 'officer', post: null }
  const { scope } = asker([grant])
  await inTransaction(db, async (tx) => {
    for (const table of tables) assert.equal(await deleteWhole(tx, scope, table), 0, table)
  })
  assert.equal(await counts(), before)
})
