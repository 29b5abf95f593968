import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testDatabase } from '../tests/support/database.ts'
import { queueOutbox } from './channels/index.ts'
import { readConfig } from './config.ts'
import {
  type Context,
  type Log,
  type SliceJobs,
  inTransaction,
  silentLog,
  systemClock
} from './platform/index.ts'
import { type Worker, startWorker } from './worker.ts'

const { db } = await testDatabase()
const config = readConfig({})

function contextWith(log: Log): Context {
  return { db, clock: systemClock, config, log, nudge: () => {} }
}

async function until(condition: () => boolean, milliseconds = 3000): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += 10) {
    if (condition()) return
    await pause(10)
  }
  assert.fail(`it did not come to pass in ${String(milliseconds)} ms`)
}

async function withWorker(
  slices: readonly SliceJobs[],
  work: (worker: Worker) => Promise<void>,
  log = silentLog
): Promise<void> {
  const worker = startWorker(contextWith(log), slices)
  try {
    await work(worker)
  } finally {
    await worker.stop()
  }
}

test('startWorker hands out what waits at once when it is nudged', async () => {
  const heard: unknown[] = []
  const outbox: SliceJobs['outbox'] = {
    said: (_context, _tx, messages) => {
      heard.push(...messages.map(({ payload }) => payload.what))
      return Promise.resolve()
    }
  }
  await withWorker([{}, { outbox }], async (worker) => {
    // Past its first look, which found nothing.
    await pause(150)
    await inTransaction(db, (tx) =>
      queueOutbox(
        tx,
        [{ owner: 'one', topic: 'said', payload: { what: 'word' } }],
        systemClock.now()
      )
    )
    assert.deepEqual(heard, [])
    worker.nudge()
    await until(() => heard.length > 0, 500)
  })
  assert.deepEqual(heard, ['word'])
})

test('startWorker finds what waits without a nudge', async () => {
  let done = 0
  const outbox: SliceJobs['outbox'] = {
    said: (_context, _tx, messages) => {
      done += messages.length
      return Promise.resolve()
    }
  }
  await withWorker([{ outbox }], async () => {
    await pause(150)
    await inTransaction(db, (tx) =>
      queueOutbox(tx, [{ owner: 'one', topic: 'said', payload: {} }], systemClock.now())
    )
    await until(() => done === 1)
  })
})

test('startWorker goes on after a job that fails, and says so', async () => {
  const said: object[] = []
  const log: Log = { ...silentLog, error: (details) => said.push(details) }
  let turns = 0
  let others = 0
  const failing = {
    name: 'failing',
    everySeconds: 0.01,
    run: () => {
      turns += 1
      return Promise.reject(new Error('not today'))
    }
  }
  const other = {
    name: 'other',
    everySeconds: 0.01,
    run: () => Promise.resolve(void (others += 1))
  }
  const schedule = [failing, other]
  await withWorker([{ schedule }], () => until(() => turns >= 3 && others >= 3), log)
  assert.ok(said.length >= 3)
  assert.ok(said.every((details) => 'job' in details && details.job === 'failing'))
})

test('startWorker runs no job twice at once, and stops after what is under way', async () => {
  let running = 0
  let most = 0
  let finished = 0
  const run = async () => {
    running += 1
    most = Math.max(most, running)
    await pause(60)
    running -= 1
    finished += 1
  }
  const worker = startWorker(contextWith(silentLog), [
    { schedule: [{ name: 'slow', everySeconds: 0.001, run }] }
  ])
  await until(() => finished >= 2)
  await until(() => running === 1)
  await worker.stop()
  assert.deepEqual([running, most], [0, 1])
  const then = finished
  await pause(100)
  assert.equal(finished, then)
})

test('startWorker stops at once while its jobs rest', async () => {
  const rest = { name: 'rare', everySeconds: 3600, run: () => Promise.resolve() }
  const worker = startWorker(contextWith(silentLog), [{ schedule: [rest] }])
  await pause(50)
  const before = performance.now()
  await worker.stop()
  assert.ok(performance.now() - before < 1000)
})
