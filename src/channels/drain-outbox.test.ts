import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import {
  type Context,
  type OutboxHandlers,
  bucketOf,
  inTransaction,
  manualClock,
  silentLog
} from '../platform/index.ts'
import { drainOutbox } from './drain-outbox.ts'
import { type OutboxEntry, queueOutbox } from './outbox-store.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const config = readConfig({})
const context: Context = { db, clock, config, log: silentLog, nudge: () => {} }

afterEach(() => sql`delete from outbox`.execute(db))

function queue(...entries: readonly OutboxEntry[]): Promise<void> {
  return inTransaction(db, (tx) => queueOutbox(tx, entries, clock.now()))
}

function entry(owner: string, what: string, topic = 'said'): OutboxEntry {
  return { owner, topic, payload: { what } }
}

/** A handler that keeps what it was told, and cannot hear the word `no`. */
function listener(): { heard: string[]; handlers: OutboxHandlers } {
  const heard: string[] = []
  return {
    heard,
    handlers: {
      said: (_context, _tx, messages) => {
        const words = messages.map(({ payload }) => payload.what as string)
        if (words.includes('no')) return Promise.reject(new Error('I do not hear this'))
        heard.push(...words)
        return Promise.resolve()
      }
    }
  }
}

async function waiting(): Promise<{ what: string; attempts: number; seconds: number }[]> {
  const found = await sql<{ what: string; attempts: number; available: Temporal.Instant }>`
    select payload ->> 'what' as what, attempts, available_at as available
    from outbox order by 1`.execute(db)
  return found.rows.map(({ what, attempts, available }) => ({
    what,
    attempts,
    seconds: available.since(clock.now()).total('seconds')
  }))
}

test('drainOutbox does what many owners queued, in order for each, and leaves nothing', async () => {
  const words = Array.from({ length: 450 }, (_, i) => `word ${String(i).padStart(3, '0')}`)
  await queue(...words.map((word, i) => entry(i < 250 ? 'one' : `owner ${String(i)}`, word)))
  const { heard, handlers } = listener()
  assert.equal(await drainOutbox(context, handlers), words.length)
  assert.deepEqual(heard.toSorted(), words)
  const ofOne = heard.filter((word) => word < 'word 250')
  assert.deepEqual(ofOne, words.slice(0, 250))
  assert.deepEqual(await waiting(), [])
})

test('queueOutbox queues nothing in a transaction that fails', async () => {
  const failing = inTransaction(db, async (tx) => {
    await queueOutbox(tx, [entry('one', 'word')], clock.now())
    throw new Error('stop')
  })
  await assert.rejects(failing)
  assert.deepEqual(await waiting(), [])
})

test('drainOutbox puts off the row that fails, and no other of its bucket and topic', async () => {
  await queue(entry('one', 'yes'), entry('one', 'no'), entry('one', 'also'), entry('two', 'too'))
  const { heard, handlers } = listener()
  assert.equal(await drainOutbox(context, handlers), 3)
  assert.deepEqual(heard.toSorted(), ['also', 'too', 'yes'])
  assert.deepEqual(await waiting(), [{ what: 'no', attempts: 1, seconds: 2 }])
})

test('drainOutbox waits twice as long after each failure, at most an hour', async () => {
  await queue(entry('one', 'no'))
  const { handlers } = listener()
  const waits: number[] = []
  for (let attempt = 0; attempt < 14; attempt += 1) {
    await drainOutbox(context, handlers)
    const seconds = (await waiting())[0]!.seconds
    waits.push(seconds)
    clock.advance(Temporal.Duration.from({ milliseconds: seconds * 1000 - 1 }))
    assert.equal(await drainOutbox(context, handlers), 0, 'too early')
    clock.advance('PT0.001S')
  }
  assert.deepEqual(waits.slice(0, 5), [2, 4, 8, 16, 32])
  assert.deepEqual(waits.slice(-3), [3600, 3600, 3600])
})

test('drainOutbox keeps a topic that nobody handles, and does the rest', async () => {
  await queue(entry('one', 'later', 'unknown'), entry('one', 'now'))
  const { heard, handlers } = listener()
  await drainOutbox(context, handlers)
  assert.deepEqual(heard, ['now'])
  assert.deepEqual(await waiting(), [{ what: 'later', attempts: 1, seconds: 2 }])
})

test('drainOutbox leaves what its handler wrote only where the row was done', async () => {
  await sql`create table written (what text)`.execute(db)
  await queue(entry('one', 'kept'), entry('one', 'lost'))
  await drainOutbox(context, {
    said: async (given, _tx, messages) => {
      for (const { payload } of messages) {
        await sql`insert into written values (${payload.what})`.execute(given.db)
        if (payload.what === 'lost') throw new Error('after the deed')
      }
    }
  })
  const found = await sql<{ what: string }>`select what from written`.execute(db)
  assert.deepEqual(found.rows, [{ what: 'kept' }])
})

test('two that drain at once do each row once', async () => {
  const words = Array.from({ length: 300 }, (_, i) => `word ${String(i)}`)
  await queue(...words.map((word, i) => entry(`owner ${String(i % 40)}`, word)))
  const { heard, handlers } = listener()
  const slow: OutboxHandlers = {
    said: async (given, tx, messages) => {
      await sql`select pg_sleep(0.002)`.execute(tx)
      await handlers.said!(given, tx, messages)
    }
  }
  const done = await Promise.all([drainOutbox(context, slow), drainOutbox(context, slow)])
  assert.deepEqual(heard.toSorted(), words.toSorted())
  assert.equal(done[0] + done[1], words.length)
})

test('queueOutbox puts a row into the bucket of its owner', async () => {
  await queue(entry('somebody', 'word'))
  const found = await sql<{ bucket: number }>`select bucket from outbox`.execute(db)
  assert.deepEqual(found.rows, [{ bucket: bucketOf('somebody') }])
})
