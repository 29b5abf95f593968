// Goal: keys of readers are looked up by whoever gives them ways, and nobody else learns by it which
// mailboxes there are. Method: real mailboxes, and each asker with ids that are there and that are not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { mailboxRoutes } from './routes.ts'

const desk = await deskServer(undefined, mailboxRoutes)
const { context, app } = desk
const idOf = async (key: string) => (await desk.as(key)).id
const theirs = await openTestMailbox(context, { person: await idOf('maryam-rezaei') })
const own = await openTestMailbox(context, { person: await idOf('gholam-haidari') })
const unit = await openTestMailbox(context, { authority: 'sko', unit: 'citizen-services' })

// Here no head of the directory is published: what is looked up is found, and not proven yet.
const found = [409, 'directory/no-head']

async function ask(key: string, mailbox: string, reader: string) {
  const { headers } = await desk.signIn(key)
  const url = `/api/v1/mailboxes/${mailbox}/reader-keys/${reader}`
  const answer = await app.inject({ method: 'GET', url, headers })
  return [answer.statusCode, answer.json<{ code?: string }>().code ?? null]
}

test('to who has no business with a mailbox, all ids are the same', async () => {
  for (const mailbox of [theirs.id, unit.id, randomUUID()])
    for (const reader of [own.id, theirs.id, unit.id, randomUUID()])
      assert.deepEqual(await ask('gholam-haidari', mailbox, reader), [404, 'mailbox/not-found'])
})

test('an owner, and who heads a unit whose mailbox is not there yet, look keys up', async () => {
  assert.deepEqual(await ask('gholam-haidari', own.id, theirs.id), found)
  assert.deepEqual(await ask('gholam-haidari', own.id, randomUUID()), [422, 'mailbox/reader'])
  assert.deepEqual(await ask('mohsen-alavi', randomUUID(), theirs.id), found)
  assert.deepEqual(await ask('mohsen-alavi', theirs.id, own.id), [404, 'mailbox/not-found'])
})
