// Goal: where a unit says that a second person approves its letters, the server itself lets none go
// without one. Method: letters of one unit by the use cases, before, while and after it says so.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  type TestMailbox,
  openTestMailbox,
  sealTestLetter,
  streamed
} from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { personById } from '../../people/index.ts'
import { inTransaction } from '../../platform/index.ts'
import { acceptLetter, acceptLetters } from './accept-letter.ts'
import { approveLetter } from './decide-approval.ts'
import type { LetterInput } from './letter.ts'
import { letterById } from './letter-store.ts'
import { setSecondPerson } from './unit-setting-store.ts'

const desk = await testDesk()
const { context, clock } = desk
const officer = await desk.as('reza-farzaneh')
const approver = await desk.as('mohsen-alavi')
const citizen = await desk.as('maryam-rezaei')
const waited = await desk.as('hossein-barati')
const place = { authority: 'sko', unit: 'citizen-services' }
const unit = await openTestMailbox(context, place)
const home = await openTestMailbox(context, { person: citizen.id })
const needed = { code: 'letter/approval-needed' }

function letterTo(to: TestMailbox | null, more: Partial<LetterInput> = {}) {
  return sealTestLetter(context, { from: unit, to, person: waited.id, more })
}

async function handIn(to: TestMailbox | null, more: Partial<LetterInput> = {}) {
  const { input, file } = await letterTo(to, more)
  return acceptLetter(context, officer, { letter: input, content: streamed(file) })
}

function saySecondPerson(secondPerson: boolean): Promise<void> {
  const set = { secondPerson, at: clock.now() }
  return inTransaction(context.db, (tx) => setSecondPerson(tx, place, set))
}

test('a unit with a second person sends nothing without one, whoever is to get it', async () => {
  const first = await letterTo(home)
  const handedIn = () => ({ letter: first.input, content: streamed(first.file) })
  await acceptLetter(context, officer, handedIn())
  await saySecondPerson(true)
  for (const to of [home, null]) await assert.rejects(handIn(to), needed)
  const [inBatch] = await acceptLetters(
    context,
    officer,
    [await letterTo(home)].map(({ input, file }) => ({ letter: input, content: streamed(file) }))
  )
  assert.equal(inBatch?.refusal?.code, needed.code)
  // What was accepted before has its receipt still.
  assert.equal((await acceptLetter(context, officer, handedIn())).repeated, true)
  await saySecondPerson(false)
  assert.equal((await handIn(home)).repeated, false)
})

test('its letters for approval and its own copies are taken; what is called a copy and is none, not', async () => {
  const { letter: before } = await handIn(home)
  await saySecondPerson(true)
  await assert.rejects(handIn(home, { copyOf: before }), { code: 'letter/reference' })
  assert.equal((await handIn(unit, { copyOf: before })).state, 'accepted')
  const { letter } = await handIn(home, { approval: true })
  const { input, file } = await letterTo(home, { id: letter })
  const resealing = { ...input, letter, content: streamed(file) }
  await approveLetter(context, approver, { letter, resealing })
  assert.equal((await letterById(context.db, letter))?.heldBy, home.id)
})

test('people who write to the unit need nobody', async () => {
  await saySecondPerson(true)
  const { input, file } = await sealTestLetter(context, { from: home, to: unit })
  for (const recipient of [input.recipient, place]) {
    const letter = { ...input, id: randomUUID(), recipient }
    const receipt = await acceptLetter(context, citizen, { letter, content: streamed(file) })
    assert.equal(receipt.state, 'accepted')
  }
})

test('a person who writes to a person learns nothing of whether there is one', async () => {
  const { input, file } = await sealTestLetter(context, { from: home, to: unit })
  const national = (value: string) => ({ identifier: { kind: 'national-id' as const, value } })
  const known = (await personById(context.db, waited.id))?.nationalId ?? ''
  const whom = [
    { person: waited.id },
    { person: randomUUID() },
    national(known),
    national('9900000099')
  ]
  for (const recipient of whom) {
    const letter = { ...input, id: randomUUID(), recipient }
    const handed = acceptLetter(context, citizen, { letter, content: streamed(file) })
    await assert.rejects(handed, { code: 'letter/sender-no-body' })
  }
})
