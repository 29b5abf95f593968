// Goal: a spreadsheet that grows when it is opened costs little and is refused. Method: files made byte by byte,
// given to the import as an administrator would; the memory is counted, no time is taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readTable } from '../../src/catalogue/read-table.ts'

const megabyte = 1024 * 1024

interface Part {
  readonly name: string
  readonly packed: Buffer
  readonly says: number
}

/** A zip file of these parts; `repeat` names each of them so many times at the same place. */
function zipOf(parts: readonly Part[], repeat = 1): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name, packed, says } of parts) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says, 22)
    local.writeUInt16LE(name.length, 26)
    for (let copy = 0; copy < repeat; copy += 1) entries.push(entryOf({ name, packed, says }, at))
    locals.push(local, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length * repeat, 8)
  end.writeUInt16LE(parts.length * repeat, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

function entryOf({ name, packed, says }: Part, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(says, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, Buffer.from(name)])
}

async function refusedWith(bytes: Buffer): Promise<{ code: string; grownBytes: number }> {
  const before = process.memoryUsage().rss
  let code = 'taken'
  await readTable({ name: 'services.xlsx', bytes }).catch(
    (error: { fields?: { code: string }[]; message: string }) => {
      code = error.fields?.[0]?.code ?? error.message
    }
  )
  return { code, grownBytes: process.memoryUsage().rss - before }
}

// Four megabytes that would be four gigabytes.
const endless = deflateRawSync(Buffer.alloc(256 * megabyte, 0x20), { level: 9 })

test('a small file that grows without end is refused, with bounded memory', async () => {
  assert.ok(endless.length < megabyte)
  const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', packed: endless, says: 256 * megabyte }])
  const { code, grownBytes } = await refusedWith(bomb)
  assert.equal(code, 'import/too-large')
  assert.ok(grownBytes < 200 * megabyte, `${String(grownBytes)} bytes`)
})

test('many names of one grown part are counted each, and refused', async () => {
  const half = deflateRawSync(Buffer.alloc(8 * megabyte, 0x20), { level: 9 })
  const bomb = zipOf([{ name: 'xl/a.xml', packed: half, says: 8 * megabyte }], 250)
  assert.ok(bomb.length < megabyte)
  const { code, grownBytes } = await refusedWith(bomb)
  assert.equal(code, 'import/too-large')
  assert.ok(grownBytes < 300 * megabyte, `${String(grownBytes)} bytes`)
  assert.equal(
    (await refusedWith(zipOf([{ name: 'x', packed: half, says: 1 }], 301))).code,
    'import/too-large'
  )
})

test('a part that says another size than it has is refused before anybody makes room for it', async () => {
  const packed = deflateRawSync(Buffer.from('<worksheet/>'))
  for (const says of [0, 4_294_967_295, 11]) {
    const { code } = await refusedWith(zipOf([{ name: 'xl/worksheets/sheet1.xml', packed, says }]))
    assert.equal(code, 'import/broken', String(says))
  }
})

test('a large file is refused by its size alone', async () => {
  const { code } = await refusedWith(Buffer.alloc(10 * megabyte, 'PK'))
  assert.equal(code, 'import/too-large')
})
