import type { ServiceCard } from '../catalogue/index.ts'
import type { FormDefinition, FormField } from '../kernel/forms/index.ts'
import { actorNames, type personalData } from '../people/index.ts'
import {
  type Bilingual,
  type Context,
  type Json,
  type JsonObject,
  bucketOf
} from '../platform/index.ts'
import type { StoredDocument } from './case-record.ts'
import { channelNames } from './channel-names.ts'
import { documentsOf, notesOf } from './document-store.ts'
import { draftsOf } from './draft-store.ts'
import { readChunks } from './file-store.ts'
import { documentMessages } from './messages-documents.ts'
import { messages } from './messages-personal-data.ts'
import { courseOf } from './personal-case-course.ts'
import { type HeldCase, casesOfPerson } from './personal-data-store.ts'
import { documentTitle } from './sealed/sealed-form.ts'
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
  const answers = answersOf(one, card.form)
  yield { name: `${name}-answers`, title: t.answersOf(code, card.title), rows: answers }
  const names = await actorNames(db, [
    ...notes.map(({ author }) => author),
    ...documents.flatMap(({ givenBy }) => givenBy ?? [])
  ])
  if (documents.length > 0) {
    const rows = documents.map((document) => documentRow(document, { card, names }))
    yield { name: `${name}-documents`, title: t.documentsOf(code, card.title), rows }
  }
  if (notes.length > 0) {
    const rows = notes.map(({ text, writtenAt, author }) => ({
      ...{ text, author: wordsOf(names.get(author)?.name) },
      writtenAt: writtenAt.toString()
    }))
    yield { name: `${name}-notes`, title: t.notesOf(code, card.title), rows }
  }
  const course = await courseOf(db, one, { card, notes })
  if (course.length > 0) {
    yield { name: `${name}-course`, title: t.courseOf(code, card.title), rows: course }
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

/** What a document is, who gave it and how it came. */
function documentRow(
  document: StoredDocument,
  of: { card: ServiceCard; names: ReadonlyMap<string, { readonly name: Bilingual }> }
): JsonObject {
  const { id, type, name, channel, trackingNumber, sizeBytes, sha256 } = document
  const giver = documentMessages.entries[document.origin]
  return {
    type: wordsOf(documentTitle(of.card, type)),
    name,
    givenBy: wordsOf(of.names.get(document.givenBy ?? '')?.name ?? giver),
    channel: wordsOf(channelNames[channel]),
    trackingNumber,
    arrivedAt: document.arrivedAt?.toString() ?? null,
    registeredAt: document.registeredAt.toString(),
    ...{ sizeBytes, sha256, id }
  }
}

function answersOf(one: HeldCase, form: FormDefinition): JsonObject[] {
  const fields = new Map(form.fields.map((field) => [field.name, field]))
  return Object.entries(one.answers).map(([name, answer]) => {
    const field = fields.get(name)
    const label = field?.label ?? { fa: name, en: name }
    const told = field === undefined ? answer : inWords(field, answer)
    return { field: name, labelFa: label.fa, labelEn: label.en, answer: told, value: answer }
  })
}

function wordsOf(words: Bilingual | undefined): JsonObject | null {
  return words === undefined ? null : { fa: words.fa, en: words.en }
}

/** What was chosen as the form calls it; anything else as it was typed. */
function inWords(field: FormField, answer: Json): Json {
  if (field.type !== 'choice' && field.type !== 'choices') return answer
  const chosen = Array.isArray(answer) ? answer : [answer]
  const labels = chosen.map(
    (value) =>
      field.choices.find((choice) => choice.value === value)?.label ?? {
        fa: String(value),
        en: String(value)
      }
  )
  const { fa, en } = { fa: labels.map((each) => each.fa), en: labels.map((each) => each.en) }
  return { fa: fa.join('، '), en: en.join(', ') }
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
