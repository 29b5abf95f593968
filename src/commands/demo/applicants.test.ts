import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstrationPeople } from '../../people/index.ts'
import { inventName } from './applicants.ts'
import { randomOf } from './random.ts'

test('inventName gives nobody the name of an invented official', async () => {
  const people = new Set((await demonstrationPeople()).map(({ name }) => name.fa))
  const random = randomOf(1404)
  for (let i = 0; i < 3000; i += 1) {
    const name = await inventName(random)
    assert.ok(!people.has(name), name)
  }
})
