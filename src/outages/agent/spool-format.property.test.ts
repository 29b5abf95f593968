// Goal: what was spooled is read back byte for byte, and a torn file is known as one.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { formatSpooled, formatSpooledName, parseSpooled, parseSpooledName } from './spool-format.ts'

const mark = fc.record({
  boot: fc.string(),
  ticks: fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true }),
  wall: fc.integer()
})
const body = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value))

describe('parseSpooled', () => {
  test('reads what formatSpooled wrote', () => {
    fc.assert(
      fc.property(mark, fc.array(fc.nat()), body, (at, tells, text) => {
        const read = parseSpooled(formatSpooled(at, tells, text))
        assert.equal(read?.body, text)
        assert.deepEqual(read.head, JSON.parse(JSON.stringify({ v: 1, at, tells })))
      })
    )
  })

  test('knows a file that was cut short, and any other text', () => {
    fc.assert(
      fc.property(mark, body, fc.nat(), (at, text, at0) => {
        const whole = formatSpooled(at, [], `{"v":1,"results":${text}}`)
        const cut = whole.slice(0, at0 % whole.length)
        const read = parseSpooled(cut)
        // Cut behind an inner brace it may look whole: but then it is no JSON.
        if (read !== null) assert.throws(() => JSON.parse(read.body) as unknown)
      })
    )
    fc.assert(fc.property(fc.string(), (text) => void parseSpooled(text)))
  })
})

describe('parseSpooledName', () => {
  const name = fc.record(
    {
      number: fc.integer({ min: 0, max: 999_999_999_999 }),
      batch: fc.uuid(),
      lost: fc.nat()
    },
    { noNullPrototype: true }
  )

  test('reads what formatSpooledName wrote, and names sort by number', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        assert.deepEqual(parseSpooledName(formatSpooledName(one)), one)
        if (one.number < other.number) {
          assert.ok(formatSpooledName(one) < formatSpooledName(other))
        }
      })
    )
  })

  test('gives null for what it did not write', () => {
    fc.assert(fc.property(fc.string(), (text) => parseSpooledName(text) === null))
  })
})
