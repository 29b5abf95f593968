// Goal: a document that fills the computer of whoever opens it is found before it is given out, whatever it says of
// itself. Method: ZIP files made byte by byte; honest, grown, lying, and with parts that lie in one another.
import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import { test } from 'node:test'
import { unpackedBytesMax, zipEntries, zipFault } from './zip.ts'

interface Part {
  readonly name: string
  readonly packed: Buffer
  readonly bytes: number
  readonly method?: number
}

/** A ZIP of these parts; `repeat` names each of them so many times at the same place. */
function zipOf(parts: readonly Part[], repeat = 1): Uint8Array {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, packed, bytes, method = 8 } of parts) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(bytes, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    for (let i = 0; i < repeat; i++) entries.push(entry, Buffer.from(name))
    locals.push(local, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length * repeat, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const text = Buffer.alloc(2_000_000, 0x20)
const sheet = { name: 'xl/sheet.xml', packed: deflateRawSync(text), bytes: text.length }
const few = 1_000_000

test('zipFault finds nothing wrong with parts that are what the directory says', async () => {
  const plain = { name: 'a', packed: Buffer.from('abc'), bytes: 3, method: 0 }
  assert.equal(await zipFault(zipOf([sheet, plain])), null)
  assert.deepEqual(
    zipEntries(zipOf([sheet, plain])).map(({ name }) => name),
    ['xl/sheet.xml', 'a']
  )
})

test('zipFault finds parts that grow, whether they say so, lie, or lie in one another', async () => {
  assert.equal(await zipFault(zipOf([sheet]), few), 'grows', 'told')
  assert.equal(await zipFault(zipOf([{ ...sheet, bytes: 3 }]), few), 'grows', 'a lie')
  const one = { ...sheet, packed: deflateRawSync(text.subarray(0, 1000)), bytes: 1000 }
  assert.equal(await zipFault(zipOf([one], 1001), few), 'grows', 'one part by many names')
  assert.equal(await zipFault(zipOf([{ ...sheet, bytes: unpackedBytesMax + 1 }])), 'grows')
})

test('zipFault finds parts that are not what is told, cut off, or of an unknown packing', async () => {
  const faults: [Part, string][] = [
    [{ ...sheet, bytes: 3 }, 'its length'],
    [{ ...sheet, packed: sheet.packed.subarray(0, 99) }, 'cut off'],
    [{ ...sheet, packed: Buffer.from('not packed') }, 'no packing'],
    [{ ...sheet, method: 14 }, 'LZMA']
  ]
  for (const [part, why] of faults) assert.equal(await zipFault(zipOf([part])), 'broken', why)
  const moved = zipOf([sheet])
  moved.set([0xff, 0xff, 0xff, 0x7f], moved.length - 22 - 46 - sheet.name.length + 42)
  assert.equal(await zipFault(moved), 'broken')
})

test('zipEntries has nothing of a file whose directory is cut off, or longer than any document has', () => {
  const whole = zipOf([sheet])
  assert.deepEqual(zipEntries(whole.subarray(0, -30)), [])
  assert.deepEqual(zipEntries(new Uint8Array()), [])
  assert.deepEqual(zipEntries(zipOf([{ ...sheet, packed: Buffer.alloc(0) }], 10_001)), [])
})
