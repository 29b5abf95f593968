// Goal: everybody reads what may be done with each kind of data, and which clause says so. Method: the
// page in both languages, and the operation, over the agreements of this repository.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { createApp } from '../../app.ts'

const { context } = await testDesk()
const app = await createApp(context, import.meta.dirname)
after(() => app.close())
const get = (url: string) => app.inject({ method: 'GET', url })

test('GET /data-policy shows the table of the agreement, and where it comes from', async () => {
  const page = (await get('/data-policy')).body
  assert.match(page, /href="\/agreements\/PI#PI-5\.R1\.C4"/)
  assert.match(page, /سطح سازمان/)
  const english = (await get('/en/data-policy')).body
  assert.match(english, /Table of PI@1400/)
  assert.match(english, /This installation’s own row/)
})

test('GET /api/v1/data-policy names the value, the version and the clause', async () => {
  const answer = await get('/api/v1/data-policy')
  assert.equal(answer.statusCode, 200)
  const { items } = answer.json<{
    items: {
      authority: string
      dataType: string
      policy: Record<string, string>
      source: { agreement: string; clause: string; decided: string[] } | null
    }[]
  }>()
  const row = (authority: string, dataType: string) =>
    items.find((each) => each.authority === authority && each.dataType === dataType)
  assert.equal(row('ito', 'letters')?.policy['publication'], 'applicant')
  assert.equal(row('ito', 'letters')?.source?.clause, 'PI-5.R2')
  assert.equal(row('ito', 'letters')?.source?.decided.length, 6)
  assert.equal(row('sko', 'forms-documents')?.source, null)
  assert.deepEqual(row('sko', 'forms-documents')?.policy, row('ito', 'forms-documents')?.policy)
})
