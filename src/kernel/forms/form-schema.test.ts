import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formDefinitionSchema } from './definition.ts'
import { formSchema } from './form-schema.ts'

const label = { fa: 'تلفن همراه', en: 'Mobile' }

test('formSchema reports the field, the code and both texts', () => {
  const form = formDefinitionSchema.parse({
    fields: [{ name: 'mobile', label, type: 'mobile', required: true }]
  })
  const parsed = formSchema(form).safeParse({ mobile: '123', 'a/b': 1 })
  assert.ok(!parsed.success)
  assert.deepEqual(
    parsed.error.issues.map((issue): string[] => [
      issue.path.join(),
      issue.code === 'custom' ? String(issue.params?.['code']) : ''
    ]),
    [
      ['mobile', 'mobile/form'],
      ['a/b', 'form/unknown-field']
    ]
  )
})
