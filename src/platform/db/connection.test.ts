import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { testDatabase } from '../../../tests/support/database.ts'
import { type Db, databaseAnswers, inTransaction, json, openDatabase } from './connection.ts'

const { db } = await testDatabase()

async function one(from: Db, value: ReturnType<typeof sql>): Promise<unknown> {
  return (await sql<{ value: unknown }>`select ${value} as value`.execute(from)).rows[0]?.value
}

test('openDatabase gives instants to the microsecond, dates, whole numbers and objects', async () => {
  const at = Temporal.Instant.from('2026-11-22T06:00:00.123456Z')
  assert.equal(String(await one(db, sql`${at}::timestamptz`)), '2026-11-22T06:00:00.123456Z')
  const day = Temporal.PlainDate.from('2026-03-21')
  assert.equal(String(await one(db, sql`${day}::date`)), '2026-03-21')
  assert.equal(await one(db, sql`${Number.MAX_SAFE_INTEGER}::bigint`), Number.MAX_SAFE_INTEGER)
  assert.deepEqual(await one(db, json({ نام: ['ی"\\', 1, null] })), { نام: ['ی"\\', 1, null] })
  assert.deepEqual(((await one(db, sql`${[at, null]}::timestamptz[]`)) as unknown[]).length, 2)
})

test('openDatabase refuses a whole number that JavaScript would round', async () => {
  await assert.rejects(one(db, sql`9007199254740993::bigint`), /bigint out of range/)
})

test('openDatabase keeps answering past the number of statements that it names', async () => {
  for (let i = 0; i < 520; i += 1) {
    const column = sql.ref(`n${String(i)}`)
    const found = await sql<Record<string, number>>`select ${i}::integer as ${column}`.execute(db)
    assert.equal(Object.values(found.rows[0] ?? {})[0], i)
  }
})

test('inTransaction rolls back whatever throws, and joins a transaction that is open', async () => {
  await sql`create table rows_of_test (n integer)`.execute(db)
  const insert = (tx: Db) => sql`insert into rows_of_test values (1)`.execute(tx)
  await assert.rejects(
    inTransaction(db, async (tx) => {
      await inTransaction(tx, insert)
      throw new Error('no')
    }),
    /no/
  )
  assert.equal(await one(db, sql`(select count(*) from rows_of_test)`), 0)
})

test('a connection that the server ends fails its transaction and nothing else', async () => {
  const cut = inTransaction(db, async (tx) => {
    const pid = await one(tx, sql`pg_backend_pid()`)
    await one(db, sql`pg_terminate_backend(${pid}::integer)`)
    // Nobody waits for an answer on the connection while it breaks.
    await pause(100)
    await one(tx, sql`1`)
  })
  await assert.rejects(cut)
  assert.equal(await databaseAnswers(db), true)
})

test('databaseAnswers says no where there is no database', async () => {
  const nowhere = openDatabase('postgres://nobody:x@/none?host=/nowhere')
  assert.equal(await databaseAnswers(nowhere.db), false)
  await nowhere.close()
})
