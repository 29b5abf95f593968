import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCard, sampleView } from '../../../tests/support/case-view.ts'
import { intakeFormPage } from './intake-form-page.ts'

const form = (more: object = {}) =>
  intakeFormPage(sampleView(), {
    card: sampleCard(),
    channel: 'pishkhan',
    known: null,
    submissionKey: 'k'.repeat(8),
    answers: {},
    typed: {},
    scans: [],
    problems: [],
    ...more
  }).toString()

test('intakeFormPage at a counter asks for the consent of whoever stands there', () => {
  const page = form()
  assert.match(page, /name="consentCode"/)
  assert.match(page, /name="then"\s+value="consent"/)
  assert.match(page, /name="consentOnPaper"/)
  assert.match(form({ consentSent: true }), /کد رضایت به راه‌های تماس/)
  assert.doesNotMatch(form({ channel: 'post' }), /consentCode/)
})
