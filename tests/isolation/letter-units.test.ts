// Goal: the database gives the rows of a letter to its two sides, of a unit to whom the unit's mailbox is open
// (`mayRead`), and to nobody else, whatever the query says; and it gives them no less. Method: letters of
// several units of two bodies, sent, waiting, approved, opened, reported and taken back; then every role in
// every unit, random sets of them, people and keys read every table whole, with no use case between.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { signOpening } from '../../src/kernel/seal/index.ts'
import { exchange } from '../../src/letters/index.ts'
import type { LetterInput } from '../../src/letters/exchange/letter.ts'
import { publishLane } from '../../src/letters/exchange/publish-letters.ts'
import { setSecondPerson } from '../../src/letters/exchange/unit-setting-store.ts'
import { mailboxById, mayRead } from '../../src/letters/mailboxes/index.ts'
import { saveTemplate } from '../../src/letters/writer/template-store.ts'
import { type Actor, apiKeyOfText, createApiKey } from '../../src/people/index.ts'
import { scopeOfKey } from '../../src/people/data-scope.ts'
import type { Grant } from '../../src/people/role.ts'
import { type Scope, inTransaction, newId } from '../../src/platform/index.ts'
import { testDesk } from '../support/desk.ts'
import { type TestMailbox, openTestMailbox, sealTestLetter, streamed } from '../support/letters.ts'
import { asker, everyGrant } from './unit-askers.ts'
import { type ForgedRow, deleteWhole, privateTables, readWhole } from './forged.ts'

const desk = await testDesk()
const { context } = desk
const { db, clock } = context
const places = {
  investment: { authority: 'sko', unit: 'investment' },
  services: { authority: 'sko', unit: 'citizen-services' },
  messaging: { authority: 'ito', unit: 'messaging' }
}
const citizen = await desk.as('maryam-rezaei')
const units = {
  investment: await openTestMailbox(context, places.investment),
  services: await openTestMailbox(context, places.services),
  messaging: await openTestMailbox(context, places.messaging)
}
const home = await openTestMailbox(context, { person: citizen.id })
const officers = {
  investment: await desk.as('neda-yousefi'),
  services: await desk.as('reza-farzaneh'),
  messaging: await desk.as('elham-daneshvar')
}

/** A letter with the ids by which its rows are known. */
interface KnownLetter {
  readonly id: string
  readonly content: string
  readonly sender: TestMailbox
  readonly recipient: TestMailbox | null
  readonly tables: readonly string[]
}

/** What a unit has for its letters, beside them. */
const ofUnits = ['letter_drafts', 'letter_templates', 'letter_unit_settings']
const everywhere = ['facts', 'letter_chunks', 'letters', 'sent_letters']

async function handIn(
  by: Actor,
  of: { readonly from: TestMailbox; readonly to: TestMailbox | null; more?: Partial<LetterInput> }
) {
  const person = (await desk.as('hossein-barati')).id
  const sealed = await sealTestLetter(context, { ...of, person })
  const { input, file, token } = sealed
  await exchange.acceptLetter(context, by, { letter: input, content: streamed(file) })
  await publishLane(context, 'single')
  return { id: input.id, token }
}

async function known(
  id: string,
  sides: Pick<KnownLetter, 'sender' | 'recipient'>,
  more: readonly string[] = []
): Promise<KnownLetter> {
  const found = await sql<{
    content: string
  }>`select content from letters where id = ${id}`.execute(db)
  const content = found.rows[0]?.content ?? ''
  return { id, content, ...sides, tables: [...everywhere, ...more].toSorted() }
}

const letters = [
  await opened(),
  await reported(),
  await fromBody(),
  await waiting(),
  await forApproval(),
  await resealed()
]
for (const place of Object.values(places)) {
  const changedAt = clock.now()
  await inTransaction(db, async (tx) => {
    const template = { name: 'نمونه', subject: '', body: 'متن', changedAt }
    await saveTemplate(tx, place, { ...template, id: newId(changedAt) })
    await sql`
      insert into letter_drafts (bucket, id, mailbox, authority, unit, author, version, sealed, begun_at,
        changed_at, data_type)
      values (1, gen_random_uuid(), gen_random_uuid(), ${place.authority}, ${place.unit},
        gen_random_uuid(), 1, '', ${changedAt}, ${changedAt}, 'letters')`.execute(tx)
    await setSecondPerson(tx, place, { secondPerson: place.unit === 'messaging', at: changedAt })
  })
}
const tables = await privateTables(db)

/** From a unit to a person, who opened it. */
async function opened() {
  const sides = { sender: units.investment, recipient: home }
  const { id, token } = await handIn(officers.investment, { from: units.investment, to: home })
  const note = signOpening({ letter: id, state: 'opened', token, signers: home.keys.signers })
  const proof = { token: Buffer.from(token).toString('base64'), note }
  await exchange.confirmOpening(context, citizen, { letter: id, state: 'opened', proof })
  return known(id, sides, ['letter_proofs'])
}

/** From a person to a unit, which reported it. */
async function reported() {
  const sides = { sender: home, recipient: units.services }
  const { id } = await handIn(citizen, { from: home, to: units.services })
  await exchange.reportLetter(context, officers.services, { letter: id, kind: 'fraud' })
  return known(id, sides, ['letter_remarks'])
}

/** From one body to another. */
async function fromBody() {
  const sides = { sender: units.messaging, recipient: units.investment }
  const { id } = await handIn(officers.messaging, { from: units.messaging, to: units.investment })
  return known(id, sides)
}

/** To somebody without a mailbox, to whom a page with it was sent as well. */
async function waiting() {
  const { id } = await handIn(officers.services, { from: units.services, to: null })
  await sql`
    insert into letter_claims (bucket, handle, letter_id, authority, sender, person, recipient_key,
      size_class, sha256, token_hash, made_by, made_at, expires_at, data_type)
    select 1, ${'0'.repeat(64)}, id, authority, sender, recipient_person, recipient_key, size_class,
      sha256, token_hash, 'x', now(), now(), 'letters' from letters where id = ${id}`.execute(db)
  return known(id, { sender: units.services, recipient: null }, ['letter_claims'])
}

/** For a second person of the unit. */
async function forApproval() {
  const more = { approval: true }
  const { id } = await handIn(officers.services, { from: units.services, to: home, more })
  return known(id, { sender: units.services, recipient: null }, ['letter_approvals'])
}

/** For a second person, who let it go to another unit: what happened before lies with the sender. */
async function resealed() {
  const sides = { sender: units.services, recipient: units.investment }
  const more = { approval: true }
  const { id } = await handIn(officers.services, {
    from: units.services,
    to: sides.recipient,
    more
  })
  const again = await sealTestLetter(context, {
    from: units.services,
    to: sides.recipient,
    more: { id }
  })
  const approver = await desk.as('mohsen-alavi')
  const resealing = { ...again.input, letter: id, content: streamed(again.file) }
  await exchange.approveLetter(context, approver, { letter: id, resealing })
  await publishLane(context, 'single')
  return known(id, sides, ['letter_approvals'])
}

/** Tables in which somebody is to find a letter: of either side all, of the sender what it settled within. */
async function allowed(actor: Actor, { sender, recipient, tables: all }: KnownLetter) {
  const reads = async (mailbox: TestMailbox | null) => {
    const found = mailbox && (await mailboxById(db, mailbox.id))
    return found !== null && mayRead(db, actor, { mailbox: found, now: clock.now() })
  }
  if (await reads(sender)) return all
  return (await reads(recipient)) ? all.filter((table) => table !== 'letter_approvals') : []
}

function tablesFound(rows: readonly ForgedRow[], { id, content }: KnownLetter): string[] {
  const own = rows.filter(({ row }) => row.includes(id) || row.includes(content))
  return [...new Set(own.map(({ table }) => table))].toSorted()
}

async function demandExactly(actor: Actor, scope: Scope): Promise<void> {
  const rows = await readWhole(db, scope, tables)
  for (const [i, letter] of letters.entries()) {
    const who = `letter ${String(i)} for ${JSON.stringify(actor.grants)}`
    assert.deepEqual(tablesFound(rows, letter), await allowed(actor, letter), who)
  }
  for (const table of ofUnits) {
    for (const [name, place] of Object.entries(places)) {
      const mailbox = await mailboxById(db, units[name as keyof typeof units].id)
      const may = mailbox && (await mayRead(db, actor, { mailbox, now: clock.now() }))
      const found = rows.some((each) => each.table === table && isOf(each, place))
      assert.equal(found, may, `${table} of ${name} for ${JSON.stringify(actor.grants)}`)
    }
  }
}

function isOf({ row }: ForgedRow, place: { authority: string; unit: string }): boolean {
  const { authority, unit } = JSON.parse(row) as { authority: string; unit: string }
  return authority === place.authority && unit === place.unit
}

const grants = await everyGrant(db)
const byGrants = (held: readonly Grant[]) => {
  const { actor, scope } = asker(held)
  return demandExactly(actor, scope)
}

test('each role in each unit is given the letters that it reads, and no other row of letters', async () => {
  for (const grant of grants) await byGrants([grant])
  await byGrants([{ authority: '*', unit: null, role: 'operator', post: null }])
})

test('so is whoever holds several roles', async () => {
  const several = fc.uniqueArray(fc.constantFrom(...grants), { minLength: 2, maxLength: 4 })
  await fc.assert(fc.asyncProperty(several, byGrants), { numRuns: 25 })
})

test('people are given their own letters, and those of whom they act for, alone', async () => {
  const neighbour = await desk.as('hossein-barati')
  await demandExactly(citizen, { people: [citizen.id], authorities: [] })
  const rows = await readWhole(db, { people: [neighbour.id], authorities: [] }, tables)
  // What waits for them is theirs to know of, and nothing else is.
  for (const letter of letters) {
    const isTheirs = letter === letters[3]
    assert.equal(tablesFound(rows, letter).length > 0, isTheirs)
  }
})

test('the program of a unit is given the letters of that unit alone', async () => {
  for (const unit of ['investment', null]) {
    const given = { authority: 'sko', unit, role: 'officer', live: true } as const
    const { text } = await createApiKey(context, given)
    const key = await apiKeyOfText(context, text, 'letters:read')
    assert.ok(key !== null)
    const grant: Grant = { authority: 'sko', unit, role: 'officer', post: null }
    const name = { fa: '', en: '' }
    const actor: Actor = { kind: 'api-key', id: key.id, name, grants: [grant], person: null }
    await demandExactly(actor, scopeOfKey(key, null))
  }
})

test('nobody deletes or adds letters of another unit, with no condition at all', async () => {
  const grant: Grant = { authority: 'sko', unit: 'civil-affairs', role: 'officer', post: null }
  const { scope } = asker([grant])
  const ofLetters = [...new Set(letters.flatMap((letter) => letter.tables))]
  await inTransaction(db, async (tx) => {
    for (const table of ofLetters.filter((each) => each !== 'facts'))
      assert.equal(await deleteWhole(tx, scope, table), 0, table)
  })
  const left = await sql`select 1 from letters`.execute(db)
  assert.equal(left.rows.length, letters.length)
})
