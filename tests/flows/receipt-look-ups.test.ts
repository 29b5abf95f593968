// Goal: nobody tries receipt codes one after the other, by whichever way in. Method: a desk that lets an
// address look up ten codes a minute; Open311 first, then the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReceiptCode } from '../../src/outages/reports/receipt-code.ts'
import { startTestServer } from '../support/server.ts'

const { origin } = await startTestServer(undefined, { reportsPerMinuteMax: 5 })
const code = newReceiptCode()

test('whoever tries one token after the other is asked to wait, here and there', async () => {
  const statuses: number[] = []
  for (let tries = 0; tries < 20 && !statuses.includes(429); tries += 1) {
    const address = `${origin}/open311/v2/tokens/${code}.json?jurisdiction_id=sko.ir`
    const answer = await fetch(address)
    statuses.push(answer.status)
    if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) > 0)
  }
  assert.deepEqual([...new Set(statuses)], [404, 429])
  assert.equal((await fetch(`${origin}/report/track?code=${code}`)).status, 429)
})
