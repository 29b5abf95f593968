// Goal: a sealed application comes by the ways that its card names and by no other: by post where the card has it, as
// a filing, as a paper that is handed in later and as the answer to a return; else the refusal names the ways.
// Method: the real use cases on a real database; the card of 18051002 as it is, and revised to take post.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { addDocument } from '../../src/cases/add-document.ts'
import { ChannelRefusedError } from '../../src/cases/refusals.ts'
import { registerIntake } from '../../src/cases/register-intake.ts'
import { resubmitCase } from '../../src/cases/resubmit-case.ts'
import { returnCase } from '../../src/cases/return-case.ts'
import { sealedFilesOf } from '../../src/cases/sealed/demand-judgement.ts'
import { noteUnitKey } from '../../src/cases/sealed/unit-key.ts'
import { viewCase } from '../../src/cases/view-case.ts'
import { cardInForce, publishCard } from '../../src/catalogue/index.ts'
import { mailboxKeys, signJudgement } from '../../src/kernel/seal/index.ts'
import { inTransaction } from '../../src/platform/index.ts'
import { pdf, testDesk } from '../support/desk.ts'
import { companyAnswers, keyHash, sealedDocument, sealedForm } from '../support/sealed-case.ts'
import { takeEffects } from '../support/take-effect.ts'

const desk = await testDesk('2026-11-21T06:00:00Z')
const { context, clock } = desk
const clerk = await desk.as('fatemeh-nakhaei')
const officer = await desk.as('peyman-azadi')
const service = '18051002'
const keys = await mailboxKeys(new Uint8Array(32).fill(7), 'desk.example/ito/service-desk')
const recipientKey = keyHash(keys.recipient)
const place = { authority: 'ito', unit: 'service-desk' }
const entry = { ...place, sequence: 0, recipient: keys.recipient, keys: keys.keys }
await inTransaction(context.db, (tx) =>
  noteUnitKey(tx, { ...entry, isRecovery: false }, clock.now())
)
const offered = await cardInForce(context.db, service, clock.now())
assert.ok(offered)
const { card } = offered
const byPost = { channel: 'post', trackingNumber: 'RR12345678' }

async function paper(version: number) {
  const of = randomUUID()
  const { file, listed } = await sealedDocument(keys, { code: 'mandate', of, bytes: pdf() })
  return {
    ...{ service, submissionKey: of, answers: companyAnswers.clear, ...byPost },
    applicant: { kind: 'person' as const, name: 'علی نمونه', nationalId: '0499370899' },
    sealed: await sealedForm(keys, card, {
      of,
      card: `${service}@${String(version)}`,
      documents: [listed]
    }),
    files: [file],
    later: ['registration-notice']
  }
}

test('where the card does not name post, the refusal says which ways it names', async () => {
  assert.deepEqual(card.channels, ['site', 'pishkhan'])
  const given = await paper(1)
  await assert.rejects(registerIntake(context, clerk, given), (error) => {
    assert.ok(error instanceof ChannelRefusedError)
    assert.equal(error.code, 'case/channel-refused')
    assert.match(error.text.fa, /دفتر پیشخوان/)
    assert.doesNotMatch(error.text.fa, /پست/)
    return true
  })
})

test('where it does, all that belongs to a sealed case comes by post', async () => {
  const admin = { authority: 'ito', unit: null, role: 'authority-admin' as const, post: null }
  const editor = { ...clerk, grants: [admin] }
  await publishCard(context, editor, { ...card, channels: [...card.channels, 'post'] })
  await takeEffects(context)
  clock.advance('PT1H')
  const { case: id } = await registerIntake(context, clerk, await paper(2))
  clock.advance('PT1H')
  const notice = await sealedDocument(keys, {
    ...{ code: 'registration-notice', of: id, bytes: pdf(9000) }
  })
  await addDocument(context, clerk, {
    ...{ case: id, document: 'registration-notice', file: notice.file, recipientKey, ...byPost }
  })
  clock.advance('PT1H')
  const defects = [{ code: 'field-wrong' as const, item: 'field:mobile' }]
  const { history } = await viewCase(context, officer, { case: id })
  const judgement = signJudgement(
    { case: id, verdict: 'correct', after: null, defects, ...sealedFilesOf(history) },
    keys.signers
  )
  await returnCase(context, officer, { case: id, defects, judgement })
  clock.advance('PT1H')
  const values = { answers: { mobile: '+989350000001' }, documents: [] }
  const sealed = await sealedForm(keys, card, { kind: 'correction', of: id, ...values })
  await resubmitCase(context, clerk, { case: id, sealed, sealedFields: ['mobile'], ...byPost })
  const { documents } = await viewCase(context, officer, { case: id })
  assert.deepEqual(
    documents.map(({ type, channel, trackingNumber }) => [type, channel, trackingNumber]),
    ['mandate', 'sealed-form', 'registration-notice', 'sealed-form'].map((type) => [
      ...[type, 'post', 'RR12345678']
    ])
  )
})
