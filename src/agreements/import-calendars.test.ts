import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { workingSecondsBetween } from '../kernel/worktime/index.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import { AgreementFileError } from './content-file.ts'
import { importCalendars } from './import-calendars.ts'
import { officeCalendar } from './office-calendar.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'peyman-calendars-'))
after(() => rm(folder, { recursive: true }))
await cp(resolve(import.meta.dirname, '../../agreements/calendars'), folder, { recursive: true })
const files = (await readdir(folder)).map((name) => join(folder, name))
const instant = (text: string) => Temporal.Instant.from(text)

async function hoursOn(day: string, at: string): Promise<number> {
  const office = await officeCalendar(db, 'sko', instant(at))
  assert.ok(office)
  const from = instant(`${day}T00:00:00+03:30`)
  return workingSecondsBetween(office.calendar, from, from.add({ hours: 24 })) / 3600
}

test('importCalendars takes both calendars once, each with its fact', async () => {
  assert.deepEqual((await importCalendars(context)).toSorted(), ['ito-office@1', 'sko-office@1'])
  assert.deepEqual(await importCalendars(context), [])
  const facts = await factsBetween(db, { kinds: ['calendar.versioned'], authority: 'sko' })
  assert.deepEqual(
    facts.map(({ subject, body }) => [subject, body]),
    [['sko-office', { version: 1, changes: { added: 54, removed: 0, weekly: true } }]]
  )
})

test('officeCalendar knows office hours, holidays and closures', async () => {
  const at = '2026-11-22T06:00:00Z'
  assert.equal(await hoursOn('2026-11-22', at), 6)
  assert.equal(await hoursOn('2026-11-26', at), 5)
  assert.equal(await hoursOn('2026-11-27', at), 0)
  // 22 Aban 1405, a lunar holiday on a Friday; 22 Bahman; the heat closure of 22 Mordad 1404.
  assert.equal(await hoursOn('2027-02-11', at), 0)
  assert.equal(await hoursOn('2025-08-13', at), 0)
  assert.equal(await officeCalendar(db, 'nobody', instant(at)), null)
})

test('officeCalendar answers for the time before its first import by the first version', async () => {
  const office = await officeCalendar(db, 'sko', instant('2025-12-01T06:00:00Z'))
  assert.equal(office?.version, 'sko-office@1')
})

test('importCalendars makes a moved holiday the next version, and the old one answers for its time', async () => {
  const file = join(folder, 'holidays-1405.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('on: 1405-11-04', 'on: 1405-11-03'))
  clock.set('2026-12-22T06:00:00Z')
  assert.deepEqual((await importCalendars(context, files)).toSorted(), [
    'ito-office@2',
    'sko-office@2'
  ])
  const facts = await factsBetween(db, { kinds: ['calendar.versioned'], authority: 'sko' })
  assert.deepEqual(facts.at(-1)?.body, {
    version: 2,
    changes: { added: 1, removed: 1, weekly: false }
  })
  const [before, since] = ['2026-12-22T05:59:59Z', '2026-12-22T06:00:00Z']
  assert.deepEqual(
    [await hoursOn('2027-01-23', before), await hoursOn('2027-01-24', before)],
    [6, 0]
  )
  assert.deepEqual([await hoursOn('2027-01-23', since), await hoursOn('2027-01-24', since)], [0, 6])
})

test('importCalendars refuses a calendar whose holidays are not among the files', async () => {
  const alone = files.filter((file) => file.endsWith('sko.yaml') || file.endsWith('1404.yaml'))
  await assert.rejects(importCalendars(context, alone), (error) => {
    assert.ok(error instanceof AgreementFileError)
    assert.match(error.message, /no holiday file iran-1405/)
    return true
  })
})
