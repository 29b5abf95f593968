// Goal: a unit finds whom it writes to, and nobody else learns a name by an identifier. Method: recipients
// asked for as a unit and as a person, by an identifier of the demonstration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { factsOf } from '../../ledger/index.ts'
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
  const from = { authority: 'sko', unit: 'citizen-services' }
  const found = await findRecipient(context, officer, { ...asked, from })
  assert.deepEqual([found?.person, found?.title], [known?.id, known?.name])
  assert.equal(found?.identifier, `identifier:national-id:${identifier}`)
  const byPerson = { ...asked, from: { authority: null, unit: null } }
  assert.equal(await findRecipient(context, neighbour, byPerson), null)
  const toUnit = await findRecipient(context, neighbour, { ...byPerson, unit: unit.id })
  assert.equal(toUnit?.mailbox?.id, unit.id)
})

test('whoever was looked up by an identifier reads who did it, and nothing is there of who was not found', async () => {
  const lookedAt = await factsOf(context.db, known?.id ?? '', known?.id ?? '')
  assert.deepEqual(
    lookedAt
      .filter(({ kind }) => kind === 'access.allowed')
      .map(({ actor, body }) => [actor, body['dataType']]),
    [[officer.id, 'account']]
  )
})
