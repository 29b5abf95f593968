// Goal: who makes a page for the post of a letter that no page holds is told so at once, and what to do instead; nothing
// of it is opened for that.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleView } from '../../../../tests/support/case-view.ts'
import { makingPage } from './views.ts'

const root = {
  ...{ mailbox: '0193a1b2-0000-7000-8000-000000000002', owner: 'unit:sko/it', csrf: 'c' },
  ...{ key: 'desk.example/sko/it', isHeir: false, policy: '', host: 'desk.example' }
}
const unit = { fa: 'فناوری', en: 'IT' }

function made(isTooLarge: boolean): string {
  return makingPage(sampleView({ lang: 'en' }), {
    ...{ root, isTooLarge, from: unit, to: unit, integrity: 'sha384-x' },
    letter: {
      ...{ id: '0193a1b2-0000-7000-8000-000000000001', sentAt: '2026-11-22T06:00:00Z', case: null }
    },
    until: Temporal.Instant.from('2027-01-21T06:00:00Z'),
    address: 'https://desk.example/claim'
  }).toString()
}

test('makingPage offers no page for a letter that is too large, and says what to do', () => {
  const [small, large] = [made(false), made(true)]
  assert.match(small, /data-make(=|>|\s)/)
  assert.doesNotMatch(small, /role="alert"[^>]*>[^<]*too large/)
  assert.doesNotMatch(large, /data-make(=|>|\s)/)
  assert.match(large, /too large for a page by post. Send it printed/)
})
