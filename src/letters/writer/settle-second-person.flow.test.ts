// Goal: the rule of two people for the letters of a unit is turned off by nobody in secret. Method: the use
// case by those who may settle it and those who may not, the facts that it leaves, and who is told in which words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { needsSecondPerson } from '../exchange/index.ts'
import { mailboxOf } from '../mailboxes/index.ts'
import { settleSecondPerson } from './settle-second-person.ts'

const desk = await testDesk()
const { context } = desk
const place = { authority: 'sko', unit: 'citizen-services' }
await openTestMailbox(context, place)
const mailbox = (await mailboxOf(context.db, place)) ?? assert.fail()
const approver = await desk.as('mohsen-alavi')

/** What somebody was told, newest first, in both languages. */
async function told(key: string): Promise<string[]> {
  const found = await sql<{ fa: string; en: string }>`
    select subject ->> 'fa' as fa, subject ->> 'en' as en from person_messages
    where person = ${(await desk.as(key)).id} and kind = 'mailbox' and subject::text like '%second person%'
    order by told_at desc, id desc`.execute(context.db)
  return found.rows.flatMap(({ fa, en }) => [fa, en])
}

async function facts(): Promise<unknown[]> {
  const found = await sql<{ actor: string; needed: boolean }>`
    select actor, (body ->> 'secondPerson')::boolean as needed from facts
    where kind = 'mailbox.second-person-set' and subject = ${mailbox.id} order by at, id`.execute(
    context.db
  )
  return found.rows
}

test('each change is a fact under the name of who made it; what changes nothing is none', async () => {
  for (const secondPerson of [false, true, true, false])
    await settleSecondPerson(context, approver, { mailbox, secondPerson })
  assert.equal(await needsSecondPerson(context.db, place), false)
  assert.deepEqual(await facts(), [
    { actor: approver.id, needed: true },
    { actor: approver.id, needed: false }
  ])
})

test('whoever only writes for the unit, or is a citizen, settles nothing', async () => {
  for (const name of ['reza-farzaneh', 'maryam-rezaei']) {
    const actor = await desk.as(name)
    const said = settleSecondPerson(context, actor, { mailbox, secondPerson: true })
    await assert.rejects(said, { code: 'people/not-allowed' })
  }
  assert.equal(await needsSecondPerson(context.db, place), false)
})

test('those who write and approve there, and the administrators, are told of each change, once', async () => {
  const [off, offEn, on, onEn, ...more] = await told('reza-farzaneh')
  assert.match(off ?? '', /^هشدار: تأیید نفر دوم .+ برداشته شد$/)
  assert.match(offEn ?? '', /^Warning: letters of .+ need no second person any more$/)
  assert.match(on ?? '', /گذاشته شد$/)
  assert.match(onEn ?? '', /from now on$/)
  assert.deepEqual(more, [])
  for (const key of ['mohsen-alavi', 'vahid-rostami', 'bahram-shirazi'])
    assert.equal((await told(key)).length, 4, key)
  for (const key of ['neda-yousefi', 'ali-ghanbari', 'golnaz-heidari', 'maryam-rezaei'])
    assert.deepEqual(await told(key), [], key)
})
