import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Period, strip } from './strip.ts'

const periods: Period[] = [
  { title: 'Mehr "1405"', state: 'kept', value: '97%' },
  { title: 'Aban 1405', state: 'broken', value: '80%' }
]

test('strip runs with the reading: the oldest period stands where reading begins', () => {
  assert.equal(firstPlace('en'), '0')
  assert.equal(firstPlace('fa'), '20')
})

test('strip says everything in words as well, escaped', () => {
  const page = strip({ lang: 'en' }, { label: 'In time <b>', periods }).toString()
  assert.match(page, /aria-label="In time &lt;b&gt;: Mehr &quot;1405&quot; Kept, Aban 1405 Broken"/)
  assert.match(page, /<th scope="row">Aban 1405<\/th>[^]*<td>Broken<\/td>[^]*<td>80%<\/td>/)
})

function firstPlace(lang: 'fa' | 'en'): string | undefined {
  const page = strip({ lang }, { label: 'a', periods }).toString()
  return page.match(/translate\((\d+) 0\)/)?.[1]
}
