// Goal: what is sealed to a unit comes out as it went in, for that unit alone, and shows nothing on the way.
// Method: random forms and documents; every kind of damage; another key.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import {
  type CaseForm,
  generateMailboxIdentity,
  openCaseDocument,
  openCaseForm,
  paddedLength,
  readSealedHead,
  recipientOf,
  sealCaseDocument,
  sealCaseForm,
  sealedDocumentBytesMax,
  sizeClassOf
} from './index.ts'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const answers = fc.dictionary(
  fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,20}$/).filter((name) => name !== 'constructor'),
  fc.oneof(words, fc.integer(), fc.boolean(), fc.array(words, { maxLength: 4 })),
  { maxKeys: 8 }
)
const forms: fc.Arbitrary<CaseForm> = answers.map((given) => ({
  v: 1,
  kind: 'application',
  of: '0193a1b2-0000-7000-8000-000000000001',
  service: '18051002',
  card: '18051002@1',
  schema: 'A'.repeat(43) + '=',
  answers: { ...given },
  documents: []
}))
const head = { of: 'submission-1', service: '18051002', code: 'mandate' }
const pdf = { ...head, name: 'معرفی‌نامه.pdf', type: 'application/pdf' }

describe('a sealed case', () => {
  let identity: string
  let recipient: string
  let other: string

  before(async () => {
    identity = await generateMailboxIdentity('hybrid')
    recipient = (await recipientOf(identity)) ?? ''
    other = await generateMailboxIdentity('hybrid')
  })

  const sealed = async (form: CaseForm) => {
    const file = await sealCaseForm(form, recipient)
    assert.ok(file.ok)
    return file.value
  }

  test('openCaseForm gives what sealCaseForm was given, with a key of before too', async () => {
    await fc.assert(
      fc.asyncProperty(forms, async (form) => {
        const opened = await openCaseForm(await sealed(form), [other, identity])
        assert.deepEqual(opened, { ok: true, value: form })
      }),
      { numRuns: 25 }
    )
  })

  test('openCaseForm refuses another key, and a file with any byte changed or cut off', async () => {
    const file = await sealed(fc.sample(forms, 1)[0] as CaseForm)
    assert.deepEqual(await openCaseForm(file, [other]), {
      ok: false,
      reason: 'case-file-other-key'
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = file.slice()
          changed[at] = (changed[at] ?? 0) ^ by
          assert.equal((await openCaseForm(changed, [identity])).ok, false)
          assert.equal((await openCaseForm(file.slice(0, at), [identity])).ok, false)
        }
      ),
      { numRuns: 40 }
    )
  })

  test('a sealed form shows no answer, and no length but its size class', async () => {
    const form = fc.sample(forms, 1)[0] as CaseForm
    const short = await sealed({ ...form, answers: { name: 'canary-91c2' } })
    const long = await sealed({ ...form, answers: { name: 'canary-91c2', more: 'x'.repeat(900) } })
    assert.equal(short.length, long.length)
    assert.ok(!Buffer.from(long).includes('canary-91c2'))
  })

  test('openCaseDocument gives the bytes and their head; a form is no document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 9000 }), async (content) => {
        const file = await sealCaseDocument({ head: pdf, content }, recipient)
        assert.ok(file.ok)
        const opened = await openCaseDocument(file.value, [identity])
        assert.ok(opened.ok)
        assert.deepEqual(opened.value.content, content)
        assert.equal(opened.value.head.name, pdf.name)
        assert.equal((await openCaseForm(file.value, [identity])).ok, false)
        assert.ok(file.value.length <= sealedDocumentBytesMax(content.length))
        const size = sizeClassOf(file.value.length, readSealedHead(file.value)?.headBytes ?? 0)
        assert.equal(size, paddedLength(size ?? 0), 'a size class that the server knows')
      }),
      { numRuns: 15 }
    )
  })

  test('sealing refuses a classic key, an empty document, a name that is too long', async () => {
    const classic = (await recipientOf(await generateMailboxIdentity('classic'))) ?? ''
    const form = fc.sample(forms, 1)[0] as CaseForm
    assert.equal((await sealCaseForm(form, classic)).ok, false)
    assert.equal((await sealCaseForm({ ...form, card: 'none' }, recipient)).ok, false)
    const nothing = { head: pdf, content: new Uint8Array() }
    assert.equal((await sealCaseDocument(nothing, recipient)).ok, false)
    const long = { head: { ...pdf, name: 'ن'.repeat(151) }, content: new Uint8Array(3) }
    assert.equal((await sealCaseDocument(long, recipient)).ok, false)
  })
})
