import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDatabase } from '../db/index.ts'
import { sql } from 'kysely'
import { InvalidInputError, PushbackError, Refusal } from '../errors.ts'
import { problemBody, problemOf } from './problems.ts'

class TakenError extends Refusal {
  readonly code = 'test/taken'
  constructor() {
    super({ fa: 'گرفته شده', en: 'Taken.' })
  }
}

const coded = (code: string, message = '') => Object.assign(new Error(message), { code })

test('problemOf gives a refusal its own code, status and words', () => {
  const { status, code, text } = problemOf(new TakenError())
  assert.deepEqual([status, code, text.fa], [409, 'test/taken', 'گرفته شده'])
  assert.equal(problemOf(new PushbackError(7)).retryAfterSeconds, 7)
})

test('problemOf says nothing of a bug but that there was one', () => {
  const secrets = [new TypeError('secret'), coded('23505', 'secret'), 'secret', undefined]
  for (const error of secrets) {
    const problem = problemOf(error)
    assert.deepEqual([problem.status, problem.code], [500, 'internal'])
    assert.doesNotMatch(JSON.stringify(problem), /secret/)
  }
})

test('problemOf takes the status of the framework’s own refusals, and of no fault', () => {
  const statuses = [400, 403, 404, 413, 415, 429, 500, 302]
  const found = statuses.map((statusCode) =>
    problemOf(Object.assign(new Error('x'), { statusCode }))
  )
  assert.deepEqual(
    found.map(({ status }) => status),
    [400, 403, 404, 413, 415, 429, 500, 500]
  )
  assert.equal(found[5]?.retryAfterSeconds, 60)
})

test('problemOf takes a text with a NUL in it for a malformed request', () => {
  assert.equal(problemOf(coded('22021')).code, 'request/malformed')
})

test('problemOf asks to come back while the database is away', async () => {
  const nowhere = openDatabase('postgres://nobody:x@/none?host=/nowhere')
  const refused: unknown = await sql`select 1`.execute(nowhere.db).catch((error: unknown) => error)
  await nowhere.close()
  const closed: unknown = await sql`select 1`.execute(nowhere.db).catch((error: unknown) => error)
  const away = [
    refused,
    closed,
    coded('57P01', 'terminating connection due to administrator command'),
    coded('57P03', 'the database system is starting up'),
    coded('53300', 'sorry, too many clients already'),
    coded('08006'),
    coded('ECONNRESET'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect')
  ]
  for (const error of away) {
    const { status, code, retryAfterSeconds } = problemOf(error)
    assert.deepEqual([status, code, retryAfterSeconds], [503, 'overloaded', 3], String(error))
  }
  // A fault of ours, and no word of the database.
  assert.equal(problemOf(new Error('timeout')).status, 500)
})

test('problemBody is a problem of RFC 9457 in one language, with a pointer for each field', () => {
  const text = { fa: 'عدد بنویسید', en: 'Write a number' }
  const error = new InvalidInputError([{ pointer: '/answers/age', code: 'test/number', text }])
  const body = problemBody(problemOf(error), 'fa', 'trace-1')
  assert.deepEqual(body, {
    type: 'about:blank',
    title: error.text.fa,
    status: 422,
    code: 'input/invalid',
    trace: 'trace-1',
    errors: [{ pointer: '/answers/age', code: 'test/number', detail: text.fa }]
  })
})
