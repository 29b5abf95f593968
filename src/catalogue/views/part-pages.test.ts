// Goal: the blank form prints what the screen asks, and asks nothing that cannot be answered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCard, sampleView } from '../../../tests/support/case-view.ts'
import { formsPage } from './part-pages.ts'

const label = { fa: 'درستی نوشته‌هایم را می‌پذیرم', en: 'I declare that it is true' }
const question = { fa: 'کسی آسیب دیده است', en: 'Somebody was injured' }

function drawn(): string {
  const card = sampleCard()
  const fields = [
    { name: 'truth', label, type: 'yes-no', required: true, mustAgree: true },
    { name: 'injured', label: question, type: 'yes-no', required: true }
  ] as typeof card.form.fields
  const version = {
    service: card.code,
    version: 1,
    card: { ...card, form: { ...card.form, fields } },
    changes: [],
    sha256: '',
    publishedAt: Temporal.Instant.from('2026-11-22T02:00:00Z'),
    publishedBy: 'x',
    effectiveAt: Temporal.Instant.from('2026-11-22T02:00:00Z'),
    notice: null,
    askedAt: null,
    seenAt: null
  }
  const view = sampleView({ lang: 'en' })
  return formsPage(view, {
    version,
    authority: null,
    isCurrent: true,
    announced: [],
    interruptions: []
  }).toString()
}

test('formsPage makes a declaration one box, and a question two', () => {
  const lines = drawn().split('<li>')
  const boxes = (text: string) => lines.find((line) => line.includes(text))?.match(/☐/g)?.length
  assert.equal(boxes(label.en), 1)
  assert.equal(boxes(question.en), 2)
})
