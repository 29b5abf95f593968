import { fileFormats, mediaTypes, savedName } from '../../kernel/files/index.ts'
import {
  type CaseFileFault,
  type CaseForm,
  type CaseJudgement,
  type CaseProblem,
  type OpenedDocument,
  correctedFields,
  judgeCase,
  leaksAnswer,
  openCaseDocument,
  openCaseForm,
  signJudgement
} from '../../kernel/seal/index.ts'
import { toHex } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { jalaliDay } from './sealed-case-checks.ts'
import {
  type ReadCard,
  type ToldCase,
  postJson,
  readCard,
  readCase,
  readSealed
} from './sealed-case-desk.ts'
import { ApplicationFaultError } from './sealed-case-fault.ts'
import type {
  ApplicationReader,
  CaseDefect,
  ChangedCase,
  JudgementBasis,
  OpenedApplication,
  OpenedCaseDocument
} from './sealed-case.ts'
import type { SenderOptions } from './sender-options.ts'

type ReaderOptions = Pick<SenderOptions, 'desk' | 'mailbox'>

/** Type of the document that holds sealed answers. */
const formType = 'sealed-form'

/** A reader of the sealed applications of one unit. */
export function createApplicationReader(options: ReaderOptions): ApplicationReader {
  return {
    open: (id) => open(options, id.toLowerCase()),
    accept: (opened) => accept(options, opened),
    giveBack: (opened, defects) => giveBack(options, opened, defects)
  }
}

/** A sealed file of a case, opened or not, by the hash of the bytes that came. */
interface FetchedFile {
  readonly code: string
  readonly sha256: string
  readonly form: CaseForm | null
  readonly document: OpenedDocument | null
  readonly fault: CaseFileFault | null
}

async function open(options: ReaderOptions, id: string): Promise<OpenedApplication> {
  const told = await readCase(options.desk, id)
  const card = await readCard(options.desk, told.service, told.cardVersion)
  const files = await fetchFiles(options, told)
  const documents = files.flatMap(({ document }) => document ?? [])
  const judged = await judgeCase(
    { ...card, service: told.service, card: told.cardVersion },
    { case: id, clear: told.answers, corrected: correctedFields(card.form, told.history.returns) },
    {
      forms: files.flatMap(({ form }) => form ?? []),
      documents,
      options: { today: dayOf(told) }
    }
  )
  const { service, version, cardVersion } = told
  return {
    ...{ case: id, version, service, card: cardVersion },
    ...judged,
    documents: documents.flatMap((document) => givenOut(document, judged.problems)),
    unopened: files.flatMap(({ code, fault }) => (fault === null ? [] : [{ code, fault }])),
    basis: basisOf(told, card, files)
  }
}

async function fetchFiles(
  { desk, mailbox }: ReaderOptions,
  { id, documents }: ToldCase
): Promise<FetchedFile[]> {
  const identities = [mailbox.keys, ...(mailbox.past ?? [])].map(({ identity }) => identity)
  const files: FetchedFile[] = []
  for (const { id: document, type, current } of documents) {
    if (!current && type !== formType) continue
    files.push(await openedFile(type, await readSealed(desk, { case: id, document }), identities))
  }
  return files
}

async function openedFile(
  code: string,
  bytes: Uint8Array,
  identities: readonly string[]
): Promise<FetchedFile> {
  const sha256 = toHex(nativePrimitives.sha256(bytes))
  const nothing = { code, sha256, form: null, document: null, fault: null }
  if (code === formType) {
    const form = await openCaseForm(bytes, identities, nativePrimitives)
    return form.ok ? { ...nothing, form: form.value } : { ...nothing, fault: form.reason }
  }
  const found = await openCaseDocument(bytes, identities, nativePrimitives)
  return found.ok
    ? { ...nothing, document: { code, ...found.value } }
    : { ...nothing, fault: found.reason }
}

/** The day on which the newest answers came: what was to come then may be past by now. */
function dayOf({ documents, filedAt }: ToldCase): string {
  const last = documents.findLast(({ type }) => type === formType)
  return jalaliDay(Temporal.Instant.from(last?.registeredAt ?? filedAt))
}

function givenOut(
  { code, head, content }: OpenedDocument,
  problems: readonly CaseProblem[]
): OpenedCaseDocument[] {
  const isWrong = problems.some(({ kind, item }) => kind === 'file' && item === `document:${code}`)
  const format = fileFormats.find((each) => mediaTypes[each] === head.type)
  if (isWrong || format === undefined) return []
  return [{ code, name: savedName(head.name, format), type: head.type, content }]
}

function isForm({ code }: FetchedFile): boolean {
  return code === formType
}

function basisOf(
  { history }: ToldCase,
  { schema, form }: ReadCard,
  files: readonly FetchedFile[]
): JudgementBasis {
  return {
    schema,
    after: history.judgements.at(-1)?.id ?? null,
    forms: files.filter(isForm).map(({ sha256 }) => sha256),
    documents: files.filter((file) => !isForm(file)).map(({ code, sha256 }) => ({ code, sha256 })),
    form
  }
}

async function accept(
  { desk, mailbox }: ReaderOptions,
  application: OpenedApplication
): Promise<ChangedCase> {
  const { problems, unopened, basis, version: expectedVersion } = application
  const faults = [
    ...problems.map((each) => ({ pointer: `/${each.item ?? ''}`, fault: wordOf(each) })),
    ...unopened.map(({ code, fault }) => ({ pointer: `/document:${code}`, fault }))
  ]
  if (faults.length > 0) throw new ApplicationFaultError(faults)
  const judgement = signed(application, { verdict: 'accepted', defects: [] }, mailbox.keys)
  const body = { judgement, schema: basis.schema, expectedVersion }
  return postJson<ChangedCase>(desk, `/cases/${application.case}/judgement`, body)
}

function wordOf(problem: CaseProblem): string {
  if (problem.kind === 'answer') return problem.problem.code
  return problem.kind === 'file' ? problem.fault : problem.what
}

async function giveBack(
  { desk, mailbox }: ReaderOptions,
  application: OpenedApplication,
  defects: readonly CaseDefect[]
): Promise<ChangedCase> {
  const { answers, basis, version: expectedVersion } = application
  const notes = defects.flatMap(({ note }) => note ?? [])
  if (leaksAnswer(notes, { form: basis.form, answers })) {
    throw new ApplicationFaultError([{ pointer: '/defects', fault: 'note-leaks' }])
  }
  const judgement = signed(application, { verdict: 'correct', defects }, mailbox.keys)
  const body = { defects, judgement, schema: basis.schema, expectedVersion }
  return postJson<ChangedCase>(desk, `/cases/${application.case}/return`, body)
}

function signed(
  { case: id, basis }: OpenedApplication,
  found: Pick<CaseJudgement, 'verdict' | 'defects'>,
  { signers }: ReaderOptions['mailbox']['keys']
): string {
  const { after, forms, documents } = basis
  return signJudgement({ case: id, after, forms, documents, ...found }, signers)
}
