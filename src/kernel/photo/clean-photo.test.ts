// Goal: a picture keeps what is seen and nothing that tells on its sender. Method: real small pictures
// with places, comments and other files put into and behind them; then broken in every place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { picture, telling } from '../../../tests/support/photos.ts'
import { cleanPhoto } from './clean-photo.ts'

function cleaned(bytes: Uint8Array) {
  const result = cleanPhoto(bytes)
  assert.ok(result.ok, result.ok ? '' : result.fault)
  return result.photo
}

const kinds = ['jpeg', 'progressive', 'png', 'webp', 'lossless'] as const

test('cleanPhoto keeps the picture of each kind', () => {
  for (const kind of kinds) {
    const { width, height, bytes, type } = cleaned(picture(kind))
    assert.deepEqual({ width, height }, { width: 8, height: 6 }, kind)
    assert.deepEqual(cleaned(bytes), { width, height, bytes, type }, `${kind} again`)
    assert.ok(bytes.length <= picture(kind).length)
  }
})

test('cleanPhoto leaves the place, the comment and the maker out, and keeps the way up', () => {
  const given = telling()
  assert.ok(given.includes('SECRET-PLACE'))
  const bytes = Buffer.from(cleaned(given).bytes)
  for (const trace of ['SECRET', 'GPS', 'home', 'adobe', 'JFIF'])
    assert.ok(!bytes.includes(trace), trace)
  assert.ok(bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6])), 'way up')
  const png = Buffer.from(cleaned(picture('png')).bytes)
  assert.ok(!png.includes('tEXt') && !png.includes('tIME'))
})

test('cleanPhoto cuts off whatever stands behind the picture', () => {
  const hidden = Buffer.from('PK\x03\x04<script>alert(1)</script><?php')
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const bytes = Buffer.from(cleaned(Buffer.concat([picture(kind), hidden])).bytes)
    assert.ok(!bytes.includes('<script>') && !bytes.includes('PK'), kind)
    assert.deepEqual(bytes, Buffer.from(cleaned(picture(kind)).bytes))
  }
})

test('cleanPhoto refuses what is no picture that it knows', () => {
  for (const text of ['', 'GIF89a', '%PDF-1.7', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ'])
    assert.deepEqual(cleanPhoto(Buffer.from(text)), { ok: false, fault: 'type' }, text)
  const heic = Buffer.from('\0\0\0\x18ftypheic', 'latin1')
  assert.deepEqual(cleanPhoto(heic), { ok: false, fault: 'type' })
})

test('cleanPhoto refuses a picture that breaks off', () => {
  for (const kind of kinds) {
    const whole = picture(kind)
    for (const length of [12, 20, whole.length >> 1, whole.length - 2]) {
      const result = cleanPhoto(whole.subarray(0, length))
      assert.deepEqual(result, { ok: false, fault: 'broken' }, `${kind} ${String(length)}`)
    }
  }
})

test('cleanPhoto refuses more pixels than any telephone makes', () => {
  const bytes = picture('lossless')
  bytes.fill(0xff, 21, 25)
  assert.deepEqual(cleanPhoto(bytes), { ok: false, fault: 'too-many-pixels' })
})

test('cleanPhoto survives every change of any byte', () => {
  const changed = fc.tuple(
    fc.constantFrom(...kinds),
    fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { minLength: 1, maxLength: 6 })
  )
  fc.assert(
    fc.property(changed, ([kind, changes]) => {
      const bytes = picture(kind)
      for (const [place, byte] of changes) if (place < bytes.length) bytes[place] = byte
      const result = cleanPhoto(bytes)
      if (!result.ok) return
      assert.deepEqual(cleaned(result.photo.bytes), result.photo)
    }),
    { numRuns: 2000 }
  )
})
