import { type DirectoryClient, findRecipient } from '../../kernel/directory/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import {
  type CaseDocumentFacts,
  type CaseForm,
  sealCaseDocument,
  sealCaseForm
} from '../../kernel/seal/index.ts'
import { toHex } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import type { Desk } from './desk.ts'
import { DirectoryRefusedError } from './errors.ts'
import { hashOf } from './seal-outgoing.ts'
import {
  type JudgedCaseDocument,
  checkAnswers,
  checkDocuments,
  receiverFaults
} from './sealed-case-checks.ts'
import { checkCorrection } from './sealed-case-correction.ts'
import { type ReadCard, postJson, readCard, readCase, sendUpload } from './sealed-case-desk.ts'
import { ApplicationFaultError } from './sealed-case-fault.ts'
import type {
  ApplicationCorrection,
  ApplicationFiler,
  ChangedCase,
  FiledApplication,
  ReceivingUnit,
  SealedApplication
} from './sealed-case.ts'

/** What a filer needs: no mailbox, for it opens nothing. */
interface FilerOptions {
  readonly desk: Desk
  readonly directory: DirectoryClient
}

/** A filer of sealed applications. */
export function createFiler(options: FilerOptions): ApplicationFiler {
  return {
    file: (application) => file(options, application),
    addDocument: (document) => addDocument(options, document),
    correct: (correction) => correct(options, correction)
  }
}

/** To whom is sealed, of which service, and to what it belongs. */
interface SealingTo {
  readonly recipient: string
  readonly service: string
  readonly of: string
}

async function file(
  options: FilerOptions,
  application: SealedApplication
): Promise<FiledApplication> {
  const { desk, directory } = options
  const { service, to, sealed: _, clear = {}, documents: given = [], ...rest } = application
  const card = await readCard(desk, service)
  const answers = checkAnswers(card, application, directory.now())
  const { documents, faults } = await checkDocuments(card, given)
  demandNone([...receiverFaults(card, to), ...answers.faults, ...faults])
  const { submissionKey = crypto.randomUUID() } = rest
  const sealing = { recipient: await provenKey(options, to), service, of: submissionKey }
  const listed: CaseDocumentFacts[] = []
  const uploads: { document: string; upload: string }[] = []
  for (const document of documents) {
    const { facts, sealed } = await sealDocument(sealing, document)
    uploads.push({
      document: facts.code,
      upload: await sendUpload(desk, sealed, toldOf(sealing, facts.code, { service }))
    })
    listed.push(facts)
  }
  const form = await sealForm(sealing, card, {
    ...{ kind: 'application' as const, answers: answers.values, documents: listed }
  })
  return postJson<FiledApplication>(desk, '/cases', {
    ...{ ...rest, service, submissionKey, uploads },
    ...{ answers: clear, sealed: form }
  })
}

async function addDocument(
  options: FilerOptions,
  given: Parameters<ApplicationFiler['addDocument']>[0]
): Promise<ChangedCase> {
  const { desk } = options
  const { case: asked, to, code, name, content, ...arrival } = given
  const id = asked.toLowerCase()
  const { service, cardVersion } = await readCase(desk, id)
  const card = await readCard(desk, service, cardVersion)
  const { documents, faults } = await checkDocuments(card, [{ code, name, content }])
  demandNone([...receiverFaults(card, to), ...faults])
  const sealing = { recipient: await provenKey(options, to), service, of: id }
  const [document] = documents
  if (document === undefined) throw new ApplicationFaultError([])
  const { sealed } = await sealDocument(sealing, document)
  const upload = await sendUpload(desk, sealed, toldOf(sealing, code, { case: id }))
  const body = { document: code, upload, ...arrival }
  return postJson<ChangedCase>(desk, `/cases/${id}/documents`, body)
}

async function correct(
  options: FilerOptions,
  correction: ApplicationCorrection
): Promise<ChangedCase> {
  const { desk, directory } = options
  const { case: asked, to, sealed = {}, clear, ...rest } = correction
  // Sealed in as the desk writes it: the unit compares the two to the letter.
  const id = asked.toLowerCase()
  const told = await readCase(desk, id)
  const card = await readCard(desk, told.service, told.cardVersion)
  const of = { given: correction, now: directory.now() }
  const { values, faults } = checkCorrection(card, told, of)
  demandNone([...receiverFaults(card, to), ...faults])
  const { service, version: expectedVersion } = told
  const sealedFields = Object.keys(sealed)
  const body = { ...rest, ...(clear && { answers: clear }), expectedVersion }
  const path = `/cases/${id}/resubmission`
  if (sealedFields.length === 0) return postJson<ChangedCase>(desk, path, body)
  const sealing = { recipient: await provenKey(options, to), service, of: id }
  const given = { kind: 'correction' as const, answers: values, documents: [] }
  const form = await sealForm(sealing, card, given)
  return postJson<ChangedCase>(desk, path, { ...body, sealed: form, sealedFields })
}

function demandNone(faults: ConstructorParameters<typeof ApplicationFaultError>[0]): void {
  if (faults.length > 0) throw new ApplicationFaultError(faults)
}

/** The key of the unit, proven by the log; what the desk says of it counts for nothing. */
async function provenKey({ directory }: FilerOptions, to: ReceivingUnit): Promise<string> {
  const owner = directoryOwner(to)
  const found = await findRecipient(directory, owner)
  if (!found.ok) throw new DirectoryRefusedError(owner, found.fault)
  if (found.recipient === null) throw new DirectoryRefusedError(owner, 'no-key')
  return found.recipient
}

async function sealDocument(
  { recipient, service, of }: SealingTo,
  { code, name, type, content }: JudgedCaseDocument
): Promise<{ readonly facts: CaseDocumentFacts; readonly sealed: Uint8Array }> {
  const head = { code, name, type, of, service }
  const sealed = await sealCaseDocument({ head, content }, recipient, nativePrimitives)
  if (!sealed.ok) {
    throw new ApplicationFaultError([{ pointer: `/documents/${code}`, fault: sealed.reason }])
  }
  const sha256 = toHex(nativePrimitives.sha256(content))
  return { facts: { code, name, type, bytes: content.length, sha256 }, sealed: sealed.value }
}

/** What is said of a sealed file on its way: its own name is inside it. */
function toldOf(
  { recipient }: SealingTo,
  document: string,
  of: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
  return { ...of, document, name: `${document}.age`, recipientKey: hashOf(recipient) }
}

async function sealForm(
  { recipient, service, of }: SealingTo,
  { version: card, schema }: ReadCard,
  given: Pick<CaseForm, 'kind' | 'answers' | 'documents'>
) {
  const form = { v: 1 as const, of, service, card, schema, ...given }
  const sealed = await sealCaseForm(form, recipient, nativePrimitives)
  if (!sealed.ok) throw new ApplicationFaultError([{ pointer: '/sealed', fault: sealed.reason }])
  const content = Buffer.from(sealed.value).toString('base64')
  return { content, recipientKey: hashOf(recipient), schema }
}
