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

const asked = { identifier, person: '', case: '', unit: '' }

test('a unit finds a person by an identifier; a person finds units and nobody else', async () => {
  const from = { authority: 'sko', unit: 'citizen-services' }
  const found = await findRecipient(context, officer, { ...asked, from })
  assert.deepEqual([found?.person, found?.title], [known?.id, known?.name])
  assert.equal(found?.identifier, `identifier:national-id:${identifier}`)
  const again = { ...asked, identifier: '', person: found?.person ?? '', from }
  assert.deepEqual(await findRecipient(context, officer, again), found)
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

test('whoever tries identifiers is stopped after sixty in a minute, found or not, and can go on later', async () => {
  const curious = await desk.as('leila-arab')
  const from = { authority: 'sko', unit: 'civil-affairs' }
  const look = (typed: string) =>
    findRecipient(context, curious, { ...asked, identifier: typed, from })
  for (let i = 0; i < 60; i++) assert.equal(await look(`11${String(i).padStart(8, '0')}`), null)
  await assert.rejects(look(identifier), { code: 'directory/too-many-lookups' })
  await assert.rejects(look('9900000000'), { code: 'directory/too-many-lookups' })
  assert.notEqual(await findRecipient(context, officer, { ...asked, from }), null)
  desk.clock.advance('PT61S')
  assert.equal((await look(identifier))?.person, known?.id)
})
