// Goal: an application that only its unit reads is filed, returned, corrected and accepted, and nothing of it
// is in the database. Method: the real use cases on a real database, sealed and opened by the kernel.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { pdf, testDesk } from '../../../tests/support/desk.ts'
import {
  companyAnswers,
  keyHash,
  sealedDocument,
  sealedForm
} from '../../../tests/support/sealed-case.ts'
import { cardInForce } from '../../catalogue/index.ts'
import {
  type CaseForm,
  type CaseJudgement,
  correctedFields,
  judgeCase,
  mailboxKeys,
  openCaseDocument,
  openCaseForm,
  signJudgement
} from '../../kernel/seal/index.ts'
import { factsOf } from '../../ledger/index.ts'
import { type Refusal, inTransaction } from '../../platform/index.ts'
import { checkCases } from '../check-cases.ts'
import { readDocument } from '../read-document.ts'
import { resubmitCase } from '../resubmit-case.ts'
import { returnCase } from '../return-case.ts'
import { saveDraft } from '../save-draft.ts'
import { submitCase } from '../submit-case.ts'
import { uploadFile } from '../upload-file.ts'
import { viewCase } from '../view-case.ts'
import { acceptSealed } from './accept-sealed.ts'
import { sealedFilesOf } from './demand-judgement.ts'
import { sealedFormType } from './sealed-form.ts'
import { noteUnitKey } from './unit-key.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('peyman-azadi')
const service = '18051002'
const place = { authority: 'ito', unit: 'service-desk' }
const keys = await mailboxKeys(new Uint8Array(32).fill(7), 'desk.example/ito/service-desk')
const others = await mailboxKeys(new Uint8Array(32).fill(8), 'desk.example/ito/messaging')
const offered = await cardInForce(context.db, service, context.clock.now())
if (offered === null) throw new Error('no card')
const { card } = offered

/** The codes by which something is refused. */
async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const { fields, code } = error as Refusal
    return fields.length > 0 ? fields.map((each) => each.code).join(' ') : code
  }
  return 'nothing refused'
}

async function application(of = randomUUID(), change: Partial<CaseForm> = {}) {
  const letters = await Promise.all([
    sealedDocument(keys, { code: 'mandate', of, bytes: pdf() }),
    sealedDocument(keys, { code: 'registration-notice', of, bytes: pdf(9000) })
  ])
  const documents = letters.map(({ listed }) => listed)
  return {
    service,
    answers: companyAnswers.clear,
    sealed: await sealedForm(keys, card, { of, documents, ...change }),
    files: letters.map(({ file }) => file),
    submissionKey: of
  }
}

test('submitCase says that nothing can be sealed before the unit has a mailbox', async () => {
  const given = await application()
  assert.equal(await refused(submitCase(context, citizen, given)), 'sealed/no-mailbox')
  const key = { ...place, sequence: 0, recipient: keys.recipient, keys: keys.keys }
  await inTransaction(context.db, (tx) =>
    noteUnitKey(tx, { ...key, isRecovery: false }, context.clock.now())
  )
})

test('submitCase refuses what is in the clear, and what is sealed to another key or form', async () => {
  const good = await application()
  const other = await sealedForm(others, card, {})
  const clear = { document: 'mandate', name: 'a.pdf', bytes: pdf() }
  const [, second] = good.files
  const content = good.sealed.content
  const cut = Buffer.from(content, 'base64').subarray(0, -100).toString('base64')
  const cases: [object, string][] = [
    [{ answers: { ...companyAnswers.clear, mobile: '09151230917' } }, 'sealed/clear-answer'],
    [{ sealed: undefined }, 'sealed/missing upload/in-the-clear upload/in-the-clear'],
    [{ sealed: other }, 'sealed/other-key upload/other-key upload/other-key'],
    [{ sealed: { ...good.sealed, schema: 'A'.repeat(44) } }, 'sealed/schema'],
    [{ sealed: { ...good.sealed, schema: '' } }, 'sealed/schema'],
    [{ sealed: { ...good.sealed, content: cut } }, 'sealed/size-class'],
    [{ sealed: { ...good.sealed, content: 'bm90IGFnZQ==' } }, 'sealed/form'],
    [{ sealed: { ...good.sealed, content: '!' } }, 'sealed/form'],
    [{ files: [clear, second] }, 'upload/in-the-clear']
  ]
  for (const [change, expected] of cases) {
    assert.equal(await refused(submitCase(context, citizen, { ...good, ...change })), expected)
  }
  const leaking = saveDraft(context, citizen, {
    service,
    values: { mobile: '09151230917' }
  })
  assert.equal(await refused(leaking), 'sealed/clear-answer')
})

test('an upload for a sealed service is taken sealed to the key of now alone', async () => {
  const draft = await saveDraft(context, citizen, { service, values: companyAnswers.clear })
  const { file } = await sealedDocument(keys, { code: 'mandate', of: draft.id, bytes: pdf() })
  const send = async (bytes: Buffer, recipientKey?: string) =>
    uploadFile(context, citizen, {
      ...{ service, document: 'mandate', name: 'معرفی‌نامه.pdf', draft: draft.id, recipientKey },
      ...{
        sizeBytes: bytes.length,
        stream: (async function* () {
          yield bytes
        })()
      }
    })
  const tried: [Buffer, string | undefined, string][] = [
    [pdf(), undefined, 'upload/in-the-clear'],
    [file.bytes, keyHash(others.recipient), 'upload/other-key'],
    [pdf(), keyHash(keys.recipient), 'upload/in-the-clear'],
    [file.bytes.subarray(0, -5), keyHash(keys.recipient), 'upload/size-class']
  ]
  for (const [bytes, key, expected] of tried) {
    assert.equal(await refused(send(bytes, key)), expected)
  }
  const upload = await send(file.bytes, keyHash(keys.recipient))
  assert.equal(upload.name, 'mandate.age')
  assert.equal(upload.mediaType, 'application/age')
})

test('a sealed application is opened, returned, corrected and accepted by its unit', async () => {
  const given = await application()
  const filed = await submitCase(context, citizen, given)
  assert.deepEqual(filed.missing, [])
  const opened = await openAll(filed.case)
  assert.deepEqual(opened.judged.problems, [])
  assert.equal(opened.judged.answers['mobile'], companyAnswers.sealed.mobile)
  const defects = [{ code: 'field-wrong' as const, item: 'field:mobile' }]
  const unsigned = returnCase(context, officer, { case: filed.case, defects })
  assert.equal(await refused(unsigned), 'sealed/judgement-needed')
  const note = await signed(filed.case, { verdict: 'correct', defects })
  const other = returnCase(context, officer, {
    ...{ case: filed.case, judgement: note },
    defects: [{ code: 'field-unclear', item: 'field:mobile' }]
  })
  assert.equal(await refused(other), 'sealed/judgement-wrong')
  await returnCase(context, officer, { case: filed.case, defects, judgement: note })

  const values = { answers: { mobile: '+989350000001' }, documents: [] }
  const sealed = await sealedForm(keys, card, { kind: 'correction', of: filed.case, ...values })
  const again = { case: filed.case, sealed, sealedFields: ['company'] }
  assert.equal(await refused(resubmitCase(context, citizen, again)), 'sealed/fields')
  const clear = { case: filed.case, answers: { mobile: '09350000001' } }
  assert.equal(await refused(resubmitCase(context, citizen, clear)), 'sealed/clear-answer')
  await resubmitCase(context, citizen, { ...again, sealedFields: ['mobile'] })
  const corrected = await openAll(filed.case)
  assert.deepEqual(corrected.judged.problems, [])
  assert.equal(corrected.judged.answers['mobile'], '+989350000001')

  const stale = await signed(filed.case, { verdict: 'accepted', defects: [] }, 1)
  assert.equal(
    await refused(acceptSealed(context, officer, { case: filed.case, note: stale })),
    'sealed/judgement-wrong'
  )
  await acceptSealed(context, officer, {
    case: filed.case,
    note: await signed(filed.case, { verdict: 'accepted', defects: [] })
  })
  const shown = await viewCase(context, citizen, { case: filed.case })
  assert.deepEqual(
    shown.history.judgements.map(({ verdict }) => verdict),
    ['correct', 'accepted']
  )
  const facts = await factsOf(context.db, citizen.id, filed.case)
  assert.equal(facts.filter(({ kind }) => kind === 'case.judged').length, 2)
  await desk.drain()
  assert.deepEqual((await checkCases(context.db, context.clock.now())).differences, [])
})

/** What the browser of the unit does: fetches, opens, judges. */
async function openAll(id: string) {
  const shown = await viewCase(context, officer, { case: id })
  const read = async (document: string) => {
    const { content } = await readDocument(context, officer, { case: id, document })
    return new Uint8Array(Buffer.concat(await Array.fromAsync(content)))
  }
  const forms: CaseForm[] = []
  const documents = []
  for (const { id: document, type, current } of shown.documents) {
    if (type === sealedFormType) {
      const form = await openCaseForm(await read(document), [keys.identity])
      assert.ok(form.ok)
      forms.push(form.value)
    } else if (current) {
      const one = await openCaseDocument(await read(document), [keys.identity])
      assert.ok(one.ok)
      documents.push({ code: type, ...one.value })
    }
  }
  const claimed = {
    case: id,
    clear: shown.answers,
    corrected: correctedFields(card.form, shown.history.returns)
  }
  const by = { service, card: shown.history.cardVersion, ...card }
  return {
    judged: await judgeCase({ ...by, card: shown.history.cardVersion }, claimed, {
      forms,
      documents,
      options: { today: '1405-09-01' }
    })
  }
}

/** The unit's word, signed; of fewer forms where it is stale. */
async function signed(
  id: string,
  of: Pick<CaseJudgement, 'verdict' | 'defects'>,
  formsAtMost = 9
): Promise<string> {
  const { history } = await viewCase(context, officer, { case: id })
  const { forms, documents } = sealedFilesOf(history)
  const after = history.judgements.at(-1)?.id ?? null
  return signJudgement(
    { case: id, after, ...of, forms: forms.slice(0, formsAtMost), documents },
    keys.signers
  )
}
