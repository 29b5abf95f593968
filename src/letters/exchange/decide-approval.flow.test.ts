// Goal: a letter of any size is approved by a second key of its unit, its bytes as they are, and by no other.
// Method: a desk with two keys of one unit over HTTP; a letter of 3 MB handed in for approval and let go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { type TestLetter, openTestMailbox, sealTestLetter } from '../../../tests/support/letters.ts'
import { openLetter } from '../../kernel/seal/index.ts'
import { createApiKey } from '../../people/index.ts'
import { letterById } from './letter-store.ts'
import { publishLane } from './publish-letters.ts'
import { readContent } from './read-content.ts'
import { exchangeRoutes } from './routes.ts'

const desk = await deskServer(undefined, exchangeRoutes)
const { context, app } = desk
const place = { authority: 'sko', unit: 'citizen-services' } as const
const unit = await openTestMailbox(context, place)
const citizen = await desk.as('maryam-rezaei')
const home = await openTestMailbox(context, { person: citizen.id })
const writer = await keyOf('نویسنده', 'officer')
const second = await keyOf('نفر دوم', 'approver')
const body = 'بند '.repeat(450_000)

async function keyOf(label: string, role: 'officer' | 'approver') {
  const { text } = await createApiKey(context, { ...place, role, label, live: true })
  return { authorization: `Bearer ${text}` }
}

function put(path: string, letter: TestLetter, { by, more = {} }: { by: object; more?: object }) {
  const { recipientKey, sizeClass, sizeBytes, sha256, tokenHash } = letter.input
  const sizes = { sizeClass: String(sizeClass), sizeBytes: String(sizeBytes) }
  const query = new URLSearchParams({ recipientKey, ...sizes, sha256, tokenHash, ...more })
  return app.inject({
    method: 'PUT',
    url: `/api/v1/letters/${letter.input.id}${path}?${query.toString()}`,
    headers: { ...by, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(letter.file)
  })
}

test('a letter of 3 MB waits for a second key, which lets it go; the same again changes nothing', async () => {
  const held = await sealTestLetter(context, {
    from: unit,
    to: home,
    body,
    more: { approval: true }
  })
  const { id, sender, sentAt } = held.input
  const more = { sender, recipient: home.id, sentAt: sentAt.toString(), approval: 'true' }
  const handedIn = await put('', held, { by: writer, more })
  assert.equal(handedIn.statusCode, 201, handedIn.body)
  const forCitizen = await sealTestLetter(context, { from: unit, to: home, body, more: { id } })
  assert.ok(forCitizen.file.length > 3_000_000)
  const own = await put('/approval', forCitizen, { by: writer })
  assert.equal(own.json<{ code: string }>().code, 'letter/own-approval')
  const first = await put('/approval', forCitizen, { by: second })
  assert.equal(first.statusCode, 200, first.body)
  const again = await put('/approval', forCitizen, { by: second })
  assert.equal(again.statusCode, 200, again.body)
  assert.equal((await letterById(context.db, id))?.heldBy, home.id)
  const other = await sealTestLetter(context, { from: unit, to: home, body, more: { id } })
  const changed = await put('/approval', other, { by: second })
  assert.equal(changed.json<{ code: string }>().code, 'letter/state')
  await publishLane(context, 'single')
  const { content } = await readContent(context, citizen, id)
  const opened = await openLetter(Buffer.concat(await Array.fromAsync(content)), home.keys.identity)
  assert.ok(opened.ok)
  assert.equal(opened.value.body, body)
})
