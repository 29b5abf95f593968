// Goal: a unit that opens an application sees whatever does not belong to it, is not what was asked, or is no
// file of its kind. Method: one good application; each part of it exchanged.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type FormDefinition, schemaHash } from '../forms/index.ts'
import {
  type CaseDocumentHead,
  type CaseForm,
  type ClaimedCase,
  type OpenedDocument,
  correctedFields,
  judgeCase
} from './index.ts'

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
  documents: [{ code: 'mandate', formats: ['pdf', 'jpeg', 'xlsx'] as const, sizeBytesMax: 5000 }]
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

async function found(
  forms: readonly CaseForm[],
  more: { claimed?: Partial<ClaimedCase>; document?: object; more?: OpenedDocument[] } = {}
): Promise<string[]> {
  const documents = [{ ...document, ...more.document }, ...(more.more ?? [])]
  const opened = { forms, documents, options: { today: '1405-09-01' } }
  const { problems } = await judgeCase(by, { ...claimed, ...more.claimed }, opened)
  return problems.map((each) => {
    if (each.kind === 'changed') return each.what
    return each.kind === 'file' ? each.fault : `${each.item} ${each.problem.code}`
  })
}

test('judgeCase finds nothing wrong with a good application, and puts corrections over it', async () => {
  assert.deepEqual(await found([application]), [])
  const opened = { forms: [application, correction], documents: [document], options: {} }
  const judged = await judgeCase(by, claimed, opened)
  assert.deepEqual(judged.problems, [])
  assert.deepEqual(judged.answers, { company: 'پیمان', mobile: '+989350000000' })
})

test('judgeCase finds what is of another case, card or form', async () => {
  const { answers } = application
  const cases: [Partial<CaseForm>, string][] = [
    [{ kind: 'correction' }, 'other-case'],
    [{ card: '18051002@2' }, 'other-card'],
    [{ service: '18051001' }, 'other-card'],
    [{ schema: schemaHash({ ...form, sealed: false }) }, 'other-schema'],
    [{ answers: { ...answers, company: 'دیگر' } }, 'clear-answer']
  ]
  for (const [change, what] of cases) {
    assert.ok((await found([{ ...application, ...change }])).includes(what), what)
  }
  assert.deepEqual(await found([application, { ...correction, of: 'case-000002' }]), ['other-case'])
  assert.deepEqual(await found([{ ...application, of: 'submission-2' }]), ['document-other'])
  assert.deepEqual(await found([application, correction], { claimed: { corrected: [['note']] } }), [
    'other-fields'
  ])
})

test('judgeCase validates the answers again', async () => {
  const wrong = { ...application, answers: { mobile: '12' } }
  assert.deepEqual(await found([wrong]), ['field:mobile mobile/form'])
  assert.deepEqual(await found([{ ...application, answers: {} }]), ['field:mobile form/missing'])
})

test('judgeCase finds documents that are exchanged, missing, or not what they say', async () => {
  assert.deepEqual(
    await found([application], { document: { head: { ...head, sha256: 'f'.repeat(64) } } }),
    ['document-other']
  )
  assert.deepEqual(
    await found([application], { document: { head: { ...head, of: 'case-000001' } } }),
    []
  )
  assert.deepEqual(await found([application], { document: { code: 'registration-notice' } }), [
    'type-refused',
    'document-other',
    'document-missing'
  ])
  const program = new Uint8Array(Buffer.from('MZ a program'))
  assert.deepEqual(await found([application], { document: { content: program } }), [
    'lies-about-type'
  ])
})

test('judgeCase finds documents that lie about their name, type, size or number', async () => {
  const listing = (change: object) => [{ ...application, documents: [{ ...facts, ...change }] }]
  for (const lie of [{ bytes: 5 }, { name: 'b.pdf' }, { type: 'image/jpeg' }]) {
    assert.deepEqual(await found(listing(lie)), ['document-other'], JSON.stringify(lie))
  }
  const page = { ...head, type: 'text/html' }
  assert.ok((await found([application], { document: { head: page } })).includes('lies-about-type'))
  const large = new Uint8Array(5001)
  large.set(content)
  large.set(content, 4000)
  assert.deepEqual(await found([application], { document: { content: large } }), ['too-large'])
  assert.deepEqual(await found([application], { more: [document] }), ['document-twice'])
  const twice = { ...application, documents: [facts, { ...facts, sha256: 'e'.repeat(64) }] }
  assert.deepEqual(await found([twice]), ['document-twice'])
})

test('correctedFields leaves out returns that were answered without a sealed answer', async () => {
  const fields = [['company'], ['mobile', 'company'], [], ['note']]
  const corrected = correctedFields(
    form,
    fields.map((changedFields) => ({ changedFields }))
  )
  assert.deepEqual(corrected, [['mobile'], ['note']])
  const second = { ...correction, answers: { note: 'x' } }
  assert.deepEqual(await found([application, correction, second], { claimed: { corrected } }), [])
})
