import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAgreement } from './parse-agreement.ts'

const text = readFileSync(new URL('../../../agreements/sk-1398.yaml', import.meta.url), 'utf8')

/** The file with one piece changed, and the place where the change stands. */
function changed(piece: string, replacement: string) {
  const at = text.indexOf(piece)
  assert.ok(at >= 0, `no such piece: ${piece}`)
  const before = text.slice(0, at).split('\n')
  return {
    source: text.slice(0, at) + replacement + text.slice(at + piece.length),
    line: before.length,
    column: (before.at(-1) ?? '').length + 1
  }
}

function problems(source: string | Uint8Array) {
  const parsed = parseAgreement(source)
  assert.ok(!parsed.ok, 'the file was accepted')
  return parsed.problems
}

const places: [name: string, piece: string, replacement: string, shift: number, says: RegExp][] = [
  ['a version that is a number', 'version: "1398"', 'version: 1398', 9, /put it in quotes: "1398"/],
  ['a version that is no year', 'version: "1398"', 'version: "v1"', 9, /Persian-calendar year/],
  ['an unknown key', 'articleCount: 7', 'penalty: 5\narticleCount: 7', 0, /"penalty" is not known/],
  ['an unknown status', 'source-expired', 'in-force', 0, /write one of: source-expired, draft/],
  [
    'a measure spelled wrongly',
    'receipt-latency',
    'receipt-latancy',
    0,
    /write one of: receipt-latency/
  ],
  [
    'a parameter out of its list',
    'of: failure-report-form',
    'of: form',
    4,
    /write one of: desk, service-system/
  ],
  [
    '30 Esfand of a common year',
    'to: 1398-12-29',
    'to: 1398-12-30',
    4,
    /Esfand 1398 has days 1 to 29/
  ],
  [
    'a Gregorian date',
    'to: 1398-12-29',
    'to: 2020-03-19',
    4,
    /Gregorian date; in the Persian calendar it is 1398\/12\/29/
  ],
  ['a date in words', 'to: 1398-12-29', 'to: "29/12/98"', 4, /as 1405-12-29/],
  [
    'a second clause of one id',
    'id: SK-4.0b\n',
    'id: SK-3.1\n',
    4,
    /SK-3.1 is already given above/
  ],
  ['a clause of another agreement', 'id: SK-4.0b\n', 'id: PI-3.2\n', 4, /start with SK-/],
  [
    'a remedy that is not there',
    'remedy: [SK-7.3]',
    'remedy: [SK-9.9]',
    9,
    /There is no clause SK-9.9/
  ],
  ['a wrong count of articles', 'articleCount: 7', 'articleCount: 8', 14, /holds 7 articles/],
  ['an article out of order', 'number: 2\n', 'number: 3\n', 8, /must be 2/],
  [
    'a party that is not named',
    'bearer: [provider_it]',
    'bearer: [committee]',
    9,
    /not named in the list of parties/
  ],
  [
    'a measure for another kind',
    'measure: { name: agreement-valid }',
    'measure: { name: receipt-latency }',
    17,
    /not for a clause of kind validity/
  ],
  [
    'parameters left out',
    'measure: { name: approver-holds-post }',
    'measure: { name: card-reachable }',
    17,
    /needs parameters \(menu\)/
  ],
  [
    'neither name nor way',
    'measure: { name: approver-holds-post }',
    'measure: {}',
    9,
    /must have name .* or by/
  ]
]
for (const [name, piece, replacement, shift, says] of places) {
  test(`parseAgreement points at ${name}`, () => {
    const { source, line, column } = changed(piece, replacement)
    const [first] = problems(source)
    assert.match(first?.text.en ?? '', says)
    assert.deepEqual([first?.line, first?.column], [line, column + shift])
    assert.match(first?.text.fa ?? '', /\p{Script=Arabic}/u)
  })
}

test('parseAgreement points at the mapping where a key is missing', () => {
  const { source, line } = changed(
    '        fa: "توافق‌نامه سطح خدمات استانداری خراسان جنوبی."\n',
    ''
  )
  const [first] = problems(source)
  assert.equal(first?.path, '/opening/1/clauses/0/fa')
  assert.equal(first?.line, line - 1)
  assert.match(first?.text.en ?? '', /The key "fa" is missing/)
})

test('parseAgreement refuses Arabic letters and hidden direction marks in Persian text', () => {
  const name = 'fa: "استانداری خراسان جنوبی"'
  const arabic = changed(name, name.replace('استانداری', 'استانداري'))
  assert.match(problems(arabic.source)[0]?.text.en ?? '', /Arabic letters/)
  const hidden = changed(name, name.replace('استانداری', 'استانداری\u202e'))
  assert.match(problems(hidden.source)[0]?.text.en ?? '', /hidden character/)
  const latin = changed('fa: "توافق‌نامه سطح خدمات استانداری خراسان جنوبی"', 'fa: "SLA"')
  assert.match(problems(latin.source)[0]?.text.en ?? '', /Write Persian text/)
})

test('parseAgreement lists problems from top to bottom', () => {
  const source = text
    .replace('articleCount: 7', 'articleCount: seven')
    .replace('status: source-expired', 'status: signed')
    .replace('hosts: [SKO.IR]', 'hosts: ["not a host"]')
  const lines = problems(source).map(({ line }) => line)
  assert.equal(lines.length, 3)
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b)
  )
})

test('parseAgreement demands that both sides are bound', () => {
  const source = text.replaceAll(/bearer: \[(provider, )?applicant\]/g, 'bearer: [provider]')
  assert.match(problems(source)[0]?.text.en ?? '', /borne by the applicant/)
})

test('parseAgreement takes proposals in drafts only', () => {
  const draft = readFileSync(new URL('../../../agreements/sk-1405.yaml', import.meta.url), 'utf8')
  assert.ok(parseAgreement(draft).ok)
  const [first] = problems(draft.replace('status: draft', 'status: source-expired'))
  assert.match(first?.text.en ?? '', /Proposals belong in a draft only/)
})

test('parseAgreement answers whatever is cut out of or put into the file', () => {
  const position = fc.integer({ min: 0, max: text.length })
  const insert = fc.string({ unit: 'grapheme', maxLength: 12 })
  fc.assert(
    fc.property(position, fc.nat(200), insert, (at, length, piece) => {
      const parsed = parseAgreement(text.slice(0, at) + piece + text.slice(at + length))
      assert.ok(parsed.ok || parsed.problems.length > 0)
    }),
    { numRuns: 60 }
  )
})
