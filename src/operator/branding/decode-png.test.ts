// Goal: a file that only looks like a PNG from outside is told from one that can be drawn. Method: a real
// picture, interlaced and of every kind made here, and the same with its pixels replaced or cut.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { picture } from '../../../tests/support/photos.ts'
import { cleanPhoto } from '../../kernel/photo/index.ts'
import { isSoundWebp } from './check-webp.ts'
import { isWholePng } from './decode-png.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

interface Made {
  readonly side?: number
  readonly colour?: number
  readonly depth?: number
  readonly interlace?: number
  readonly data: Buffer
}

function png({ side = 8, colour = 2, depth = 8, interlace = 0, data }: Made): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([depth, colour, 0, 0, interlace], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0))
  ])
}

const lines = (rows: number, bytes: number, filter = 0) =>
  Buffer.concat(Array.from({ length: rows }, () => Buffer.from([filter, ...Buffer.alloc(bytes)])))

test('isWholePng takes pictures, interlaced too', () => {
  const cleaned = cleanPhoto(picture('png'))
  assert.ok(cleaned.ok && isWholePng(cleaned.photo.bytes))
  assert.ok(isWholePng(png({ data: deflateSync(lines(8, 24, 4)) })))
  assert.ok(isWholePng(png({ colour: 6, depth: 16, data: deflateSync(lines(8, 64)) })))
  // Adam7 of eight by eight grey pixels: rows and bytes of each of its seven passes.
  const passes = [lines(1, 1), lines(1, 1), lines(1, 2), lines(2, 2), lines(2, 4), lines(4, 4)]
  const packed = deflateSync(Buffer.concat([...passes, lines(4, 8)]))
  assert.ok(isWholePng(png({ colour: 0, interlace: 1, data: packed })))
})

test('isWholePng refuses what no browser draws', () => {
  const wrong: readonly Made[] = [
    { data: Buffer.from('<script>alert(1)</script>') },
    { data: deflateSync(lines(7, 24)) },
    { data: deflateSync(lines(9, 24)) },
    { data: deflateSync(lines(8, 24, 5)) },
    { data: deflateSync(lines(8, 24)).subarray(0, 9) },
    { data: deflateSync(Buffer.alloc(50_000_000)) },
    { colour: 3, data: deflateSync(lines(8, 8)) },
    { colour: 5, data: deflateSync(lines(8, 24)) },
    { depth: 4, data: deflateSync(lines(8, 12)) }
  ]
  for (const [index, made] of wrong.entries()) assert.ok(!isWholePng(png(made)), String(index))
})

test('isSoundWebp takes pictures, and no frame that is none', () => {
  for (const kind of ['webp', 'lossless'] as const) {
    const cleaned = cleanPhoto(picture(kind))
    assert.ok(cleaned.ok)
    assert.ok(isSoundWebp(cleaned.photo.bytes), kind)
    const broken = Buffer.from(cleaned.photo.bytes)
    broken.fill(0xff, 20, 26)
    assert.ok(!isSoundWebp(broken), kind)
  }
})
