// Goal: a day and an hour as clerks type them become an instant, or a problem beside the right field.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTypedTime } from './typed-time.ts'

const read = (date?: string, time?: string) =>
  readTypedTime({ date, time, dateName: 'day', timeName: 'hour', timeElse: '08:00' })

test('readTypedTime reads any digits in the zone of the desk', () => {
  assert.equal(read('۱۴۰۵/۹/۱', '۱۰:۱۵').at?.toString(), '2026-11-22T06:45:00Z')
  assert.equal(read('1405-09-01').at?.toString(), '2026-11-22T04:30:00Z')
  assert.equal(read().at, undefined)
})

test('readTypedTime names the field that is wrong', () => {
  assert.deepEqual(
    read('1405/13/1', '25:00').problems.map(({ pointer }) => pointer),
    ['/day', '/hour']
  )
  assert.equal(read('1404/12/30').problems[0]?.code, 'date/day')
  assert.equal(read('2026/11/22').problems[0]?.code, 'date/gregorian')
})
