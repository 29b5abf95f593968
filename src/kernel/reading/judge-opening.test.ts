// Goal: a sender believes an opening that the recipient signed with the token of the letter, and nothing else.
// Method: a true proof, and each thing wrong with it that a desk could show.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  mailboxKeys,
  newMailboxSeed,
  openingToken,
  signOpening,
  tokenHashOf
} from '../seal/index.ts'
import { toBase64 } from '../tlog/index.ts'
import { judgeOpening } from './judge-opening.ts'

const letter = '0190c5d2-7f4e-7b1a-8c3d-2e5f6a7b8c9d'
const other = '0190c5d2-7f4e-7b1a-8c3d-2e5f6a7b8c9e'
const sender = newMailboxSeed()
const reader = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/reader')
const operator = await mailboxKeys(newMailboxSeed(), 'desk.example/mailbox/operator')
const token = openingToken(sender, letter)
const ownHashes = [tokenHashOf(token)]

function shown(of: Partial<Parameters<typeof signOpening>[0]> = {}) {
  const signed = { letter, state: 'opened', token, signers: reader.signers, ...of } as const
  return { state: 'opened', token: toBase64(signed.token), note: signOpening(signed) }
}
const judge = (proofs: Parameters<typeof judgeOpening>[0]['proofs'], signers = [reader.keys]) =>
  judgeOpening({ letter, state: 'opened', proofs, signers, ownHashes })

test('what the reader signed with the token of the letter is proven, by a key of before too', () => {
  assert.equal(judge([shown()]), 'proven')
  assert.equal(judge([shown()], [operator.keys, reader.keys]), 'proven')
  assert.equal(judge([{ ...shown(), note: 'x' }, shown()]), 'proven')
})

test('what nobody signed is said, whatever else is shown', () => {
  assert.equal(judge([]), 'said')
  assert.equal(judge([{ ...shown(), state: 'replied' }]), 'said')
})

test('another letter, state, token or signer, or one signature of two, does not hold', () => {
  assert.equal(judge([shown({ letter: other })]), 'broken')
  assert.equal(judge([shown({ state: 'acknowledged' })]), 'broken')
  assert.equal(judge([{ ...shown(), token: toBase64(new Uint8Array(32)) }]), 'broken')
  assert.equal(judge([{ ...shown(), token: 'x' }]), 'broken')
  assert.equal(judge([shown({ signers: operator.signers })]), 'broken')
  assert.equal(judge([shown({ signers: reader.signers.slice(0, 1) })]), 'broken')
  assert.equal(judge([shown()], []), 'broken')
})

test('a mailbox that the desk named instead has no token of the letter, and proves nothing', () => {
  const guessed = shown({ token: new Uint8Array(32).fill(7), signers: operator.signers })
  assert.equal(judge([guessed], [operator.keys]), 'signed')
})

test('a token is the same wherever the seed is, another for each letter, and none of a wiped seed', () => {
  assert.deepEqual(openingToken(sender.slice(), letter), token)
  assert.notDeepEqual(openingToken(sender, other), token)
  assert.notDeepEqual(openingToken(newMailboxSeed(), letter), token)
  assert.throws(() => openingToken(new Uint8Array(32), letter), RangeError)
})
