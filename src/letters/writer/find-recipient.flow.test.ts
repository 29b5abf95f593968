// Goal: a unit finds whom it writes to, and nobody else learns a name by an identifier. Method: recipients
// asked for as a unit and as a person, by an identifier of the demonstration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { personById } from '../../people/index.ts'
import { findRecipient } from './find-recipient.ts'

const desk = await testDesk()
const { context } = desk
const officer = await desk.as('reza-farzaneh')
const neighbour = await desk.as('hossein-barati')
const known = await personById(context.db, (await desk.as('maryam-rezaei')).id)
const identifier = known?.nationalId ?? ''
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })

test('a unit finds a person by an identifier; a person finds units and nobody else', async () => {
  const asked = { identifier, case: '', unit: '' }
  const found = await findRecipient(context, officer, { ...asked, byUnit: true })
  assert.deepEqual([found?.person, found?.title], [known?.id, known?.name])
  const byPerson = { ...asked, byUnit: false }
  assert.equal(await findRecipient(context, neighbour, byPerson), null)
  const toUnit = await findRecipient(context, neighbour, { ...byPerson, unit: unit.id })
  assert.equal(toUnit?.mailbox?.id, unit.id)
})
