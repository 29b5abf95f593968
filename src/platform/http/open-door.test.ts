// Goal: a request that lost its own scope fails closed. Method: listeners of the bare server, which run
// before and beside every hook, say in which scope they are, also while a long body comes in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { currentScope } from '../db/scope.ts'
import { openDoor } from './index.ts'

const { db } = await testDatabase()

test('events of a socket are nobody’s, and those of the program stay its own', async () => {
  const { app } = await edgeServer({ db })
  app.get('/', () => 'here')
  const seen = new Set<unknown>()
  const note = () => void seen.add(currentScope())
  app.server.on('connection', note)
  app.server.on('request', (request, response) => {
    note()
    request.on('data', note).on('end', note).on('close', note)
    response.on('finish', note).on('close', note)
  })
  const origin = await openDoor(app, { port: 0, host: 'localhost' })
  await (await fetch(origin)).text()
  await (await fetch(origin, { method: 'POST', body: 'x'.repeat(300_000) })).text()
  await app.close()
  assert.deepEqual([...seen], ['public'])
  assert.equal(currentScope(), 'system')
})
