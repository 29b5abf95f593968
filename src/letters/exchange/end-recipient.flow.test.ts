// Goal: nobody is said to read no more whom nobody is, nor by anybody but who takes in papers. Method:
// the operation over HTTP with ids of other things, by people and staff whose part it is not.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { deskServer } from '../../../tests/support/desk-server.ts'
import { openTestMailbox } from '../../../tests/support/letters.ts'
import { createApiKey } from '../../people/index.ts'
import { exchangeRoutes } from './routes.ts'

const desk = await deskServer(undefined, exchangeRoutes)
const { context, app } = desk
const citizen = await desk.as('maryam-rezaei')
const clerk = await desk.signIn('ali-ghanbari')
const mailbox = await openTestMailbox(context, { person: citizen.id })

const end = (
  id: string,
  { by = clerk, body = {} }: { by?: { headers: object }; body?: object } = {}
) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/letter-recipients/${id}/end`,
    headers: { ...by.headers },
    payload: { authority: 'sko', kind: 'deceased', paper: 'گواهی ۱۲۳', ...body }
  })

async function ends(): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from letter_recipient_ends`.execute(context.db)
  return found.rows[0]?.n ?? -1
}

test('an id that is no person is not found, and nothing is written of it', async () => {
  const session = await sql<{ id: string }>`select id from sessions limit 1`.execute(context.db)
  const ofSession = session.rows[0]?.id ?? ''
  assert.match(ofSession, /^[0-9a-f-]{36}$/)
  for (const id of [ofSession, mailbox.id, randomUUID()])
    assert.equal((await end(id)).statusCode, 404, id)
  // Nor does a person become dissolved.
  assert.equal((await end(citizen.id, { body: { kind: 'dissolved' } })).statusCode, 404)
  assert.equal(await ends(), 0)
})

test('only staff of the body that has the paper record it', async () => {
  const auditor = await createApiKey(context, {
    ...{ authority: 'sko', unit: null, role: 'auditor', label: 'x', live: true }
  })
  const strangers = [
    await desk.signIn('hossein-barati'),
    await desk.signIn('neda-yousefi'),
    await desk.signIn('reza-farzaneh'),
    { headers: { authorization: `Bearer ${auditor.text}` } }
  ]
  for (const id of [citizen.id, randomUUID()])
    for (const [i, by] of strangers.entries())
      assert.equal((await end(id, { by })).statusCode, 403, `${String(i)} ${id}`)
  assert.equal((await end(citizen.id, { body: { authority: 'ito' } })).statusCode, 403)
  assert.equal(await ends(), 0)
  assert.equal((await end(citizen.id)).statusCode, 201)
  assert.equal(await ends(), 1)
})
