// Goal: nobody's data in a table that nobody answers for. Method: every table of the migrated schema is
// named by one holder of src/personal-data.ts, or has a written reason to need none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { personalDataHolders, tablesWithoutPersons } from '../src/personal-data.ts'
import { testDatabase } from './support/database.ts'
import { describeSchema } from './support/schema.ts'

const { url } = await testDatabase()
const schema = await describeSchema(url)
const there = schema.tables.map(({ name }) => name)
const held = personalDataHolders.flatMap(({ tables }) => tables)

test('every table has one holder, or a written reason', () => {
  const known = [...held, ...Object.keys(tablesWithoutPersons)]
  assert.deepEqual(
    there.filter((name) => !known.includes(name)),
    [],
    'name them in a personal-data.ts, or say in src/personal-data.ts why they need no holder'
  )
  assert.deepEqual(
    known.filter((name, index) => known.indexOf(name) !== index),
    [],
    'named twice'
  )
  assert.deepEqual(
    known.filter((name) => !there.includes(name)),
    [],
    'there is no such table'
  )
})

test('a table with a column for a person, an address or bytes is no exception without thought', () => {
  const telling = /^(person|grantor|delegate|applicant|address|mobile|email|national_id|contact) /
  const suspicious = schema.tables
    .filter(({ columns }) => columns.some((column) => telling.test(column)))
    .map(({ name }) => name)
  for (const name of suspicious) {
    assert.ok(held.includes(name), `${name} has a column of a person, and no holder`)
  }
})
