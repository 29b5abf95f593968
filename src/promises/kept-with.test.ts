import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptWith } from './kept-with.ts'

test('keptWith makes once for an owner and a key', () => {
  const [one, other] = [{}, {}]
  let made = 0
  const make = () => (made += 1)
  assert.deepEqual(
    [
      keptWith(one, 'a', make),
      keptWith(one, 'a', make),
      keptWith(one, 'b', make),
      keptWith(other, 'a', make)
    ],
    [1, 1, 2, 3]
  )
})

test('keptWith tries again what failed', async () => {
  const owner = {}
  let tries = 0
  const make = () => {
    tries += 1
    return tries === 1 ? Promise.reject(new Error('no')) : Promise.resolve(tries)
  }
  await assert.rejects(keptWith(owner, 'a', make))
  assert.equal(await keptWith(owner, 'a', make), 2)
  assert.equal(await keptWith(owner, 'a', make), 2)
})
