import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openAgeFile, shareWords } from '../seal/index.ts'
import { encryptTo } from '../seal/age-file.ts'
import { claimHandle, claimIdentity, claimRecipient, claimText, readClaim } from './letter-claim.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('readClaim reads the address and the words of a page, and nothing else', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom('fa', 'en'), (secret, lang) => {
      assert.deepEqual(readClaim(` ${claimText(secret)} `), secret)
      assert.deepEqual(readClaim(shareWords(secret, lang).join(' ')), secret)
      assert.equal(readClaim(claimText(secret).slice(1)), null)
      assert.equal(readClaim(shareWords(secret, lang).slice(1).join(' ')), null)
    }),
    { numRuns: 50 }
  )
  assert.equal(readClaim(''), null)
  // The last character holds bits that mean nothing: only one spelling is right.
  assert.equal(readClaim(`${'A'.repeat(42)}B`), null)
})

test('claimHandle says nothing of the key, and leads from one key alone', async () => {
  const secret = new Uint8Array(32).fill(7)
  const handle = claimHandle(secret)
  assert.match(handle, /^[0-9a-f]{64}$/)
  assert.notEqual(handle, claimHandle(secret.with(0, 8)))
  const file = await encryptTo(await claimRecipient(secret), [new Uint8Array([1, 2, 3])])
  assert.ok(file.ok)
  const opened = await openAgeFile(file.value, claimIdentity(secret))
  assert.deepEqual(opened, { ok: true, value: new Uint8Array([1, 2, 3]) })
  assert.equal((await openAgeFile(file.value, claimIdentity(secret.with(0, 8)))).ok, false)
})
