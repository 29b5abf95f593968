// Goal: an answer is right if and only if each thing that was asked for is. Method: all combinations.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type HttpCheck, type Learnt, judgeHttp } from './judge-http.ts'
import { checkSchema } from './wire.ts'

const day = 86_400_000
const now = 1_700_000_000_000

test('judgeHttp finds the first fault by weight, and none where all is right', () => {
  const learnt = fc.record({
    status: fc.constantFrom(200, 404, 500),
    hasKeyword: fc.option(fc.boolean()),
    json: fc.constantFrom<Learnt['json']>('right', 'other', 'missing', 'no-json', 'not-looked'),
    certificateEndsAt: fc.option(fc.integer({ min: -10, max: 60 }).map((days) => now + days * day))
  })
  fc.assert(
    fc.property(
      learnt,
      fc.boolean(),
      fc.option(fc.nat({ max: 40 })),
      (one, keywordAbsent, tlsDaysMin) => {
        const check = checkSchema.parse({
          kind: 'http',
          url: 'https://a.example/',
          keywordAbsent,
          tlsDaysMin
        }) as HttpCheck
        const faults = [
          one.status !== 200 && 'status',
          one.hasKeyword !== null && one.hasKeyword === keywordAbsent && 'keyword',
          !['right', 'not-looked'].includes(one.json) && 'json',
          one.certificateEndsAt !== null &&
            tlsDaysMin !== null &&
            one.certificateEndsAt < now + tlsDaysMin * day &&
            'tls-expires'
        ].filter((fault) => fault !== false)
        assert.equal(judgeHttp(check, one, now)?.reason ?? null, faults[0] ?? null)
      }
    )
  )
})
