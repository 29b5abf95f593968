import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formDefinitionSchema } from './definition.ts'

const label = { fa: 'نام', en: 'Name' }

test('formDefinitionSchema refuses two fields of one name, unknown limits and odd names', () => {
  const refused = [
    { fields: [] },
    {
      fields: [
        { name: 'a', label, type: 'text' },
        { name: 'a', label, type: 'mobile' }
      ]
    },
    { fields: [{ name: 'a', label, type: 'mobile', lengthMax: 3 }] },
    { fields: [{ name: '__proto__', label, type: 'text' }] },
    { fields: [{ name: 'a', label, type: 'choice', choices: [] }] },
    { fields: [{ name: 'a', label, type: 'password' }] },
    { fields: [{ name: 'a', label: { fa: 'نام' }, type: 'text' }] }
  ]
  for (const raw of refused) assert.equal(formDefinitionSchema.safeParse(raw).success, false)
})

test('formDefinitionSchema makes a field optional unless it says otherwise', () => {
  const form = formDefinitionSchema.parse({ fields: [{ name: 'a', label, type: 'text' }] })
  assert.equal(form.fields[0]?.required, false)
})
