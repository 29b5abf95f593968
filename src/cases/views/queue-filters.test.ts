// Goal: a place in the queue survives in its address, and an address cannot ask for nonsense.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueQuery, readQueueFilters } from './queue-filters.ts'

test('queueQuery gives an address that readQueueFilters reads back', () => {
  const filters = readQueueFilters({
    unit: 'civil-affairs',
    state: 'waiting',
    late: 'true',
    assigned: 'me',
    search: 'رضایی ۷ک',
    order: 'due'
  })
  const query = new URLSearchParams(queueQuery(filters))
  assert.deepEqual(readQueueFilters(Object.fromEntries(query)), filters)
})

test('queueQuery is empty for what is usual', () => {
  assert.equal(queueQuery(readQueueFilters({})), '')
})

test('readQueueFilters leaves out what it does not know', () => {
  const { state, order, late, unit } = readQueueFilters({
    state: 'everything',
    order: ['due'],
    late: 'perhaps',
    unit: '  '
  })
  assert.deepEqual(
    { state, order, late, unit },
    { state: 'open', order: 'fair', late: undefined, unit: undefined }
  )
  assert.equal(readQueueFilters({ search: 'x'.repeat(500) }).search?.length, 200)
})
