// Goal: the receipt proves what was received: code, both calendars, clock, each document's hash.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  sampleAuthority,
  sampleCase,
  sampleClock,
  sampleView
} from '../../../tests/support/case-view.ts'
import { receiptPage } from './receipt-page.ts'

const sha256 = 'a'.repeat(64)
const at = Temporal.Instant.from('2026-11-22T02:00:00Z')
const document = {
  id: 'd',
  type: 'damage-photos',
  name: 'x.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 900_000,
  sha256,
  channel: 'site',
  trackingNumber: null,
  officeCode: null,
  arrivedAt: null,
  registeredAt: at,
  current: true
} as const
const draw = (more: Parameters<typeof sampleCase>[0] = {}) =>
  receiptPage(sampleView(), {
    shown: sampleCase({ documents: [document], ...more }),
    authority: sampleAuthority,
    evidence: null,
    origin: 'https://desk.example',
    caseHref: '/cases/x',
    isNew: true
  }).toString()

test('receiptPage shows the code, both calendars, the clock and the hashes', () => {
  const page = draw()
  for (const part of [
    '7K2M9-X4TRD',
    '۱ آذر ۱۴۰۵، ساعت ۰۵:۳۰',
    '2026-11-22 05:30',
    '۴ آذر ۱۴۰۵، ساعت ۰۵:۳۰',
    'این زمان شبانه‌روزی شمرده می‌شود',
    sha256,
    'توافق‌نامه معتبری در کار نیست',
    '<svg'
  ]) {
    assert.ok(page.includes(part), part)
  }
})

test('receiptPage names no due time before the documents are there, but what is missing', () => {
  const clock = sampleClock({ state: 'not-started', dueAt: null, startedAt: null })
  const page = draw({ clock, missing: ['damage-photos'], documents: [] })
  assert.ok(page.includes('پس از رسیدن مدارک زیر تعیین می‌شود'))
  assert.ok(page.includes('مدارکی که باید برسد'))
  assert.ok(!page.includes('۴ آذر'))
})
