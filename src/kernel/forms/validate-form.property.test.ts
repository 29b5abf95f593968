import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formDefinitionSchema } from './definition.ts'
import { formSchema } from './form-schema.ts'
import { validateForm } from './validate-form.ts'

const label = { fa: 'نام', en: 'Name' }
const form = formDefinitionSchema.parse({
  fields: [
    { name: 'title', label, type: 'text' },
    { name: 'body', label, type: 'paragraph', emoji: true, lengthMax: 30 },
    { name: 'amount', label, type: 'money' },
    { name: 'day', label, type: 'jalali-date' },
    { name: 'mobile', label, type: 'mobile' },
    { name: 'agree', label, type: 'yes-no' }
  ]
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('۱٬۵۰۰', '1404/7/1', '۰۹۱۲۳۴۵۶۷۸۹', 'no', '', 'زهرا علي', 'ــ\r\nب'),
  fc.integer(),
  fc.boolean(),
  fc.anything({ maxDepth: 1 })
)
const answers = fc.record(
  {
    title: anything,
    body: anything,
    amount: anything,
    day: anything,
    mobile: anything,
    agree: anything
  },
  { requiredKeys: [] }
)

test('validateForm never throws, and its values pass again unchanged', () => {
  fc.assert(
    fc.property(answers, (raw) => {
      const outcome = validateForm(form, raw)
      if (!outcome.ok) return assert.ok(outcome.problems.length > 0)
      assert.deepEqual(validateForm(form, outcome.values), outcome)
      // JSON is how the values travel and rest.
      assert.deepEqual(JSON.parse(JSON.stringify(outcome.values)), { ...outcome.values })
    }),
    { numRuns: 500 }
  )
})

test('validateForm refuses whatever is no object', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())), (raw) => {
      assert.equal(validateForm(form, raw).ok, false)
    })
  )
})

test('formSchema agrees with validateForm', () => {
  const schema = formSchema(form)
  fc.assert(
    fc.property(answers, (raw) => {
      const outcome = validateForm(form, raw)
      const parsed = schema.safeParse(raw)
      assert.equal(parsed.success, outcome.ok)
      if (parsed.success && outcome.ok) assert.deepEqual(parsed.data, outcome.values)
    })
  )
})
