import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { logKey, policyOf, vectors } from '../../../tests/support/tlog.ts'
import {
  forPaper,
  formatSignatureLine,
  joinPaperParts,
  paperParts,
  parseReceipt,
  portableSigningKey,
  signatureTypes,
  signTreeHead,
  verifyReceipt
} from './index.ts'

const receipt = vectors.receipt_member_2
const link = 'https://desk.example/verify'
const policy = policyOf(`log ${vectors.vkey}\nquorum none`)

test('joinPaperParts gives back what paperParts took apart, in any order', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.integer({ min: 150, max: 900 }),
      (text, charactersMax) => {
        const parts = paperParts(text, { link, charactersMax })
        assert.ok(parts.every((part) => /^[!-~]+$/.test(part)))
        const found = joinPaperParts([...parts.toReversed(), parts[0] ?? ''])
        assert.deepEqual(found, { ok: true, value: { text, missing: [] } })
      }
    )
  )
})

test('joinPaperParts says which parts are missing', () => {
  const parts = paperParts(receipt, { link, charactersMax: 300 })
  assert.ok(parts.length > 2)
  const found = joinPaperParts([parts[1] ?? ''])
  assert.ok(found.ok && found.value.text === null)
  assert.deepEqual(
    found.value.missing,
    parts.map((_, i) => i + 1).filter((number) => number !== 2)
  )
})

test('joinPaperParts refuses parts of two receipts, damaged ones and other codes', () => {
  const parts = paperParts(receipt, { link, charactersMax: 300 })
  const others = paperParts(`${receipt}x`, { link, charactersMax: 300 })
  const [first = '', ...rest] = parts
  const reason = (texts: string[]) => {
    const found = joinPaperParts(texts)
    return found.ok ? 'joined' : found.reason
  }
  assert.equal(reason([first, others[1] ?? '']), 'paper-mixed')
  assert.equal(reason([first, first.slice(0, -1)]), 'paper-mixed')
  assert.equal(reason([first.slice(0, -1), ...rest]), 'paper-damaged')
  assert.equal(reason(['https://desk.example/track']), 'paper-no-part')
  assert.equal(reason([]), 'paper-no-part')
  assert.equal(reason([`r=3.2.00000000.x`]), 'paper-no-part')
  assert.equal(reason([`r=1.1.00000000.%ff`]), 'paper-damaged')
  assert.equal(reason([`${first}${'a'.repeat(9000)}`]), 'paper-no-part')
})

test('forPaper leaves out post-quantum signatures and nothing that a policy needs', () => {
  const parsed = parseReceipt(receipt)
  assert.ok(parsed.ok)
  const postQuantum = portableSigningKey({
    name: logKey.key.name,
    type: signatureTypes.postQuantum,
    seed: new Uint8Array(32).fill(7)
  })
  const line = formatSignatureLine(signTreeHead(parsed.value.proof.checkpoint, postQuantum, 0))
  assert.equal(forPaper(receipt + line), receipt)
  assert.equal(verifyReceipt(forPaper(receipt + line), policy).verdict, 'proven')
  assert.equal(forPaper(receipt), receipt)
  assert.equal(forPaper('no receipt'), 'no receipt')
})
