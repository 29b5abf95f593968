import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barChart, type ChartPoint, lineChart } from './charts.ts'

const points: ChartPoint[] = [
  { label: 'Mehr', value: 10 },
  { label: 'Aban', value: null },
  { label: 'Azar', value: 20, state: 'broken', text: '20 cases' }
]

test('lineChart leaves a gap where nothing was measured, and says it in the table', () => {
  const page = lineChart({ lang: 'en' }, { label: 'Cases', points }).toString()
  assert.equal(page.match(/<circle/g)?.length, 2)
  assert.match(page, /<th scope="row">Aban<\/th>[^]*<td>—<\/td>/)
  assert.match(page, /<td>20 cases<\/td>[^]*<td>Broken<\/td>/)
})

test('barChart stands on zero and never draws below it', () => {
  const page = barChart({ lang: 'fa' }, { label: 'Cases', points, from: 5 }).toString()
  const heights = [...page.matchAll(/<rect[^>]* height="([\d.-]+)"/g)].map((match) =>
    Number(match[1])
  )
  assert.deepEqual(
    heights.map((height) => height > 0),
    [true, false, true]
  )
  assert.ok(heights.every((height) => height >= 0))
})

test('a chart of nothing is drawn without faults', () => {
  for (const chart of [lineChart, barChart]) {
    assert.doesNotMatch(chart({ lang: 'en' }, { label: 'Cases', points: [] }).toString(), /NaN/)
    const zeros = [{ label: 'Mehr', value: 0 }]
    assert.doesNotMatch(chart({ lang: 'en' }, { label: 'Cases', points: zeros }).toString(), /NaN/)
  }
})
