// Goal: the crisis lane is for those who may alert everybody, and for nobody else. Method: the same letter
// of a unit by an officer, by a key, by a signatory, and one of a citizen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestMailbox, sealTestLetter, streamed } from '../../../tests/support/letters.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { broadcastingRoles } from '../broadcasts/publish-broadcast.ts'
import type { Actor } from '../../people/index.ts'
import { acceptLetter } from './accept-letter.ts'
import { crisisRoles } from './crisis-lane.ts'
import type { Lane } from './letter.ts'

const desk = await testDesk()
const { context } = desk
const officer = await desk.as('reza-farzaneh')
const citizen = await desk.as('maryam-rezaei')
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })
const home = await openTestMailbox(context, { person: citizen.id })
const signatory: Actor = {
  ...officer,
  grants: [{ authority: 'sko', unit: null, role: 'signatory', post: null }]
}

async function handIn(by: Actor, lane: Lane) {
  const [from, to] = by === citizen ? [home, unit] : [unit, home]
  const { input, file } = await sealTestLetter(context, { from, to, more: { lane } })
  return acceptLetter(context, by, { letter: input, content: streamed(file) })
}

test('an officer and a citizen are refused the crisis lane and have the others', async () => {
  for (const by of [officer, citizen]) {
    await assert.rejects(handIn(by, 'crisis'), { code: 'letter/crisis-lane' })
    for (const lane of ['single', 'bulk'] as const)
      assert.equal((await handIn(by, lane)).state, 'accepted')
  }
})

test('who may alert everybody may use it', async () => {
  assert.deepEqual(crisisRoles, broadcastingRoles)
  assert.equal((await handIn(signatory, 'crisis')).state, 'accepted')
})
