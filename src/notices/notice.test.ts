import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticePath, noticeSha256 } from './notice.ts'

test('noticeSha256 is that of the worked example of docs/specs/notices.md', () => {
  const sha256 = noticeSha256({
    title: { fa: 'قطعی سامانه', en: 'Outage' },
    body: { fa: 'جمعه  ساعت ۲۲\n\nیک ساعت', en: 'Friday, 22:00' }
  })
  assert.equal(sha256, '2bab2c7bc39aa29d2a00be0d753416043e1214e1bacd2437de0f64ae79f63c6d')
})

test('noticePath leads to a notice, or to one of its versions', () => {
  assert.equal(noticePath('x'), '/notices/x')
  assert.equal(noticePath('x', 2), '/notices/x/versions/2')
})
