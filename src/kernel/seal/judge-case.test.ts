// Goal: a unit that opens an application sees whatever does not belong to it, is not what was asked, or is no
// file of its kind. Method: one good application; each part of it exchanged.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type FormDefinition, schemaHash } from '../forms/index.ts'
import { type CaseDocumentHead, type CaseForm, type ClaimedCase, judgeCase } from './index.ts'

const label = { fa: 'نام', en: 'Name' }
const form: FormDefinition = {
  sealed: true,
  fields: [
    { name: 'company', type: 'text', label, required: true, clear: true },
    { name: 'mobile', type: 'mobile', label, required: true },
    { name: 'note', type: 'text', label, required: false }
  ]
}
const by = {
  service: '18051002',
  card: '18051002@1',
  form,
  documents: [{ code: 'mandate', formats: ['pdf', 'jpeg'] as const }]
}
const content = new Uint8Array(Buffer.from('%PDF-1.7\nnothing\n%%EOF\n'))
const sha256 = createHash('sha256').update(content).digest('hex')
const facts = { code: 'mandate', name: 'a.pdf', type: 'application/pdf', bytes: 24, sha256 }
const head: CaseDocumentHead = { v: 1, of: 'submission-1', service: '18051002', ...facts }
const application: CaseForm = {
  v: 1,
  kind: 'application',
  of: 'submission-1',
  service: '18051002',
  card: '18051002@1',
  schema: schemaHash(form),
  answers: { mobile: '+989151234567' },
  documents: [facts]
}
const correction: CaseForm = {
  ...application,
  kind: 'correction',
  of: 'case-000001',
  answers: { mobile: '+989350000000' },
  documents: []
}
const claimed: ClaimedCase = {
  case: 'case-000001',
  clear: { company: 'پیمان' },
  corrected: [['mobile']]
}
const document = { code: 'mandate', head, content }

function found(
  forms: readonly CaseForm[],
  more: { claimed?: Partial<ClaimedCase>; document?: object } = {}
): string[] {
  const documents = [{ ...document, ...more.document }]
  const opened = { forms, documents, options: { today: '1405-09-01' } }
  return judgeCase(by, { ...claimed, ...more.claimed }, opened).problems.map((each) => {
    if (each.kind === 'changed') return each.what
    return each.kind === 'file' ? each.fault : `${each.item} ${each.problem.code}`
  })
}

test('judgeCase finds nothing wrong with a good application, and puts corrections over it', () => {
  assert.deepEqual(found([application]), [])
  const opened = { forms: [application, correction], documents: [document], options: {} }
  const judged = judgeCase(by, claimed, opened)
  assert.deepEqual(judged.problems, [])
  assert.deepEqual(judged.answers, { company: 'پیمان', mobile: '+989350000000' })
})

test('judgeCase finds what is of another case, card or form', () => {
  const { answers } = application
  const cases: [Partial<CaseForm>, string][] = [
    [{ kind: 'correction' }, 'other-case'],
    [{ card: '18051002@2' }, 'other-card'],
    [{ service: '18051001' }, 'other-card'],
    [{ schema: schemaHash({ ...form, sealed: false }) }, 'other-schema'],
    [{ answers: { ...answers, company: 'دیگر' } }, 'clear-answer']
  ]
  for (const [change, what] of cases) {
    assert.ok(found([{ ...application, ...change }]).includes(what), what)
  }
  assert.deepEqual(found([application, { ...correction, of: 'case-000002' }]), ['other-case'])
  assert.deepEqual(found([{ ...application, of: 'submission-2' }]), ['document-other'])
  assert.deepEqual(found([application, correction], { claimed: { corrected: [['note']] } }), [
    'other-fields'
  ])
})

test('judgeCase validates the answers again', () => {
  const wrong = { ...application, answers: { mobile: '12' } }
  assert.deepEqual(found([wrong]), ['field:mobile mobile/form'])
  assert.deepEqual(found([{ ...application, answers: {} }]), ['field:mobile form/missing'])
})

test('judgeCase finds documents that are exchanged, missing, or not what they say', () => {
  assert.deepEqual(
    found([application], { document: { head: { ...head, sha256: 'f'.repeat(64) } } }),
    ['document-other']
  )
  assert.deepEqual(found([application], { document: { head: { ...head, of: 'case-000001' } } }), [])
  assert.deepEqual(found([application], { document: { code: 'registration-notice' } }), [
    'type-refused',
    'document-other',
    'document-missing'
  ])
  const program = new Uint8Array(Buffer.from('MZ a program'))
  assert.deepEqual(found([application], { document: { content: program } }), ['lies-about-type'])
})
