import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formDefinitionSchema, type FormDefinition } from './definition.ts'
import { validateForm } from './validate-form.ts'

const label = { fa: 'نام', en: 'Name' }
const choices = [
  { value: 'birjand', label: { fa: 'بیرجند', en: 'Birjand' } },
  { value: 'qaen', label: { fa: 'قائن', en: 'Qaen' } },
  { value: 'tabas', label: { fa: 'طبس', en: 'Tabas' } }
]
const form: FormDefinition = formDefinitionSchema.parse({
  fields: [
    { name: 'name', label, type: 'text', required: true, script: 'persian', lengthMax: 10 },
    { name: 'note', label, type: 'paragraph', lengthMin: 5, lengthMax: 50, emoji: true },
    { name: 'code', label, type: 'text', script: 'latin' },
    { name: 'count', label, type: 'integer', min: 1, max: 20 },
    { name: 'damage', label, type: 'money' },
    { name: 'nationalId', label, type: 'national-id' },
    { name: 'company', label, type: 'legal-id' },
    { name: 'mobile', label, type: 'mobile' },
    { name: 'postalCode', label, type: 'postal-code' },
    { name: 'account', label, type: 'iban' },
    { name: 'born', label, type: 'jalali-date', when: 'past', min: '1300-01-01' },
    { name: 'county', label, type: 'choice', choices },
    { name: 'topics', label, type: 'choices', choices, choicesMax: 2 },
    { name: 'married', label, type: 'yes-no' },
    { name: 'mail', label, type: 'e-mail' }
  ]
})
const declaration: FormDefinition = formDefinitionSchema.parse({
  fields: [{ name: 'truth', label, type: 'yes-no', mustAgree: true }]
})
const today = '1405-09-01'

function codes(raw: unknown): string[] {
  const outcome = validateForm(form, raw, { today })
  return outcome.ok ? [] : outcome.problems.map((p) => `${p.pointer} ${p.code}`)
}
const codesBeside = (answers: object): string[] => codes({ name: 'زهرا', ...answers })

test('validateForm brings every answer to its canonical form', () => {
  const outcome = validateForm(
    form,
    {
      name: '  علي ',
      note: 'خط یک\r\nخط دو 🌱',
      code: 'A-12',
      count: '۱۲',
      damage: '۱٬۵۰۰٬۰۰۰ ریال',
      nationalId: '۰۴۹۹۳۷۰۸۹۹',
      company: '10380284790',
      mobile: '۰۹۱۲ ۳۴۵ ۶۷۸۹',
      postalCode: '97178-53577',
      account: 'ir82 0540 1026 8002 0817 9090 02',
      born: '۱۳۶۵/۷/۹',
      county: 'qaen',
      topics: ['tabas', 'birjand', 'tabas'],
      married: 'no',
      mail: 'Zahra@Example.IR'
    },
    { today }
  )
  assert.deepEqual(outcome, {
    ok: true,
    values: {
      name: 'علی',
      note: 'خط یک\nخط دو 🌱',
      code: 'A-12',
      count: 12,
      damage: 1_500_000,
      nationalId: '0499370899',
      company: '10380284790',
      mobile: '+989123456789',
      postalCode: '9717853577',
      account: 'IR820540102680020817909002',
      born: '1365-07-09',
      county: 'qaen',
      topics: ['birjand', 'tabas'],
      married: false,
      mail: 'Zahra@example.ir'
    }
  })
})

test('validateForm leaves optional empty answers out', () => {
  assert.deepEqual(validateForm(form, { name: 'زهرا', note: ' ', topics: [''] }), {
    ok: true,
    values: { name: 'زهرا' }
  })
})

test('validateForm refuses unknown fields and names them', () => {
  assert.deepEqual(codesBeside({ admin: 'yes', 'a/b~c': '1' }), [
    '/admin form/unknown-field',
    '/a~1b~0c form/unknown-field'
  ])
  assert.deepEqual(codes(JSON.parse('{"name":"زهرا","__proto__":"x"}')), [
    '/__proto__ form/unknown-field'
  ])
})

test('validateForm refuses missing answers and what is no set of answers', () => {
  assert.deepEqual(codes({}), ['/name form/missing'])
  for (const raw of [null, 'x', 7, [], undefined])
    assert.deepEqual(codes(raw), [' form/wrong-shape'])
})

test('validateForm refuses hostile and unfitting text', () => {
  const cases: [object, string][] = [
    [{ name: 'Zahra' }, '/name form/wrong-script'],
    [{ name: 'ز'.repeat(11) }, '/name form/too-long'],
    [{ name: `ز${'\u0651'.repeat(90)}` }, '/name form/too-long'],
    [{ name: 'ز'.repeat(1_000_000) }, '/name form/too-long'],
    [{ name: 'زهرا\u202e' }, '/name text/direction-override'],
    [{ name: 'زهرا\u0000' }, '/name text/control-character'],
    [{ name: 'زهرا\ud83d' }, '/name text/broken'],
    [{ name: 'زهرا 😀' }, '/name form/emoji'],
    [{ name: 'زهرا ❤️' }, '/name form/emoji'],
    [{ name: ['زهرا', 'زهرا'] }, '/name form/wrong-shape'],
    [{ name: { fa: 'زهرا' } }, '/name form/wrong-shape'],
    [{ name: 12 }, '/name form/wrong-shape'],
    [{ note: 'کوتا' }, '/note form/too-short'],
    [{ code: 'کد' }, '/code form/wrong-script']
  ]
  for (const [answers, expected] of cases) assert.deepEqual(codesBeside(answers), [expected])
})

test('validateForm takes marks and half-spaces of Persian script', () => {
  assert.deepEqual(codes({ name: 'علی‌رضا' }), [])
  assert.deepEqual(codes({ name: 'مُحَمَّد ۲' }), [])
})

test('validateForm refuses wrong numbers', () => {
  const cases: [object, string][] = [
    [{ count: '1.5' }, '/count form/not-integer'],
    [{ count: 1.5 }, '/count form/not-integer'],
    [{ count: '0' }, '/count form/too-small'],
    [{ count: '۲۱' }, '/count form/too-large'],
    [{ count: '1e3' }, '/count form/not-integer'],
    [{ damage: '12,34' }, '/damage form/not-money'],
    [{ damage: '-5' }, '/damage form/too-small'],
    [{ damage: '9'.repeat(16) }, '/damage form/not-money'],
    [{ damage: '9'.repeat(400) }, '/damage form/too-long']
  ]
  for (const [answers, expected] of cases) assert.deepEqual(codesBeside(answers), [expected])
})

test('validateForm refuses wrong identifiers, dates and choices', () => {
  const cases: [object, string][] = [
    [{ nationalId: '0499370898' }, '/nationalId national-id/check-digit'],
    [{ born: '1404/12/30' }, '/born date/day'],
    [{ born: '31/12' }, '/born date/form'],
    [{ born: '1986-10-01' }, '/born date/gregorian'],
    [{ born: '1405/09/02' }, '/born form/date-too-late'],
    [{ born: '1299/12/29' }, '/born form/date-too-early'],
    [{ county: 'mashhad' }, '/county form/not-listed'],
    [{ topics: ['birjand', 'x'] }, '/topics form/not-listed'],
    [{ topics: ['birjand', 'qaen', 'tabas'] }, '/topics form/too-many-choices'],
    [{ topics: [1] }, '/topics form/wrong-shape'],
    [{ married: 'maybe' }, '/married form/not-yes-no'],
    [{ mail: 'name@localhost' }, '/mail form/e-mail'],
    [{ mail: 'a b@x.ir' }, '/mail form/e-mail']
  ]
  for (const [answers, expected] of cases) assert.deepEqual(codesBeside(answers), [expected])
})

test('validateForm takes a declaration only when it is agreed to', () => {
  for (const raw of [{}, { truth: 'no' }]) {
    const outcome = validateForm(declaration, raw)
    assert.equal(outcome.ok ? null : outcome.problems[0]?.code, 'form/not-agreed')
  }
  assert.deepEqual(validateForm(declaration, { truth: 'on' }), {
    ok: true,
    values: { truth: true }
  })
})

test('validateForm reports every problem at once, in the order of the fields', () => {
  assert.deepEqual(codes({ extra: 1, mobile: '1', name: '' }), [
    '/name form/missing',
    '/mobile mobile/form',
    '/extra form/unknown-field'
  ])
})
