import { type FileFault, type FileFormat, judgeFile, mediaTypes } from '../files/index.ts'
import {
  type FormDefinition,
  type FormOptions,
  type FormProblem,
  type FormValues,
  schemaHash,
  sealedNames,
  validateForm
} from '../forms/index.ts'
import type { CaseDocumentFacts, CaseDocumentHead, CaseForm } from './case-file.ts'

/** What was published for the application: by what it is judged. */
export interface JudgedBy {
  readonly service: string
  /** `18051002@1`. */
  readonly card: string
  readonly form: FormDefinition
  readonly documents: readonly JudgedDocument[]
}

/** What the card takes for one of its documents. */
export interface JudgedDocument {
  readonly code: string
  readonly formats: readonly FileFormat[]
  readonly sizeBytesMax: number
}

/** A case as the server tells of it: what its sealed files must agree with. */
export interface ClaimedCase {
  readonly case: string
  /** The answers that are not sealed. */
  readonly clear: FormValues
  /** Names of the fields that each correction says it holds, the first correction first. */
  readonly corrected: readonly (readonly string[])[]
}

/** An opened document with the code under which the server has it. */
export interface OpenedDocument {
  readonly code: string
  readonly head: CaseDocumentHead
  readonly content: Uint8Array
}

/** Something that is wrong with an opened application; `item` is `field:<name>` or `document:<code>`. */
export type CaseProblem =
  | { readonly kind: 'answer'; readonly item: string; readonly problem: FormProblem }
  | { readonly kind: 'file'; readonly item: string; readonly fault: FileFault }
  | { readonly kind: 'changed'; readonly item: string | null; readonly what: ChangedPart }

/** What does not agree with what was sealed, or with what was published. */
export type ChangedPart =
  | 'other-case'
  | 'other-card'
  | 'other-schema'
  | 'clear-answer'
  | 'other-fields'
  | 'document-missing'
  | 'document-other'
  | 'document-twice'

/** All answers of an opened application, and everything that is wrong with it. */
export interface JudgedCase {
  /** By name, of the application with its corrections over it, and the clear ones. */
  readonly answers: FormValues
  readonly problems: readonly CaseProblem[]
}

/**
 * Judges an application that a unit has opened, as the applicant's browser judged it before sealing, and
 * by the card as it was published: form, documents by their real bytes, and that all of it belongs together.
 * @param opened - `forms`: the application first, then its corrections in their order.
 */
export async function judgeCase(
  by: JudgedBy,
  claimed: ClaimedCase,
  opened: {
    readonly forms: readonly CaseForm[]
    readonly documents: readonly OpenedDocument[]
    readonly options: FormOptions
  }
): Promise<JudgedCase> {
  const { forms, documents, options } = opened
  const sealed = Object.assign({}, ...forms.map((form) => form.answers)) as FormValues
  const answers = { ...sealed, ...claimed.clear }
  const outcome = validateForm(by.form, answers, options)
  const wrong = outcome.ok ? [] : outcome.problems
  const ofDocuments: CaseProblem[] = []
  for (const document of documents) {
    ofDocuments.push(...(await fileProblems(by, document)))
    ofDocuments.push(...belongingProblems(by, claimed, { document, forms }))
  }
  return {
    answers: outcome.ok ? outcome.values : answers,
    problems: [
      ...forms.flatMap((form, i) => formProblems(by, claimed, { form, correction: i - 1 })),
      ...wrong.map((problem): CaseProblem => {
        return { kind: 'answer', item: `field:${problem.pointer.slice(1)}`, problem }
      }),
      ...ofDocuments,
      ...doubledDocuments(forms, documents),
      ...missingDocuments(forms, documents)
    ]
  }
}

/**
 * Which sealed fields each correction says it holds. A return that was answered without sealed ones, by a
 * document or an objection, has no correction.
 * @param returns - Of the case, the first one first.
 */
export function correctedFields(
  form: FormDefinition,
  returns: readonly { readonly changedFields: readonly string[] }[]
): readonly (readonly string[])[] {
  const names = sealedNames(form)
  return returns
    .map(({ changedFields }) => changedFields.filter((name) => names.has(name)))
    .filter((fields) => fields.length > 0)
}

function formProblems(
  by: JudgedBy,
  claimed: ClaimedCase,
  { form, correction }: { readonly form: CaseForm; readonly correction: number }
): CaseProblem[] {
  const isFirst = correction < 0
  const names = sealedNames(by.form)
  const told = claimed.corrected[correction]
  const found: ChangedPart[] = []
  // An application was sealed before its case had an id; who moves one is found out by its applicant.
  const isOfCase = isFirst || form.of === claimed.case
  if (form.kind !== (isFirst ? 'application' : 'correction') || !isOfCase) found.push('other-case')
  if (form.card !== by.card || form.service !== by.service) found.push('other-card')
  if (form.schema !== schemaHash(by.form)) found.push('other-schema')
  const answered = Object.keys(form.answers)
  if (answered.some((name) => !names.has(name))) found.push('clear-answer')
  if (!isFirst && answered.some((name) => told?.includes(name) !== true)) found.push('other-fields')
  return found.map((what): CaseProblem => ({ kind: 'changed', item: null, what }))
}

/** What a document is by its bytes, and whether that is what the card asks for and its head says. */
async function fileProblems(
  by: JudgedBy,
  { code, head, content }: OpenedDocument
): Promise<CaseProblem[]> {
  const none = { formats: [], sizeBytesMax: content.length }
  const { formats, sizeBytesMax } = by.documents.find((each) => each.code === code) ?? none
  const judged = await judgeFile(content, { name: head.name, formats, sizeBytesMax })
  const lies = judged.ok && mediaTypes[judged.format] !== head.type
  const fault = judged.ok ? (lies ? ('lies-about-type' as const) : null) : judged.fault
  return fault === null ? [] : [{ kind: 'file', item: `document:${code}`, fault }]
}

function belongingProblems(
  by: JudgedBy,
  claimed: ClaimedCase,
  { document, forms }: { readonly document: OpenedDocument; readonly forms: readonly CaseForm[] }
): CaseProblem[] {
  const { code, head } = document
  // One that came with the application is named by it; one that came later names the case itself.
  const isListed = forms.some(
    (form) => form.of === head.of && form.documents.some((each) => isSame(each, head))
  )
  const belongs = head.of === claimed.case || isListed
  if (head.code === code && head.service === by.service && belongs) return []
  return [{ kind: 'changed', item: `document:${code}`, what: 'document-other' }]
}

function isSame(a: CaseDocumentFacts, b: CaseDocumentFacts): boolean {
  const names = ['code', 'name', 'type', 'bytes', 'sha256'] as const
  return names.every((name) => a[name] === b[name])
}

/** A code that stands twice: nobody could say which of the two was judged. */
function doubledDocuments(
  forms: readonly CaseForm[],
  documents: readonly OpenedDocument[]
): CaseProblem[] {
  const lists = [documents, ...forms.map((form) => form.documents)]
  const twice = lists.flatMap((list) => {
    const codes = list.map(({ code }) => code)
    return codes.filter((code, i) => codes.indexOf(code) !== i)
  })
  return [...new Set(twice)].map((code) => {
    return { kind: 'changed', item: `document:${code}`, what: 'document-twice' }
  })
}

/** Documents that an application names and nobody has: something newer of the same code stands for it. */
function missingDocuments(
  forms: readonly CaseForm[],
  documents: readonly OpenedDocument[]
): CaseProblem[] {
  const there = new Set(documents.map(({ code }) => code))
  const named = new Set(forms.flatMap((form) => form.documents.map(({ code }) => code)))
  return [...named]
    .filter((code) => !there.has(code))
    .map((code) => ({ kind: 'changed', item: `document:${code}`, what: 'document-missing' }))
}
