// Goal: an installation gets its first administrator by the word of whoever runs the machine. Method: the
// use case and the command, on PostgreSQL.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { testDatabase } from '../../../tests/support/database.ts'
import { readConfig } from '../../config.ts'
import { type Context, manualClock, silentLog } from '../../platform/index.ts'
import { grantsOf } from '../grant-store.ts'
import { importAuthorities } from '../import-authorities.ts'
import { enrolStaff } from './enrol-staff.ts'
import { useEnrolment } from './use-enrolment.ts'

const { db, url } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
await importAuthorities(context)
const administrator = { authority: 'sko', role: 'authority-admin' }
const program = resolve(import.meta.dirname, '../../main.ts')

test('enrolStaff gives the role once and a code each time', async () => {
  const input = { ...administrator, name: 'نخستین مدیر', nationalId: '0499370899' }
  const first = await enrolStaff(context, input)
  const second = await enrolStaff(context, input)
  assert.equal(first.person.id, second.person.id)
  const grants = await grantsOf(db, first.person.id, clock.now())
  assert.deepEqual(grants, [{ ...administrator, unit: null, post: null }])
  assert.equal(await useEnrolment(context, first.code), null, 'the newer code took its place')
  assert.deepEqual(await useEnrolment(context, second.code), {
    person: first.person.id,
    forStaff: true
  })
})

test('enrolStaff names every field that is not right', async () => {
  for (const [input, pointer] of [
    [{ ...administrator, authority: 'nowhere', name: 'کسی' }, '/authority'],
    [{ ...administrator, role: 'king', name: 'کسی' }, '/role'],
    [{ ...administrator, role: 'applicant', name: 'کسی' }, '/role'],
    [{ authority: '*', role: 'officer', name: 'کسی' }, '/role'],
    [administrator, '/name'],
    [{ ...administrator, person: "' or 1=1" }, '/person']
  ] as const) {
    await assert.rejects(enrolStaff(context, input), (error: { fields: { pointer: string }[] }) =>
      error.fields.some((field) => field.pointer === pointer)
    )
  }
})

test('peyman enrol prints a code that opens, and says whom for', async () => {
  const flags = ['--authority', '*', '--role', 'operator', '--name', 'Sara Operator']
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [program, 'enrol', ...flags],
    { env: { ...process.env, DATABASE_URL: url } }
  )
  assert.match(stdout, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n$/)
  assert.match(stderr, /Sara Operator.*operator of \*.*\/sign-in\/enrol/s)
  assert.notEqual(await useEnrolment(context, stdout), null)
})
