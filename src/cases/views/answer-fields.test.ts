// Goal: every kind of field is drawn with what was typed, its problem beside it, and nothing typed is HTML.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCard, sampleView } from '../../../tests/support/case-view.ts'
import { html } from '../../platform/html/index.ts'
import { type FormDefinition, formDefinitionSchema } from '../../kernel/forms/index.ts'
import { answerFields, namedProblems } from './answer-fields.ts'

const label = { fa: 'پرسش', en: 'Question' }
const choices = [{ value: 'one', label: { fa: 'یک', en: 'One' } }]
const form: FormDefinition = formDefinitionSchema.parse({
  fields: [
    { name: 'text', label, type: 'text', required: true },
    { name: 'paragraph', label, type: 'paragraph', lengthMax: 300 },
    { name: 'integer', label, type: 'integer' },
    { name: 'money', label, type: 'money' },
    { name: 'nationalId', label, type: 'national-id' },
    { name: 'legalId', label, type: 'legal-id' },
    { name: 'mobile', label, type: 'mobile', autocomplete: 'tel' },
    { name: 'postalCode', label, type: 'postal-code' },
    { name: 'iban', label, type: 'iban' },
    { name: 'day', label, type: 'jalali-date' },
    { name: 'choice', label, type: 'choice', choices },
    { name: 'choices', label, type: 'choices', choices },
    { name: 'yesNo', label, type: 'yes-no' },
    { name: 'declared', label, type: 'yes-no', mustAgree: true },
    { name: 'email', label, type: 'e-mail' }
  ]
})
const draw = (answers: Record<string, unknown>, problems: { pointer: string }[] = []) =>
  answerFields(sampleView(), {
    form,
    answers,
    problems: problems.map((one) => ({ ...one, code: 'x', text: { fa: 'نادرست', en: 'Wrong' } }))
  }).toString()

test('answerFields draws every kind of field under its own name', () => {
  const drawn = draw({})
  for (const { name } of form.fields) assert.ok(drawn.includes(`name="answers.${name}"`), name)
  assert.ok(drawn.includes('حداکثر ۳۰۰ نویسه.'))
  assert.ok(!/ required(?![a-z-])/.test(drawn), 'the browser would speak in its own words')
})

test('answerFields shows what was typed as it was typed, and never as HTML', () => {
  const drawn = draw({
    text: '"><script>alert(1)</script>',
    paragraph: '</textarea><b>',
    integer: '۱۲ا',
    choice: 'one',
    choices: ['one'],
    yesNo: 'no',
    declared: 'yes'
  })
  assert.ok(!drawn.includes('<script>') && !drawn.includes('<b>'))
  assert.ok(drawn.includes('value="۱۲ا"'))
  assert.equal(drawn.match(/ checked/g)?.length, 4)
})

test('answerFields ties a problem to its field', () => {
  const drawn = draw({}, [{ pointer: '/answers/mobile' }])
  assert.match(drawn, /id="field-answers-mobile-problem"[\s\S]*نادرست/)
  assert.match(drawn, /aria-invalid="true"/)
})

test('answerFields draws only the fields that are asked for', () => {
  const returned = new Map([['mobile', html`<b>why</b>`]])
  const options = { form, answers: {}, problems: [], returned }
  assert.equal(
    answerFields(sampleView(), options)
      .toString()
      .match(/data-field=/g)?.length,
    1
  )
})

test('namedProblems says which question or document is meant', () => {
  const text = { fa: 'نادرست', en: 'Wrong' }
  const named = namedProblems(
    sampleCard(),
    ['/answers/mobile', '/documents/damage-photos', '/declaration'].map((pointer) => ({
      pointer,
      code: 'x',
      text
    }))
  )
  assert.deepEqual(
    named.map((problem) => problem.text.en),
    ['Mobile number: Wrong', 'Photographs of the damage: Wrong', 'Wrong']
  )
})
