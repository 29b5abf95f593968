import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { openDatabase, silentLog } from '../index.ts'

const { db } = await testDatabase()

test('createServer lets requests under way finish when it closes, and waits for no idle browser', async () => {
  const { app } = await edgeServer({ db })
  app.get('/slow', async () => {
    await pause(300)
    return 'done'
  })
  app.get('/fast', () => 'done')
  const origin = await app.listen({ port: 0, host: 'localhost' })
  await (await fetch(`${origin}/fast`)).text()
  const idle = connect(Number(new URL(origin).port), 'localhost')
  const slow = fetch(`${origin}/slow`).then((answer) => answer.text())
  await pause(100)
  const before = performance.now()
  await app.close()
  assert.equal(await slow, 'done')
  assert.ok(performance.now() - before < 5000)
  idle.destroy()
})

test('createServer answers 503 with a time to come back while the database is away', async () => {
  const nowhere = openDatabase('postgres://nobody:x@/none?host=/nowhere')
  const said: string[] = []
  const log = {
    ...silentLog,
    error: (_details: object, message: string) => void said.push(message)
  }
  const { app, context } = await edgeServer({ db: nowhere.db, log })
  app.get('/asks', () => sql`select 1`.execute(context.db))
  const answer = await app.inject('/asks')
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '3'])
  assert.match(answer.body, /پرکار/)
  assert.deepEqual(said, ['request failed'])
  await nowhere.close()
})

test('createServer answers what cannot be read without a fault', async () => {
  const { app } = await edgeServer({ db })
  app.post('/takes', () => 'taken')
  const statuses: [string, number][] = []
  for (const [what, request] of Object.entries({
    'no such page': { method: 'GET', url: '/nothing' },
    'no such operation': { method: 'GET', url: '/api/v1/nothing' },
    'an address that is none': { method: 'GET', url: '/%zz' },
    'half a JSON': { method: 'POST', url: '/takes', type: 'application/json', payload: '{"a":' },
    'an unknown type': { method: 'POST', url: '/takes', type: 'text/unknown', payload: 'x' },
    'too much': {
      method: 'POST',
      url: '/takes',
      type: 'application/json',
      payload: `"${'x'.repeat(1_100_000)}"`
    }
  } as Record<string, { method: 'GET' | 'POST'; url: string; type?: string; payload?: string }>)) {
    const { type, ...rest } = request
    const answer = await app.inject({
      ...rest,
      headers: type === undefined ? {} : { 'content-type': type }
    })
    statuses.push([what, answer.statusCode])
  }
  assert.deepEqual(Object.fromEntries(statuses), {
    'no such page': 404,
    'no such operation': 404,
    'an address that is none': 404,
    'half a JSON': 400,
    'an unknown type': 415,
    'too much': 413
  })
})

test('createServer asks whoever comes too often to wait', async () => {
  const { app } = await edgeServer({ db, environment: { PEYMAN_REQUESTS_PER_MINUTE: '3' } })
  app.get('/fast', () => 'done')
  const answers = []
  for (let i = 0; i < 4; i += 1) answers.push(await app.inject('/fast'))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 429]
  )
  assert.ok(Number(answers[3]?.headers['retry-after']) > 0)
})
