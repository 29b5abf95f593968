// Goal: the queue never ends up with what a case was. Method: a breach that is noted while another worker
// is between reading the case and writing its place in the queue.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { damageAnswers, pdf, testDesk } from '../../tests/support/desk.ts'
import { bucketOf, inTransaction, newId } from '../platform/index.ts'
import { checkCases } from './check-cases.ts'
import { projectQueue } from './project-queue.ts'
import { submitCase } from './submit-case.ts'
import { wakeTimers } from './wake-timers.ts'

const desk = await testDesk()
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')

test('projectQueue lets no breach pass between reading and writing', async () => {
  const { case: id } = await submitCase(context, citizen, {
    service: '10021006',
    answers: damageAnswers,
    files: [{ document: 'damage-photos', name: 'a.pdf', bytes: pdf() }],
    submissionKey: randomUUID()
  })
  clock.advance('PT80H')
  const message = { bucket: bucketOf(citizen.id), id: newId(), payload: { case: id } }
  let woken = 0
  const wake = async () => {
    woken = await wakeTimers(context)
  }
  let waking = Promise.resolve()
  await inTransaction(context.db, async (tx) => {
    await projectQueue({ ...context, db: tx }, tx, [message])
    waking = wake()
    await pause(200)
    assert.equal(woken, 0, 'the breach waits for the one who reads')
  })
  await waking
  assert.equal(woken, 1)
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, clock.now())).differences, [])
})
