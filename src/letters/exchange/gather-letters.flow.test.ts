// Goal: letters that a program hands in at the same moment are written together, and each has its own
// answer, as if it had come alone. Method: many at once by one key, right ones, a wrong one, one twice;
// beside them what comes by another key and by a person.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { openTestMailbox, sealTestLetter } from '../../../tests/support/letters.ts'
import type { Actor } from '../../people/index.ts'
import { acceptGathered } from './gather-letters.ts'

const desk = await testDesk()
const { context } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('reza-farzaneh')
const place = { authority: 'sko', unit: 'citizen-services' }
const unit = await openTestMailbox(context, place)
const home = await openTestMailbox(context, { person: citizen.id })
const keyOf = (authority: string): Actor => ({
  ...officer,
  ...{ kind: 'api-key', id: randomUUID(), person: null },
  grants: [{ authority, unit: null, role: 'officer', post: null }]
})

const letters = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () => sealTestLetter(context, { from: unit, to: home }))
  )

async function outcome(actor: Actor, { input, file }: Awaited<ReturnType<typeof letters>>[number]) {
  try {
    const handedIn = { letter: input, content: Buffer.from(file) }
    const { letter, repeated } = await acceptGathered(context, actor, handedIn)
    return [letter, repeated]
  } catch (error) {
    return (error as { code?: string }).code
  }
}

test('many at once are fewer transactions than letters, each with its own answer', async () => {
  const own = keyOf('sko')
  const right = await letters(20)
  const [first, second] = right
  assert.ok(first && second)
  const wrong = { ...second, input: { ...second.input, id: randomUUID(), sizeClass: 8192 } }
  const answers = await Promise.all([...right, wrong].map((one) => outcome(own, one)))
  assert.deepEqual(
    answers.slice(0, 20),
    right.map(({ input }) => [input.id, false])
  )
  assert.equal(answers[20], 'letter/size-class')
  // Not among them: where it is handed in again while it is written, all of its group go one by one.
  assert.deepEqual(await outcome(own, first), [first.input.id, true])
  const ids = right.map(({ input }) => input.id)
  const written = await sql<{ transactions: number }>`
    select count(distinct xmin::text)::integer as transactions from letters
    where id = any(${ids}::uuid[])`.execute(context.db)
  assert.ok((written.rows[0]?.transactions ?? 0) < 20)
})

test('another key, and a person, are judged by themselves', async () => {
  const all = await letters(4)
  const by = [keyOf('sko'), keyOf('ito'), officer, citizen]
  const answers = await Promise.all(all.map((one, i) => outcome(by[i] ?? officer, one)))
  assert.deepEqual(answers, [
    [all[0]?.input.id, false],
    'letter/sender-not-yours',
    [all[2]?.input.id, false],
    'letter/sender-not-yours'
  ])
})
