// Goal: our solver and the library of ALTCHA find the same. Method: each solves what the library made,
// and the library checks both.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { solveProof } from './solve-proof.ts'

const made = (counter: number) =>
  createChallenge({
    algorithm: 'SHA-256',
    cost: 8,
    counter,
    deriveKey,
    hmacSignatureSecret: 'a',
    hmacKeySignatureSecret: 'b'
  })

test('solveProof finds what the library finds, and the library takes it', async () => {
  for (const counter of [0, 1, 77, 300]) {
    const challenge = await made(counter)
    const ours = solveProof(challenge.parameters, 301)
    const theirs = await solveChallenge({ challenge, deriveKey })
    assert.equal(ours?.counter, counter)
    assert.equal(ours.derivedKey, theirs?.derivedKey)
    const checked = await verifySolution({
      challenge,
      solution: ours,
      deriveKey,
      hmacSignatureSecret: 'a',
      hmacKeySignatureSecret: 'b'
    })
    assert.equal(checked.verified, true)
  }
})

test('solveProof gives up', async () => {
  const { parameters } = await made(50)
  assert.equal(solveProof(parameters, 50), null)
  assert.equal(solveProof({ ...parameters, algorithm: 'SCRYPT' }, 60), null)
  assert.equal(solveProof({ ...parameters, keyPrefix: '' }, 60), null)
})
