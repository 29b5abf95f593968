import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../tests/support/people-server.ts'
import { factsOf } from '../ledger/index.ts'
import { listApiKeys } from './api-key-store.ts'
import { createApiKey } from './create-api-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'

const { app, context } = await peopleServer()

test('a revoked key opens nothing, and the list and the facts say so once', async () => {
  const input = { authority: 'sko', role: 'officer', label: 'بایگانی', live: true }
  const [kept, lost] = [await createApiKey(context, input), await createApiKey(context, input)]
  const statusOf = async ({ text }: { text: string }) => {
    const headers = { authorization: `Bearer ${text}` }
    return (await app.inject({ url: '/api/v1/me', headers })).statusCode
  }
  assert.deepEqual([await statusOf(kept), await statusOf(lost)], [200, 200])
  const ended = await revokeApiKey(context, lost.key.id)
  assert.deepEqual(await revokeApiKey(context, lost.key.id), ended)
  assert.deepEqual([await statusOf(kept), await statusOf(lost)], [200, 401])
  const works = new Map(
    (await listApiKeys(context.db)).map(({ id, revokedAt }) => [id, revokedAt === null])
  )
  assert.deepEqual([works.get(kept.key.id), works.get(lost.key.id)], [true, false])
  const facts = await factsOf(context.db, lost.key.id, lost.key.id)
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['key.created', 'key.revoked']
  )
})

test('revokeApiKey finds no key that is not there', async () => {
  assert.equal(await revokeApiKey(context, 'nothing'), null)
})
