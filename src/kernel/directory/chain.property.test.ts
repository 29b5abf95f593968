// Goal: no chain of entries gives anybody a key that its owner did not put in place. Method: the cases of
// docs/specs/key-directory.md §2 one by one; random histories with every member changed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Step,
  chainOf,
  enrolled,
  host,
  keysOf,
  secondOwner as other,
  firstOwner as owner
} from '../../../tests/support/directory.ts'
import { nodePrimitives } from '../../../tests/support/tlog.ts'
import { formatVerifierKey, portableSigningKey } from '../tlog/index.ts'
import { type DirectoryEntry, checkChain } from './index.ts'

const judge = (chain: readonly DirectoryEntry[], maturedThrough = -1) => {
  const read = checkChain(chain, { owner, host, maturedThrough }, nodePrimitives)
  return read.ok ? read.value.counting?.sequence : read.reason
}

test('checkChain takes what its reasons allow, and nothing else', () => {
  const cases: [string, Step[], number, number | string][] = [
    ['enrolled', [enrolled], -1, 0],
    ['rotated', [enrolled, { reason: 'rotated', hours: 1, own: 2, before: 1 }], -1, 1],
    [
      'rotated by nobody',
      [enrolled, { reason: 'rotated', hours: 1, own: 2 }],
      -1,
      'entry-signature'
    ],
    [
      'rotated by another',
      [enrolled, { reason: 'rotated', hours: 1, own: 2, before: 3 }],
      -1,
      'entry-signature'
    ],
    ['enrolled again', [enrolled, { reason: 'enrolled', hours: 1, own: 2 }], -1, 'entry-order'],
    ['rotated first', [{ reason: 'rotated', hours: 0, own: 1 }], -1, 'entry-order'],
    [
      'back in time',
      [enrolled, { reason: 'rotated', hours: -1, own: 2, before: 1 }],
      -1,
      'entry-order'
    ],
    ['recovered', [enrolled, { reason: 'recovered', hours: 1, own: 2 }], -1, 0],
    ['recovered long since', [enrolled, { reason: 'recovered', hours: 1, own: 2 }], 1, 1],
    [
      'recovered, undone by who has the old keys',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'rotated', hours: 2, own: 3, before: 1 }
      ],
      -1,
      2
    ],
    [
      'recovered, rotated at once by its keys',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'rotated', hours: 2, own: 3, before: 2 }
      ],
      -1,
      'entry-signature'
    ],
    [
      'recovered, rotated by its keys before the log shows its age',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'rotated', hours: 74, own: 3, before: 2 }
      ],
      -1,
      'recovery-too-early'
    ],
    [
      'recovered, rotated in time',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'rotated', hours: 74, own: 3, before: 2 }
      ],
      1,
      2
    ],
    [
      'recovered, stopped',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'stopped', hours: 2, like: 0 }
      ],
      -1,
      2
    ],
    [
      'stopped with the new keys',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'stopped', hours: 2, like: 1 }
      ],
      -1,
      'entry-signature'
    ],
    [
      'stopped too late',
      [
        enrolled,
        { reason: 'recovered', hours: 1, own: 2 },
        { reason: 'stopped', hours: 74, like: 0 }
      ],
      1,
      'recovery-too-early'
    ],
    ['stopped nothing', [enrolled, { reason: 'stopped', hours: 2, like: 0 }], -1, 'entry-order'],
    ['closed by the desk', [enrolled, { reason: 'closed', hours: 1 }], -1, 1],
    [
      'closed, then rotated',
      [
        enrolled,
        { reason: 'closed', hours: 1 },
        { reason: 'rotated', hours: 2, own: 2, before: 1 }
      ],
      -1,
      'entry-order'
    ],
    [
      'closed, then recovered',
      [enrolled, { reason: 'closed', hours: 1 }, { reason: 'recovered', hours: 2, own: 2 }],
      2,
      2
    ]
  ]
  for (const [name, steps, matured, expected] of cases) {
    assert.equal(judge(chainOf(steps), matured), expected, name)
  }
})

test('checkChain refuses a post-quantum key that has not signed, and keys of another name', () => {
  const named = (name: string) =>
    portableSigningKey({ name, type: 6, seed: new Uint8Array(32).fill(4) })
  const [plain] = chainOf([enrolled])
  assert.ok(plain)
  const { key } = named(`${host}/${owner.replace(':', '/')}`)
  assert.equal(
    judge([{ ...plain, keys: [...plain.keys, formatVerifierKey(key)] }]),
    'entry-signature'
  )
  const foreign = chainOf([enrolled], other).map((entry) => ({ ...entry, owner }))
  assert.equal(judge(foreign), 'entry-name')
})

test('no entry can be changed, left out, put in or exchanged', async () => {
  const step = fc.constantFrom<Step>(
    { reason: 'rotated', hours: 1 },
    { reason: 'recovered', hours: 1 }
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.nat(), (steps, pick) => {
      let own = 1
      const chain = chainOf([
        enrolled,
        ...steps.map((one, i): Step => {
          const before = own
          own += 1
          const hours = 80 * (i + 1)
          return one.reason === 'rotated' ? { ...one, hours, own, before } : { ...one, hours, own }
        })
      ])
      const last = chain.length - 1
      assert.equal(judge(chain, last), last)
      const place = pick % chain.length
      const one = chain[place]
      assert.ok(one)
      for (const changed of [
        { ...one, recipient: `age1pq1${'z'.repeat(1952)}` },
        { ...one, at: one.at.replace('06:', '05:').replace('2026', '2025') },
        {
          ...one,
          reason: one.reason === 'rotated' ? ('recovered' as const) : ('rotated' as const)
        },
        { ...one, keys: keysOf(owner, 99).map(({ key }) => formatVerifierKey(key)) },
        { ...one, signatures: one.signatures.slice(1) },
        { ...one, signatures: [...one.signatures, ...one.signatures] },
        { ...one, sequence: one.sequence + 1 },
        { ...one, owner: other }
      ]) {
        const put = chain.map((entry, i) => (i === place ? changed : entry))
        assert.equal(typeof judge(put, last), 'string')
      }
      if (place < last) assert.equal(typeof judge(chain.toSpliced(place, 1), last), 'string')
      assert.equal(typeof judge(chain.toSpliced(place, 0, one), last), 'string')
      return Promise.resolve()
    }),
    { numRuns: 25 }
  )
})
