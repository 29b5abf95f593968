import {
  type CaseForm,
  type JudgedCase,
  type OpenedDocument,
  judgeCase,
  openCaseDocument,
  openCaseForm
} from '../../../kernel/seal/index.ts'
import { sha256, toHex } from '../../../kernel/tlog/index.ts'
import type { SealedCaseData, SealedFile } from './shapes.ts'

/** A file of a case, opened or not, by the hash of the bytes that came. */
interface FetchedFile extends SealedFile {
  readonly sha256: string
  readonly form: CaseForm | null
  readonly document: OpenedDocument | null
}

/** A case as its unit has opened it; it is in the memory of this page, and nowhere else. */
export interface OpenedCase {
  readonly files: readonly FetchedFile[]
  readonly judged: JudgedCase
  /** Titles of the files that these keys do not open, or that are damaged. */
  readonly unopened: readonly string[]
}

/**
 * Fetches the ciphertext of a case, opens it and judges it as the applicant's browser did.
 * @param identities - Of the unit's mailbox: of now, then those of before.
 */
export async function openCase(
  data: SealedCaseData,
  identities: readonly string[]
): Promise<OpenedCase> {
  const files: FetchedFile[] = []
  for (const file of data.files) files.push(await openFile(data, file, identities))
  const forms = files.flatMap(({ form }) => form ?? [])
  const documents = files.flatMap(({ document }) => document ?? [])
  const by = {
    ...{ service: data.service, card: data.card, form: data.form },
    documents: data.asked
  }
  const claimed = { case: data.case, clear: data.clear, corrected: data.corrected }
  const opened = { forms, documents, options: { today: data.today } }
  const judged = await judgeCase(by, claimed, opened)
  const unopened = files.filter(({ form, document }) => form === null && document === null)
  return { files, judged, unopened: unopened.map(({ title }) => title) }
}

async function openFile(
  { formType }: SealedCaseData,
  file: SealedFile,
  identities: readonly string[]
): Promise<FetchedFile> {
  const bytes = await bytesAt(file.href)
  const fetched = { ...file, sha256: toHex(sha256(bytes)), form: null, document: null }
  if (file.code === formType) {
    const form = await openCaseForm(bytes, identities)
    return form.ok ? { ...fetched, form: form.value } : fetched
  }
  const document = await openCaseDocument(bytes, identities)
  return document.ok ? { ...fetched, document: { code: file.code, ...document.value } } : fetched
}

/** The bytes of a document; its address leads on to a link that holds for this once. */
async function bytesAt(href: string): Promise<Uint8Array> {
  const answer = await fetch(href, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(String(answer.status))
  return new Uint8Array(await answer.arrayBuffer())
}
