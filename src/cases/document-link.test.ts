import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { linkText, readLink } from './document-link.ts'

const secret = randomBytes(32)
const madeAt = Temporal.Instant.from('2026-11-22T06:00:00Z')
const made = { case: randomUUID(), document: randomUUID(), reader: randomUUID(), madeAt }

test('readLink reads what linkText wrote', () => {
  const read = readLink(linkText(made, secret))
  assert.ok(read !== null && read.isMadeBy(secret))
  assert.deepEqual([read.case, read.document], [made.case, made.document])
  assert.ok(read.madeAt.equals(madeAt))
  assert.ok(read.isOf(made.reader))
  assert.ok(!read.isOf(randomUUID()))
  assert.ok(!read.isMadeBy(randomBytes(32)))
})

test('a link with any bit changed is none', () => {
  const bytes = Buffer.from(linkText(made, secret), 'base64url')
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const forged = Buffer.from(bytes)
      const place = Math.floor(bit / 8)
      forged[place] = (forged[place] ?? 0) ^ (1 << (bit % 8))
      assert.ok(readLink(forged.toString('base64url'))?.isMadeBy(secret) !== true)
    })
  )
})

test('readLink takes any text without falling', () => {
  fc.assert(fc.property(fc.string(), (text) => readLink(text)?.isMadeBy(secret) !== true))
})
