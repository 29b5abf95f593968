// Goal: whoever goes on with a draft is told what its card asks and promises since.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCard, sampleView } from '../../../tests/support/case-view.ts'
import { cardChanged } from './card-changed.ts'

const view = sampleView({ lang: 'en' })
const before = sampleCard()

test('cardChanged names new questions, what is asked no longer, and the new time', () => {
  const [first] = before.form.fields
  assert.ok(first)
  const added = { ...first, name: 'more', label: { fa: 'شماره پلاک', en: 'House number' } }
  const card = {
    ...before,
    form: { ...before.form, fields: [...before.form.fields.slice(1), added] },
    promisedTime: { amount: 24, unit: 'hours' as const }
  }
  const told = String(cardChanged(view, { card, before }))
  for (const part of [
    'Now asked for: House number',
    `No longer asked for, and not sent: ${first.label.en}`,
    'Promised time: 24 hours (before: 72 hours)',
    'href="/en/services/10021006"'
  ]) {
    assert.ok(told.includes(part), `${part} in ${told}`)
  }
  assert.doesNotMatch(told, /fee has changed/)
})

test('cardChanged says nothing of a card that is the same', () => {
  assert.equal(cardChanged(view, { card: before, before: null }), false)
})
