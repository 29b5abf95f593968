import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { stringify } from 'csv-stringify/sync'
import { testDatabase } from '../../tests/support/database.ts'
import { takeEffects } from '../../tests/support/take-effect.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Actor, importAuthorities } from '../people/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import { cardInForce, listServices } from './card-store.ts'
import { writeCardTable } from './card-table.ts'
import { importCards } from './import-cards.ts'
import { ImportRefusedError } from './import-refusals.ts'
import { importServices } from './import-services.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-05-01T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const admin: Actor = {
  kind: 'person',
  id: 'admin',
  name: { fa: 'مدیر', en: 'Administrator' },
  grants: [{ authority: 'sko', unit: null, role: 'authority-admin', post: null }],
  person: 'admin'
}
await importAuthorities(context)
await importCards(context)
const cards = (await listServices(db, { authority: 'sko', at: clock.now() })).map(
  ({ card }) => card
)
const table = writeCardTable(cards)
const [header = []] = table

const csv = (rows: string[][], delimiter = ','): Buffer =>
  Buffer.from(stringify(rows, { delimiter }))
const send = (bytes: Buffer, name = 'services.csv') =>
  importServices(context, admin, { name, bytes })
function withCell(row: number, column: string, text: string): string[][] {
  return table.map((cells, i) =>
    i === row ? cells.map((cell, at) => (header[at] === column ? text : cell)) : cells
  )
}
async function problemsOf(bytes: Buffer, name?: string): Promise<string[]> {
  const before = (await factsBetween(db, { kinds: ['card.published'] })).length
  try {
    await send(bytes, name)
    return []
  } catch (error) {
    assert.ok(error instanceof ImportRefusedError, String(error))
    assert.equal((await factsBetween(db, { kinds: ['card.published'] })).length, before)
    return error.problems.map(({ row, column, code }) => `${String(row)} ${String(column)} ${code}`)
  }
}

/** A zip of deflated parts, as spreadsheet programs write it. */
function zip(parts: Record<string, string>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(content), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const directory = Buffer.concat(central)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length / 2, 8)
  end.writeUInt16LE(central.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, directory, end])
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;')
const letters = (at: number): string =>
  (at >= 26 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') +
  String.fromCharCode(65 + (at % 26))
const namespace = 'http://schemas.openxmlformats.org'
function xlsx(rows: string[][], prologue = ''): Buffer {
  const lines = rows.map((cells, i) => {
    const written = cells.map((cell, at) =>
      /^[0-9]{8}$/.test(cell)
        ? `<c r="${letters(at)}${String(i + 1)}"><v>${cell}</v></c>`
        : `<c r="${letters(at)}${String(i + 1)}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    )
    return `<row r="${String(i + 1)}">${written.join('')}</row>`
  })
  const xml = '<?xml version="1.0" encoding="UTF-8"?>'
  return zip({
    '[Content_Types].xml': `${xml}<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><sheets><sheet name="Services" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${xml}${prologue}<worksheet xmlns="${namespace}/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`
  })
}

test('importServices takes back what was exported, and finds nothing to change', async () => {
  for (const bytes of [csv(table), csv(table, ';'), csv(table, '\t')]) {
    const done = await send(bytes)
    assert.deepEqual(done.published, [])
    assert.equal(done.unchanged.length, cards.length)
  }
  const done = await send(xlsx(table), 'services.xlsx')
  assert.equal(done.unchanged.length, cards.length)
})

test('importServices publishes new and changed cards, all in one', async () => {
  const rows = withCell(1, 'promisedTime.amount', '۷')
  const added = table[1]?.map((cell, i) => (header[i] === 'code' ? '۱۰۰۲۱۰۵۰' : cell)) ?? []
  const done = await send(xlsx([...rows, added]), 'services.XLSX')
  assert.deepEqual(done.published, ['10021001@2', '10021050@1'])
  assert.deepEqual(done.announced, ['10021001@2'])
  const meeting = async () => (await cardInForce(db, '10021001', clock.now()))?.card
  assert.equal((await meeting())?.promisedTime.amount, 10, 'its notice was not seen yet')
  assert.equal((await cardInForce(db, '10021050', clock.now()))?.version, 1)
  const again = await send(xlsx([...rows, added]), 'services.xlsx')
  assert.deepEqual(again.published, [], 'what waits is not published again')
  await takeEffects(context)
  assert.equal((await meeting())?.promisedTime.amount, 7)
})

test('importServices names row and column of everything wrong, and takes nothing', async () => {
  const cases: [string[][], string[]][] = [
    [withCell(2, 'feeRial', 'زیاد'), ['3 feeRial card/not-integer']],
    [withCell(2, 'title.en', ''), ['3 title.en card/missing-field']],
    [withCell(3, 'approver.post', 'nobody'), ['4 approver.post card/unknown-post']],
    [
      withCell(3, 'steps', 'a | الف | A | it | head-it | yes | more'),
      ['4 steps import/too-many-parts']
    ],
    [withCell(3, 'steps', 'a | الف | A | it | head-it | شاید'), ['4 steps card/not-yes-no']],
    [withCell(1, 'feeDecree.date', '2026-01-01'), ['2 feeDecree.date date/gregorian']],
    [withCell(1, 'description.fa', 'الف\u202eب'), ['2 description.fa text/direction-override']],
    [withCell(1, 'authority', 'ito'), ['2 authority import/not-yours']],
    [withCell(1, 'code', '18051001'), ['2 code card/code-taken']],
    [withCell(1, 'code', '10021002'), ['3 code import/code-twice']],
    [withCell(1, 'visitsMax', '99'), ['2 visitsMax card/too-big']]
  ]
  for (const [rows, expected] of cases) assert.deepEqual(await problemsOf(csv(rows)), expected)
})

test('importServices says what a service code is made of', async () => {
  const sent = send(csv(withCell(1, 'code', '12')))
  await assert.rejects(sent, (error: unknown) => {
    assert.ok(error instanceof ImportRefusedError)
    assert.match(error.problems[0]?.text.fa ?? '', /کد خدمت باید ۶ تا ۱۳ رقم باشد/)
    assert.match(error.fields[0]?.text.en ?? '', /A service code must be 6 to 13 digits/)
    return true
  })
})

test('importServices names unknown, repeated and missing columns', async () => {
  const renamed = (from: string, to: string): Buffer =>
    csv(
      table.map((cells, i) => (i === 0 ? cells.map((cell) => (cell === from ? to : cell)) : cells))
    )
  assert.deepEqual(await problemsOf(renamed('visitsMax', 'visits')), [
    '1 visits import/unknown-column'
  ])
  assert.deepEqual(await problemsOf(renamed('visitsMax', 'feeRial')), [
    '1 feeRial import/column-twice'
  ])
  assert.deepEqual(await problemsOf(renamed('code', '__proto__')), [
    '1 __proto__ import/unknown-column',
    '1 code import/no-column'
  ])
})

test('importServices refuses files that are empty, broken, too large, or not what they say', async () => {
  const cases: [Buffer, string, string][] = [
    [Buffer.alloc(0), 'a.csv', 'import/empty'],
    [csv([header]), 'a.csv', 'import/empty'],
    [Buffer.from('code,"a\nb'), 'a.csv', 'import/broken'],
    [Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'a.csv', 'import/encoding'],
    [Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'a.csv', 'import/too-large'],
    [csv(table), 'a.xlsx', 'import/not-its-name'],
    [xlsx(table), 'a.csv', 'import/not-its-name'],
    [csv(table), 'a.ods', 'import/kind'],
    [xlsx(table).subarray(0, 2000), 'a.xlsx', 'import/broken'],
    [Buffer.from('PK\u0003\u0004 nothing'), 'a.xlsx', 'import/broken'],
    [zip({ 'a.xml': 'x' }), 'a.xlsx', 'import/broken'],
    [zip({ 'xl/bomb.xml': 'x'.repeat(61 * 1024 * 1024) }), 'a.xlsx', 'import/too-large'],
    [zip({ 'xl/worksheets/sheet1.xml': '<c s="1" r="XFD1048576"/>' }), 'a.xlsx', 'import/too-many'],
    [xlsx(table, '<!DOCTYPE x [<!ENTITY a "b">]>'), 'a.xlsx', 'import/entities'],
    [csv(Array.from({ length: 2102 }, () => ['1', '2'])), 'a.csv', 'import/too-many'],
    [csv([Array.from({ length: 201 }, () => 'x'), ['1']]), 'a.csv', 'import/too-many']
  ]
  for (const [bytes, name, code] of cases) {
    assert.deepEqual(await problemsOf(bytes, name), [`null null ${code}`], code)
  }
})

test('importServices keeps formulas from running in the spreadsheet that opens an export', () => {
  const [first] = cards
  assert.ok(first)
  const title = { fa: '=cmd()', en: '+1' }
  const [, row = []] = writeCardTable([{ ...first, title }])
  assert.equal(row[header.indexOf('title.fa')], "'=cmd()")
})
