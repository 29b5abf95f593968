// Goal: only the newest word of the unit, with its keys of now, about this case and the files that it has, counts; what
// was sealed for a key or a form of before is refused in words. Method: the real use cases on a real database; notes
// of other cases, of before, of keys that left; a key that changes on the way; a card that is revised.
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
import { schemaHash } from '../../kernel/forms/index.ts'
import {
  type CaseJudgement,
  type MailboxKeys,
  judgementFault,
  mailboxKeys,
  signJudgement
} from '../../kernel/seal/index.ts'
import { type Refusal, inTransaction } from '../../platform/index.ts'
import { resubmitCase } from '../resubmit-case.ts'
import { returnCase } from '../return-case.ts'
import { submitCase } from '../submit-case.ts'
import { uploadFile } from '../upload-file.ts'
import { viewCase } from '../view-case.ts'
import { acceptSealed } from './accept-sealed.ts'
import { sealedFilesOf } from './demand-judgement.ts'
import { shownWord } from './shown-word.ts'
import { noteUnitKey } from './unit-key.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const citizen = await desk.as('maryam-rezaei')
const officer = await desk.as('peyman-azadi')
const clerk = await desk.as('fatemeh-nakhaei')
const service = '18051002'
const keysOf = (seed: number) =>
  mailboxKeys(new Uint8Array(32).fill(seed), 'desk.example/ito/service-desk')
const [first, second, stranger] = [await keysOf(7), await keysOf(8), await keysOf(9)]
const offered = await cardInForce(context.db, service, clock.now())
if (offered === null) throw new Error('no card')
const { card } = offered
const schema = schemaHash(card.form)

async function haveKey(keys: MailboxKeys, sequence: number): Promise<void> {
  const { recipient } = keys
  const key = { authority: 'ito', unit: 'service-desk', sequence, recipient, keys: keys.keys }
  await inTransaction(context.db, (tx) =>
    noteUnitKey(tx, { ...key, isRecovery: false }, clock.now())
  )
}
await haveKey(first, 0)

/** The codes by which something is refused; every refusal has words in both languages. */
async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    const { fields, code, text } = error as Refusal
    for (const said of [text, ...fields.map((each) => each.text)]) {
      assert.ok(said.fa.length > 10 && said.en.length > 10)
    }
    return fields.length > 0 ? fields.map((each) => each.code).join(' ') : code
  }
  return 'nothing refused'
}

async function application(to: MailboxKeys) {
  const of = randomUUID()
  const sealed = await Promise.all([
    sealedDocument(to, { code: 'mandate', of, bytes: pdf() }),
    sealedDocument(to, { code: 'registration-notice', of, bytes: pdf() })
  ])
  const documents = sealed.map(({ listed }) => listed)
  return {
    ...{ service, answers: companyAnswers.clear, submissionKey: of },
    sealed: await sealedForm(to, card, { of, documents }),
    files: sealed.map(({ file }) => file)
  }
}

async function filed(to: MailboxKeys): Promise<string> {
  return (await submitCase(context, citizen, await application(to))).case
}

/** The unit's word of a case as it is now, but for what is said otherwise. */
async function word(
  id: string,
  { signers }: Pick<MailboxKeys, 'signers'>,
  change: Partial<CaseJudgement> = {}
): Promise<string> {
  const { history } = await viewCase(context, officer, { case: id })
  const after = history.judgements.at(-1)?.id ?? null
  const files = sealedFilesOf(history)
  const judged = { case: id, verdict: 'accepted', after, defects: [], ...files, ...change } as const
  return signJudgement(judged, signers)
}

test('a word of another case, of other files, of nobody or of a stranger does not count', async () => {
  const [id, other] = [await filed(first), await filed(first)]
  const accept = (note: string, of?: string) =>
    refused(acceptSealed(context, officer, { case: id, note, schema: of }))
  assert.equal(await accept(await word(other, first)), 'sealed/judgement-other-case')
  assert.equal(await accept(await word(id, first, { documents: [] })), 'sealed/judgement-wrong')
  assert.equal(await accept(await word(id, stranger)), 'sealed/judgement-unsigned')
  const half = { signers: first.signers.slice(0, 1) }
  assert.equal(await accept(await word(id, half)), 'sealed/judgement-unsigned')
  for (const nothing of ['accepted', '', 'x'.repeat(40_000)]) {
    assert.match(await accept(nothing), /^sealed\/judgement-unsigned$/)
  }
  const older = schemaHash({ ...card.form, fields: card.form.fields.slice(1) })
  assert.equal(await accept(await word(id, first), older), 'sealed/schema')
  assert.equal(await accept(await word(id, first), schema), 'nothing refused')
})

test('a word of before does not count again, although the files are the same', async () => {
  const id = await filed(first)
  const accepted = await word(id, first)
  await acceptSealed(context, officer, { case: id, note: accepted })
  const defects = [{ code: 'field-wrong' as const, item: 'field:mobile' }]
  const correct = await word(id, first, { verdict: 'correct', defects })
  await returnCase(context, officer, { case: id, defects, judgement: correct })
  await resubmitCase(context, citizen, { case: id, contest: 'شماره درست است.' })
  const again = acceptSealed(context, officer, { case: id, note: accepted })
  assert.equal(await refused(again), 'sealed/judgement-wrong')
  await acceptSealed(context, officer, { case: id, note: await word(id, first) })
})

test('each word of before is shown as what it was of: the files and defects of its time', async () => {
  const id = await filed(first)
  const defects = [{ code: 'field-wrong' as const, item: 'field:mobile' }]
  for (const number of ['+989350000002', '+989350000003']) {
    const judgement = await word(id, first, { verdict: 'correct', defects })
    await returnCase(context, officer, { case: id, defects, judgement })
    clock.advance('PT1M')
    const values = { answers: { mobile: number }, documents: [] }
    const sealed = await sealedForm(first, card, { kind: 'correction', of: id, ...values })
    await resubmitCase(context, citizen, { case: id, sealed, sealedFields: ['mobile'] })
    clock.advance('PT1M')
  }
  await acceptSealed(context, officer, { case: id, note: await word(id, first) })
  const { history, sealed } = await viewCase(context, citizen, { case: id })
  const shown = history.judgements.map((each) => shownWord(history, each))
  const { keys } = first
  const faults = (sealed?.judgements ?? []).map(({ note }) =>
    shown.map(({ says }) => judgementFault(note, { ...says, keys }))
  )
  assert.deepEqual(faults, [
    [null, 'other-words', 'other-words'],
    ['other-words', null, 'other-words'],
    ['other-words', 'other-words', null]
  ])
  assert.deepEqual(
    shown.map(({ says }) => [says.forms.length, says.documents.length, says.defects.length]),
    [
      [1, 2, 1],
      [2, 2, 1],
      [3, 2, 0]
    ]
  )
})

test('the answer that a clerk sealed off a paper says how it came', async () => {
  const id = await filed(first)
  const defects = [{ code: 'field-wrong' as const, item: 'field:mobile' }]
  const judgement = await word(id, first, { verdict: 'correct', defects })
  await returnCase(context, officer, { case: id, defects, judgement })
  const values = { answers: { mobile: '+989350000001' }, documents: [] }
  const sealed = await sealedForm(first, card, { kind: 'correction', of: id, ...values })
  const answer = { case: id, sealed, sealedFields: ['mobile'] }
  const by = (how: object) => refused(resubmitCase(context, clerk, { ...answer, ...how }))
  assert.equal(await by({ channel: 'messenger' }), 'case/channel-refused')
  assert.equal(await by({ channel: 'pishkhan' }), 'intake/office-code')
  const office = { channel: 'pishkhan', officeCode: '72111001' }
  assert.equal(await by(office), 'intake/consent')
  clock.advance('PT2H')
  const arrivedAt = clock.now().subtract({ hours: 1 })
  assert.equal(await by({ ...office, consentOnPaper: true, arrivedAt }), 'nothing refused')
  const { documents, history } = await viewCase(context, officer, { case: id })
  const form = documents.findLast(({ type }) => type === 'sealed-form')
  assert.deepEqual(
    [form?.channel, form?.officeCode, form?.origin, String(form?.arrivedAt)],
    ['pishkhan', '72111001', 'counter', String(arrivedAt)]
  )
  assert.equal(String(history.returns.at(-1)?.resubmittedAt), String(arrivedAt))
})

test('what was sealed to the key of before, or is too large, or comes twice, is refused', async () => {
  const before = await application(first)
  const [file] = before.files
  assert.ok(file)
  const send = (bytes: Buffer) =>
    uploadFile(context, citizen, {
      ...{ service, document: 'mandate', name: 'a.pdf', recipientKey: keyHash(first.recipient) },
      ...{
        sizeBytes: bytes.length,
        stream: (async function* () {
          yield bytes
        })()
      }
    })
  const upload = await send(file.bytes)
  const id = await filed(first)
  clock.advance('PT1M')
  const old = await word(id, first)
  await haveKey(second, 1)
  const late = acceptSealed(context, officer, { case: id, note: old })
  assert.equal(await refused(late), 'sealed/judgement-key-left')
  assert.equal(await refused(send(file.bytes)), 'upload/other-key')
  const given = { ...before, files: [], uploads: [{ document: 'mandate', upload: upload.id }] }
  assert.equal(
    await refused(submitCase(context, citizen, { ...given, later: ['registration-notice'] })),
    'sealed/other-key upload/other-key'
  )
  const good = await application(second)
  const large = await sealedDocument(second, {
    code: 'mandate',
    of: 'x'.repeat(9),
    bytes: pdf(6_500_000)
  })
  const [mandate, notice] = good.files
  assert.ok(mandate && notice)
  const filing = (files: object[]) =>
    refused(submitCase(context, citizen, { ...good, files: files as typeof good.files }))
  assert.equal(await filing([large.file, notice]), 'upload/too-large')
  assert.equal(await filing([mandate, mandate, notice]), 'document/twice')
  assert.equal(
    await filing([{ ...mandate, document: 'passport' }, notice]),
    'upload/not-on-card document/missing'
  )
  // The unit opens what came before with its key of before, and signs with that of now.
  await acceptSealed(context, officer, { case: id, note: await word(id, second) })
})
