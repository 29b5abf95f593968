// Goal: what went through the system is counted once, and a letter whose bytes were changed by hand is
// found. Method: real letters between mailboxes of a desk, read, reported and damaged.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { openTestMailbox, sealTestLetter, streamed } from '../../../tests/support/letters.ts'
import { type FactKind, factsBetween } from '../../ledger/index.ts'
import { acceptLetter, exchangeJobs, readContent, reportLetter } from '../exchange/index.ts'
import { checkLetters } from './check-letters.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('reza-farzaneh')
const grant = officer.grants.find(({ role }) => role === 'officer')
assert.ok(grant?.unit)
const unit = await openTestMailbox(context, { authority: grant.authority, unit: grant.unit })
const home = await openTestMailbox(context, { person: citizen.id })

async function send(): Promise<string> {
  const { input, file } = await sealTestLetter(context, { from: unit, to: home })
  await acceptLetter(context, officer, { letter: input, content: streamed(file) })
  for (const job of exchangeJobs.schedule ?? []) await job.run(context)
  return input.id
}

async function facts(kind: FactKind) {
  const found = await factsBetween(context.db, { authority: 'ito', kinds: [kind] })
  return found.map(({ body }) => body)
}
const cell = async (attribute: string) =>
  (await facts('policy.checked')).findLast(
    (body) => body['row'] === 'letters' && body['attribute'] === attribute
  )

test('checkLetters counts a day of letters for who promises, and not twice', async () => {
  const read = await send()
  await send()
  const { content } = await readContent(context, citizen, read)
  await Array.fromAsync(content)
  await reportLetter(context, citizen, { letter: read, kind: 'forgery' })
  clock.advance('PT1M')
  await checkLetters(context)
  await checkLetters(context)
  const [counted, ...more] = await facts('letters.counted')
  assert.equal(more.length, 0)
  assert.deepEqual(
    [counted?.['accepted'], counted?.['published'], counted?.['unknownSender']],
    [2, 2, 0]
  )
  assert.deepEqual([counted?.['forgery'], counted?.['operatorAllowed']], [1, 0])
  assert.ok(Number(counted?.['connected']) >= 1)
  for (const attribute of ['provided-by', 'received-by', 'storage', 'analysis']) {
    const found = await cell(attribute)
    assert.equal(found?.['failed'], 0, attribute)
    assert.ok(Number(found?.['checked']) > 0, attribute)
  }
})

test('checkLetters finds a letter whose sealed bytes are not what was accepted', async () => {
  const damaged = await send()
  await sql`
    update letter_chunks c set bytes = overlay(bytes placing '\\x00'::bytea from 300)
    from letters l where l.id = ${damaged} and c.bucket = l.bucket and c.content = l.content`.execute(
    context.db
  )
  clock.advance('PT25H')
  await checkLetters(context)
  const found = await cell('storage')
  assert.deepEqual([found?.['failed'], found?.['ok']], [1, false])
  const [, counted] = await facts('letters.counted')
  assert.equal(counted?.['accepted'], 1, 'since the count before')
})
