import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { PushbackError, Refusal, silentLog } from '../index.ts'
import { api } from './api.ts'
import { answerJobs } from './idempotency.ts'
import { withScope } from '../db/index.ts'

class DoneError extends Refusal {
  readonly code = 'test/done'
}

const { db } = await testDatabase()
const said: string[] = []
const log = { ...silentLog, error: (_details: object, message: string) => void said.push(message) }
const { app, context, clock } = await edgeServer({ db, log })

/** What the operation does when it is carried out; tests put their own here. */
let act: () => Promise<void> | void = () => {}
let times = 0
api(app, {
  method: 'post',
  path: '/deeds',
  summary: 'Does something that can be counted',
  tag: 'test',
  auth: 'session-or-key',
  body: z.strictObject({ what: z.string() }),
  response: z.object({ times: z.number() }),
  status: 201,
  handler: async () => {
    times += 1
    await act()
    return { times }
  }
})

let keys = 0
const newKey = () => `key-${String((keys += 1))}`

async function ask(key: string, what = 'this', caller = 'system') {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/deeds',
    headers: { authorization: `Bearer ${caller}`, 'idempotency-key': key },
    payload: { what }
  })
  return {
    status: answer.statusCode,
    body: answer.json<{ times?: number; code?: string }>(),
    replayed: answer.headers['idempotent-replayed'] === 'true',
    retryAfter: answer.headers['retry-after']
  }
}

test('a keyed request is carried out once and answered every time', async () => {
  const key = newKey()
  const first = await ask(key)
  assert.deepEqual([first.status, first.replayed], [201, false])
  const again = await ask(key)
  assert.deepEqual([again.status, again.body, again.replayed], [201, first.body, true])
})

test('a refusal is an answer too; a fault and too much load are none', async () => {
  const [refused, overloaded, broken] = [newKey(), newKey(), newKey()]
  act = () => Promise.reject(new DoneError({ fa: 'نه', en: 'no' }))
  assert.equal((await ask(refused)).body.code, 'test/done')
  act = () => Promise.reject(new PushbackError(2))
  assert.equal((await ask(overloaded)).status, 503)
  act = () => Promise.reject(new Error('a bug'))
  assert.equal((await ask(broken)).status, 500)
  act = () => {}
  const later = await ask(refused)
  assert.deepEqual([later.status, later.body.code, later.replayed], [409, 'test/done', true])
  assert.deepEqual([(await ask(overloaded)).status, (await ask(broken)).status], [201, 201])
})

test('a repetition of a request that is being answered is asked to wait', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const key = newKey()
  const { promise, resolve } = Promise.withResolvers<void>()
  const begun = new Promise<void>((settle) => {
    act = () => {
      settle()
      return promise
    }
  })
  const first = ask(key)
  await begun
  clock.advance('PT7S')
  const meanwhile = await ask(key)
  assert.deepEqual([meanwhile.status, meanwhile.body.code], [409, 'idempotency/under-way'])
  assert.equal(meanwhile.retryAfter, '1')
  // It says that it lives, so it is not taken for dead however long it takes.
  t.mock.timers.tick(2000)
  await app.inject('/healthz')
  await sql`select 1`.execute(db)
  await claimIsAt(clock.now())
  clock.advance('PT7S')
  assert.equal((await ask(key)).body.code, 'idempotency/under-way')
  act = () => {}
  resolve()
  assert.deepEqual((await first).body, (await ask(key)).body)
})

/** Waits until the one open claim is of this instant. */
async function claimIsAt(at: Temporal.Instant): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    await pause(10)
    const found = await sql<{ at: Temporal.Instant }>`
      select asked_at as at from idempotent_answers where status is null`.execute(db)
    if (found.rows[0]?.at.equals(at) === true) return
  }
  assert.fail('the claim was not renewed')
}

test('what a killed process left without an answer is carried out again a little later', async () => {
  const key = newKey()
  act = () => {}
  await ask(key)
  // As a process leaves it that dies between the deed and the answer.
  await sql`update idempotent_answers set status = null, body = null`.execute(db)
  const before = times
  assert.equal((await ask(key)).body.code, 'idempotency/under-way')
  clock.advance('PT9S')
  assert.equal((await ask(key)).status, 201)
  assert.equal(times, before + 1)
})

test('whoever did something hears of it, even if the answer cannot be kept', async () => {
  const key = newKey()
  // What serves requests may change no table.
  act = () =>
    withScope('system', async () => {
      await sql`alter table idempotent_answers rename to away`.execute(db)
    })
  assert.equal((await ask(key)).status, 201)
  await sql`alter table away rename to idempotent_answers`.execute(db)
  assert.ok(said.includes('an answer could not be kept for repetitions'))
  act = () => {}
})

test('a key with another body is refused, and is nobody else’s', async () => {
  const key = newKey()
  await ask(key)
  assert.equal((await ask(key, 'that')).body.code, 'idempotency/other-body')
  assert.equal((await ask(key, 'that', 'another system')).status, 201)
})

test('an answer is forgotten after a day', async () => {
  const key = newKey()
  const first = await ask(key)
  const forget = () => answerJobs.schedule![0]!.run(context)
  clock.advance('PT23H')
  await forget()
  assert.equal((await ask(key)).replayed, true)
  clock.advance('PT2H')
  await forget()
  assert.notDeepEqual((await ask(key)).body, first.body)
})
