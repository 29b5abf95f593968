// Goal: a proof of opening holds for its letter, state, token and mailbox, and for nothing else. Method: random
// tokens; every part exchanged, and bytes of the note changed.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { mailboxKeys, signOpening, tokenHashOf, verifyOpening } from './index.ts'

const letter = '0193a1b2-0000-7000-8000-000000000001'
const name = 'desk.example/mailbox/0193a1b2-0000-7000-8000-000000000009'
const own = await mailboxKeys(new Uint8Array(32).fill(1), name)
const other = await mailboxKeys(new Uint8Array(32).fill(2), name)
const tokens = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('a proof holds for what it says, and for nothing else', () => {
  fc.assert(
    fc.property(tokens, fc.constantFrom('opened', 'acknowledged', 'replied'), (token, state) => {
      const note = signOpening({ letter, state, token, signers: own.signers })
      const tokenHash = createHash('sha256').update(token).digest('base64')
      assert.equal(tokenHashOf(token), tokenHash)
      const of = { letter, state, tokenHash, keys: own.keys }
      assert.equal(verifyOpening(note, of), true)
      assert.equal(verifyOpening(note, { ...of, keys: other.keys }), false)
      assert.equal(verifyOpening(note, { ...of, keys: [...own.keys, ...other.keys] }), false)
      assert.equal(verifyOpening(note, { ...of, keys: [] }), false)
      assert.equal(verifyOpening(note, { ...of, keys: ['none'] }), false)
      assert.equal(verifyOpening(note, { ...of, letter: letter.replace('1', '2') }), false)
      assert.equal(
        verifyOpening(note, { ...of, tokenHash: tokenHashOf(new Uint8Array(32)) }),
        false
      )
      const otherState = state === 'opened' ? 'replied' : 'opened'
      assert.equal(verifyOpening(note, { ...of, state: otherState }), false)
    }),
    { numRuns: 10 }
  )
})

test('one signature left out, or any character changed, proves nothing', () => {
  const token = new Uint8Array(32).fill(5)
  const of = { letter, state: 'opened', tokenHash: tokenHashOf(token), keys: own.keys } as const
  const note = signOpening({ ...of, token, signers: own.signers })
  const half = signOpening({ ...of, token, signers: own.signers.slice(0, 1) })
  assert.equal(verifyOpening(half, of), false)
  assert.equal(verifyOpening(half, { ...of, keys: own.keys.slice(0, 1) }), true)
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.constantFrom('A', 'b', '+', '\n'), (at, by) => {
      if (note[at] === by) return
      assert.equal(verifyOpening(note.slice(0, at) + by + note.slice(at + 1), of), false)
    }),
    { numRuns: 200 }
  )
})
