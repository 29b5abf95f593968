// Goal: a person hears of their account by each proven contact, and only theirs. Method: PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { addressKey, readAddress } from './contact.ts'
import { contactsOf, deleteContact, insertContact, ownerOfAddress } from './contact-store.ts'
import { markMessagesRead, messagesOf } from './message-store.ts'
import { tellPerson } from './tell-person.ts'

const { db } = await testDatabase()
const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
const words = { fa: 'خبر', en: 'news' }

function prove(person: string, typed: string): Promise<boolean> {
  const address = readAddress(typed)
  assert.ok(address)
  return inTransaction(db, (tx) =>
    insertContact(tx, { ...address, person, lang: 'fa', provenAt: at })
  )
}

test('readAddress takes one form of each address, and nothing else', () => {
  assert.deepEqual(readAddress(' ۰۹۱۲۳۴۵۶۷۸۹ '), { channel: 'sms', address: '+989123456789' })
  assert.deepEqual(readAddress('Someone@Desk.Example'), {
    channel: 'e-mail',
    address: 'someone@desk.example'
  })
  for (const wrong of [
    '',
    'a@b',
    '12',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example'
  ])
    assert.equal(readAddress(wrong), null, wrong)
})

test('an address lets in whoever proved it first, and nobody beside', async () => {
  const [first, second] = [newId(at), newId(at)]
  assert.ok(await prove(first, 'one@desk.example'))
  assert.equal(await prove(second, 'One@desk.example'), false)
  const address = { channel: 'e-mail', address: 'one@desk.example' } as const
  assert.equal(await ownerOfAddress(db, address), first)
  assert.equal(
    await inTransaction(db, (tx) => deleteContact(tx, { ...address, person: second })),
    false
  )
  assert.equal(await ownerOfAddress(db, address), first)
  assert.ok(await inTransaction(db, (tx) => deleteContact(tx, { ...address, person: first })))
  assert.equal(await ownerOfAddress(db, address), null)
  assert.match(addressKey(address), /^[0-9a-f]{64}$/)
})

test('tellPerson writes into the list and queues one message for each contact', async () => {
  const [person, other] = [newId(at), newId(at)]
  await prove(person, 'two@desk.example')
  await prove(person, '09123456789')
  await prove(other, 'three@desk.example')
  assert.equal((await contactsOf(db, person)).length, 2)
  await inTransaction(db, (tx) =>
    tellPerson(tx, { person, subject: words, text: words, kind: 'test' }, at)
  )
  const [message] = await messagesOf(db, person, 10)
  assert.deepEqual(
    [message?.subject, message?.text, message?.kind, message?.readAt],
    [words, words, 'test', null]
  )
  assert.deepEqual(await messagesOf(db, other, 10), [])
  await markMessagesRead(db, person, at)
  assert.equal((await messagesOf(db, person, 10))[0]?.readAt?.toString(), at.toString())
})
