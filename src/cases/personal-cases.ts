import { type FormDefinition } from '../kernel/forms/index.ts'
import type { personalData } from '../people/index.ts'
import { type Context, type JsonObject, bucketOf } from '../platform/index.ts'
import { documentsOf, notesOf } from './document-store.ts'
import { draftsOf } from './draft-store.ts'
import { readChunks } from './file-store.ts'
import { messages } from './messages-personal-data.ts'
import { type HeldCase, casesOfPerson } from './personal-data-store.ts'
import { cardOf } from './published.ts'
import { receiptOfCase } from './receipt-store.ts'
import { formatTrackingCode } from './tracking-code.ts'
import { uploadsOf } from './upload-store.ts'

const { entries: t } = messages
const draftsMax = 10_000

/**
 * Every application of a person with its answers, notes, receipt and documents, then what they typed
 * and sent without filing it.
 * @yields One file, or the rows of one kind.
 */
export async function* collectCases(
  context: Context,
  person: string
): AsyncGenerator<personalData.PersonalFile | personalData.PersonalRows> {
  const cases = await casesOfPerson(context.db, person)
  if (cases.length > 0) {
    yield { name: 'applications', title: t.yourCases, rows: cases.map(summaryOf) }
  }
  for (const one of cases) yield* collectCase(context, one)
  yield* collectUnsent(context, person)
}

function summaryOf(one: HeldCase): JsonObject {
  const { id, authority, service, cardVersion, agreementVersion, stage, step } = one
  return {
    code: formatTrackingCode(one.code),
    id,
    authority,
    service,
    cardVersion,
    agreementVersion,
    stage,
    step,
    filedAt: one.filedAt.toString()
  }
}

async function* collectCase(
  { db }: Context,
  one: HeldCase
): AsyncGenerator<personalData.PersonalFile | personalData.PersonalRows> {
  const [card, documents, notes, receipt] = await Promise.all([
    cardOf(db, one.cardVersion),
    documentsOf(db, one.id),
    notesOf(db, one.id),
    receiptOfCase(db, one.id)
  ])
  const code = formatTrackingCode(one.code)
  const name = `applications/${code}`
  const title = t.caseNamed(code, card.title)
  yield { name: `${name}-answers`, title, rows: answersOf(one, card.form) }
  if (notes.length > 0) {
    const rows = notes.map(({ text, writtenAt }) => ({ text, writtenAt: writtenAt.toString() }))
    yield { name: `${name}-notes`, title, rows }
  }
  if (receipt !== null) {
    yield { file: `json/${name}-receipt.json`, content: JSON.stringify(receipt, null, 2) }
  }
  for (const [index, document] of documents.entries()) {
    const at = { bucket: bucketOf(one.applicant), file: document.id }
    yield {
      file: `documents/${code}/${String(index + 1)}-${plainName(document.name)}`,
      content: readChunks(db, at)
    }
  }
}

function answersOf(one: HeldCase, form: FormDefinition): JsonObject[] {
  const labels = new Map(form.fields.map((field) => [field.name, field.label]))
  return Object.entries(one.answers).map(([field, answer]) => {
    const label = labels.get(field)
    return { field, labelFa: label?.fa ?? field, labelEn: label?.en ?? field, answer }
  })
}

async function* collectUnsent(
  { db }: Context,
  person: string
): AsyncGenerator<personalData.PersonalFile | personalData.PersonalRows> {
  const drafts = await draftsOf(db, person, draftsMax)
  if (drafts.length > 0) {
    const rows = drafts.map(({ service, values, savedAt }) => ({
      service,
      values: JSON.stringify(values),
      savedAt: savedAt.toString()
    }))
    yield { name: 'drafts', title: t.yourDrafts, rows }
  }
  for (const [index, upload] of (await uploadsOf(db, person)).entries()) {
    const at = { bucket: bucketOf(person), file: upload.id }
    yield {
      file: `documents/uploads/${String(index + 1)}-${plainName(upload.name)}`,
      content: readChunks(db, at)
    }
  }
}

/** A file's name without what could lead out of its folder, or make it look like another. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    // The joiner of Persian words is a control character too, and harmless.
    .replaceAll(/(?!\u200c)[\p{C}/\\:*?"<>|]/gu, '_')
    .replace(/^[. ]+/, '_')
  return plain.slice(-100) || 'file'
}
