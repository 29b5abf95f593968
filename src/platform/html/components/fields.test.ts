import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FieldProblem } from '../../errors.ts'
import { errorSummary, field } from './fields.ts'
import { fieldId } from './field-options.ts'

const view = { lang: 'fa' } as const
const problems: FieldProblem[] = [
  { pointer: '/answers/mobile', code: 'form/mobile', text: { fa: 'شماره درست نیست', en: 'Wrong' } }
]

test('fieldId is the same for a name and for its pointer', () => {
  assert.equal(fieldId('answers.mobile'), fieldId('/answers/mobile'))
  assert.equal(fieldId('answers[0].name'), fieldId('/answers/0/name'))
})

describe('field', () => {
  test('ties label, help and problem to the control', () => {
    const page = field(view, {
      type: 'mobile',
      name: 'answers.mobile',
      label: 'تلفن همراه',
      problems
    }).toString()
    assert.match(page, /<label\s+for="field-answers-mobile"/)
    assert.match(page, /aria-describedby="field-answers-mobile-help field-answers-mobile-problem"/)
    assert.match(page, /aria-invalid="true"/)
    assert.match(page, /id="field-answers-mobile-problem"[^]*شماره درست نیست/)
  })

  test('gives back what was typed, as text', () => {
    const typed = '"><script>'
    for (const type of ['text', 'paragraph', 'national-id', 'money', 'e-mail'] as const) {
      const page = field(view, { type, name: 'a', label: 'ا', value: typed }).toString()
      assert.ok(page.includes('&quot;&gt;&lt;script&gt;'), type)
      assert.ok(!page.includes(typed), type)
    }
  })

  test('shows up to seven choices and lists more', () => {
    const choices = Array.from({ length: 8 }, (_, i) => ({ value: String(i), text: String(i) }))
    const few = field(view, {
      type: 'choice',
      name: 'a',
      label: 'ا',
      choices: choices.slice(1),
      value: '3'
    }).toString()
    assert.equal(few.match(/type="radio"/g)?.length, 7)
    assert.match(few, /value="3" checked/)
    const many = field(view, { type: 'choice', name: 'a', label: 'ا', choices, value: '3' })
    assert.match(many.toString(), /<select[^]*<option value="3" selected/)
  })

  test('a declaration sends yes only when it is ticked', () => {
    assert.match(declaration('yes'), /value="yes" checked/)
    assert.doesNotMatch(declaration(undefined), /checked/)
    assert.doesNotMatch(declaration('no'), /checked/)
  })

  test('marks what may stay empty, and nothing else', () => {
    const name = { type: 'text', name: 'a', label: 'ا' } as const
    assert.match(field(view, { ...name, required: false }).toString(), /اختیاری/)
    assert.doesNotMatch(field(view, { ...name, required: true }).toString(), /اختیاری/)
    assert.doesNotMatch(field(view, name).toString(), /اختیاری/)
  })
})

function declaration(value: string | undefined): string {
  return field(view, { type: 'checkbox', name: 'a', label: 'ا', value }).toString()
}

test('errorSummary links each problem to its field and is silent without problems', () => {
  assert.match(errorSummary(view, problems).toString(), /href="#field-answers-mobile"/)
  assert.equal(errorSummary(view, []).toString(), '')
})
