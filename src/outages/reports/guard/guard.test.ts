// Goal: floods are held off without knowing anybody, and nobody honest is. Method: a guard on a clock that
// the test moves.
import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { solveProof } from '../../../kernel/proof/index.ts'
import { manualClock } from '../../../platform/index.ts'
import { ProofRefusedError, ReportTooSoonError, TooManyReportsError } from '../refusals.ts'
import { AddressBuckets } from './address-buckets.ts'
import { type Guard, openGuard } from './guard.ts'

const folder = await mkdtemp(join(tmpdir(), 'peyman-guard-'))
after(() => rm(folder, { recursive: true, force: true }))
const clock = manualClock('2026-11-22T06:00:00Z')
const terms = { dataFolder: folder, reportEffort: 30, reportsPerMinuteMax: 20 }
const guard = await openGuard(terms, clock)

async function solved(by: Guard = guard): Promise<string> {
  const challenge = await by.challenge()
  const solution = solveProof(challenge.parameters, challenge.most)
  return btoa(JSON.stringify({ challenge, solution }))
}

test('openGuard keeps its secret in a file of its own, also when opened twice at once', async () => {
  const other = await mkdtemp(join(tmpdir(), 'peyman-guard-'))
  const both = await Promise.all(
    [1, 2].map(() => openGuard({ ...terms, dataFolder: other }, clock))
  )
  const proof = await solved(both[0])
  assert.match((await both[1]?.admit({ proof, token: undefined }, 'a')) ?? '', /^proof:/)
  assert.equal((await stat(join(other, 'reports/secret'))).mode & 0o777, 0o600)
  await rm(other, { recursive: true })
})

test('admit takes a solved challenge for an hour, and no other', async () => {
  const proof = await solved()
  const key = await guard.admit({ proof, token: undefined }, '10.0.0.1')
  assert.equal(await guard.admit({ proof, token: undefined }, '10.0.0.1'), key, 'the same key')
  const { challenge, solution } = JSON.parse(atob(proof)) as {
    challenge: { parameters: { cost: number; data: { at: number } }; signature: string }
    solution: { counter: number; derivedKey: string }
  }
  const changed = [
    { challenge: { ...challenge, signature: challenge.signature.replace(/^./, 'x') }, solution },
    { challenge, solution: { ...solution, derivedKey: solution.derivedKey.replace(/^../, '00') } },
    {
      challenge: { ...challenge, parameters: { ...challenge.parameters, data: { at: 1e10 } } },
      solution
    },
    { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution },
    {}
  ]
  for (const each of changed) {
    const wrong = { proof: btoa(JSON.stringify(each)), token: undefined }
    await assert.rejects(guard.admit(wrong, '10.0.0.1'), ProofRefusedError)
  }
  clock.advance('PT61M')
  await assert.rejects(guard.admit({ proof, token: undefined }, '10.0.0.1'), ProofRefusedError)
})

test('admit takes a form without script after a while, for a day', async () => {
  const token = guard.formToken()
  const form = { proof: undefined, token }
  await assert.rejects(guard.admit(form, '10.0.0.2'), ReportTooSoonError)
  clock.advance('PT9S')
  assert.match(await guard.admit(form, '10.0.0.2'), /^form:/)
  for (const wrong of [undefined, '', 'x', `${token}x`, token.replace(/^./, '0')])
    await assert.rejects(
      guard.admit({ proof: undefined, token: wrong }, '10.0.0.3'),
      ProofRefusedError
    )
  clock.advance('PT24H')
  await assert.rejects(guard.admit(form, '10.0.0.4'), ProofRefusedError)
})

test('admit holds an address back, sooner where nothing was solved', async () => {
  const proof = await solved()
  const count = async (one: () => Promise<unknown>) => {
    for (let n = 0; n < 100; n += 1) {
      const refused = await one().then(
        () => false,
        (error: unknown) => error
      )
      if (refused instanceof TooManyReportsError) return n
      assert.equal(refused, false)
    }
    return 100
  }
  const token = guard.formToken()
  clock.advance('PT10S')
  assert.equal(await count(() => guard.admit({ proof: undefined, token }, '10.0.0.9')), 2)
  assert.equal(await count(() => guard.admit({ proof, token: undefined }, '10.0.0.9')), 20)
  assert.equal(await count(async () => guard.admitLookUp('10.0.0.9')), 40)
})

test('AddressBuckets fill up again, and count a household of IPv6 as one', () => {
  const buckets = new AddressBuckets(6)
  for (let i = 0; i < 6; i += 1) assert.equal(buckets.take('2001:db8:1:2::1', 0), 0)
  assert.equal(buckets.take('2001:db8:1:2:ffff::9', 0), 10, 'seconds to wait')
  assert.equal(buckets.take('2001:db8:1:3::1', 0), 0, 'another household')
  assert.equal(buckets.take('2001:db8:1:2::1', 10_000), 0)
  assert.ok(buckets.take('2001:db8:1:2::1', 10_000) > 0)
  assert.equal(buckets.take('2001:db8:1:2::1', 10_000_000), 0)
})
