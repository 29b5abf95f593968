import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { policyOf, vectors } from '../../../tests/support/tlog.ts'
import {
  formatVerifierKey,
  parsePolicy,
  portableSigningKey,
  quorumReached,
  signatureTypes
} from './index.ts'

const witness = (number: number) =>
  formatVerifierKey(
    portableSigningKey({
      name: `w${String(number)}.example`,
      type: signatureTypes.cosignature,
      seed: new Uint8Array(32).fill(number)
    }).key
  )
const lines = (...names: string[]) => names.map((name, i) => `witness ${name} ${witness(i + 1)}`)

test('parsePolicy reads the example of the standard: two of the X and one of the Y', () => {
  const policy = policyOf(
    [
      `log ${vectors.vkey} https://peyman.example/log`,
      '',
      '# The witnesses of two operators.',
      ...lines('X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'),
      'group X-witnesses 2 X1 X2 X3',
      '\tgroup  Y-witnesses any Y1 Y2 Y3 ',
      'group X-and-Y all X-witnesses Y-witnesses',
      'quorum X-and-Y',
      ''
    ].join('\n')
  )
  assert.equal(policy.logs[0]?.url, 'https://peyman.example/log')
  const reached = (...names: string[]) =>
    quorumReached(
      policy.quorum,
      new Set(policy.witnesses.filter((one) => names.includes(one.name)))
    )
  assert.equal(reached('X1', 'X3', 'Y2'), true)
  assert.equal(reached('X1', 'X2', 'X3'), false)
  assert.equal(reached('X1', 'Y1', 'Y2', 'Y3'), false)
})

test('parsePolicy of one witness, and of none', () => {
  const none = policyOf('quorum none')
  assert.equal(quorumReached(none.quorum, new Set()), true)
  const one = policyOf([...lines('w'), 'quorum w'].join('\n'))
  assert.equal(quorumReached(one.quorum, new Set()), false)
  assert.equal(quorumReached(one.quorum, new Set(one.witnesses)), true)
})

test('parsePolicy refuses each fault with its reason and line', () => {
  const [w, x] = lines('w', 'x') as [string, string]
  const wrong: [string, string, number][] = [
    ['', 'policy-quorum-missing', 0],
    ['quorum none\nquorum none', 'policy-quorum-twice', 2],
    ['quorum w', 'policy-name-unknown', 1],
    ['quorum', 'policy-line-form', 1],
    ['quorum none none', 'policy-line-form', 1],
    ['Quorum none', 'policy-line-unknown', 1],
    ['quorum none\r\n', 'control-character', 1],
    ['log', 'policy-line-form', 1],
    ['log nonsense', 'key-form', 1],
    [`log ${vectors.vkey}\nlog ${vectors.vkey}`, 'policy-key-twice', 2],
    [`log ${witness(1)}`, 'policy-key-type', 1],
    [`witness w ${vectors.vkey}`, 'policy-key-type', 1],
    [`${w}\n${w.replace('w ', 'v ')}`, 'policy-key-twice', 2],
    [`${w}\n${x.replace('x ', 'w ')}`, 'policy-name-taken', 2],
    [w.replace('w ', 'none '), 'policy-name-taken', 1],
    [`${w}\ngroup g 0 w`, 'policy-threshold', 2],
    [`${w}\ngroup g 2 w`, 'policy-threshold', 2],
    [`${w}\ngroup g 01 w`, 'policy-threshold', 2],
    [`${w}\ngroup g most w`, 'policy-threshold', 2],
    [`${w}\ngroup g any`, 'policy-line-form', 2],
    [`${w}\ngroup g any g`, 'policy-name-unknown', 2],
    [`${w}\ngroup g any none`, 'policy-name-unknown', 2],
    [`${w}\ngroup w any w`, 'policy-name-taken', 2],
    [`${w}\ngroup g any w w`, 'policy-member-twice', 2],
    [`${w}\ngroup g any w\ngroup h any w`, 'policy-member-twice', 3],
    ['#'.repeat(300_000), 'too-large', 0],
    ['\ud800', 'not-utf-8', 0]
  ]
  for (const [text, reason, line] of wrong) {
    assert.deepEqual(
      parsePolicy(text),
      { ok: false, reason, line },
      JSON.stringify(text.slice(0, 50))
    )
  }
  assert.deepEqual(parsePolicy(Uint8Array.of(0xff)), { ok: false, reason: 'not-utf-8', line: 0 })
})

test('parsePolicy never throws', () => {
  const word = fc.constantFrom(
    'log',
    'witness',
    'group',
    'quorum',
    'any',
    'all',
    '1',
    'w',
    'none',
    '#'
  )
  const text = fc
    .array(fc.array(fc.oneof(word, fc.string()), { maxLength: 5 }).map((line) => line.join(' ')))
    .map((all) => all.join('\n'))
  fc.assert(fc.property(text, (input) => typeof parsePolicy(input).ok === 'boolean'))
})
