import { cleanFileName, judgeFile, mediaTypes } from '../../kernel/files/index.ts'
import {
  type FormDefinition,
  type FormValues,
  clearPart,
  sealedPart,
  validateForm
} from '../../kernel/forms/index.ts'
import { jalaliText, plainDateToJalali } from '../../kernel/persian/index.ts'
import type { ReadCard } from './sealed-case-desk.ts'
import type { ApplicationFault } from './sealed-case-fault.ts'
import type { CaseDocument, ReceivingUnit, SealedApplication } from './sealed-case.ts'

/** A document that is what its card asks for. */
export interface JudgedCaseDocument extends CaseDocument {
  /** Media type, as found in the bytes. */
  readonly type: string
}

const zone = 'Asia/Tehran'

/** The day of an instant where applicants are, Jalali. */
export function jalaliDay(at: Temporal.Instant): string {
  return jalaliText(plainDateToJalali(at.toZonedDateTimeISO(zone).toPlainDate()))
}

/** The desk says who receives a service, and whether sealed; the caller knows whom they mean. */
export function receiverFaults(
  { receiver, form }: ReadCard,
  to: ReceivingUnit
): ApplicationFault[] {
  const isOther = receiver.authority !== to.authority || receiver.unit !== to.unit
  return [
    ...(isOther ? [{ pointer: '/to', fault: 'other-unit' }] : []),
    ...(form.sealed === true ? [] : [{ pointer: '/service', fault: 'not-sealed' }])
  ]
}

/**
 * Judges the answers that are to be sealed, and that each answer stands where its caller may let it stand: a
 * card that makes one readable gets it only from whoever says so too.
 */
export function checkAnswers(
  { form }: ReadCard,
  { sealed, clear = {} }: Pick<SealedApplication, 'sealed' | 'clear'>,
  now: Temporal.Instant
): { readonly values: FormValues; readonly faults: ApplicationFault[] } {
  const readable = new Set(clearPart(form).fields.map(({ name }) => name))
  const given = Object.fromEntries(Object.entries(sealed).filter(([name]) => !readable.has(name)))
  const outcome = validateForm(sealedPart(form), given, { today: jalaliDay(now) })
  const problems = outcome.ok ? [] : outcome.problems
  return {
    values: outcome.ok ? outcome.values : {},
    faults: [
      ...placeFaults(form, { sealed, clear }),
      ...problems.map(({ pointer, code }) => ({ pointer: `/sealed${pointer}`, fault: code }))
    ]
  }
}

/** What a card lets be read and its caller wants sealed, or the other way round. */
export function placeFaults(
  form: FormDefinition,
  { sealed, clear }: { readonly sealed: object; readonly clear: object }
): ApplicationFault[] {
  const readable = new Set(clearPart(form).fields.map(({ name }) => name))
  const notSealed = Object.keys(sealed).filter((name) => readable.has(name))
  const notClear = Object.keys(clear).filter((name) => !readable.has(name))
  return [
    ...notSealed.map((name) => ({ pointer: `/sealed/${name}`, fault: 'answer-not-sealed' })),
    ...notClear.map((name) => ({ pointer: `/clear/${name}`, fault: 'answer-not-clear' }))
  ]
}

/** Judges documents by their bytes, as the unit will once it has opened them. */
export async function checkDocuments(
  card: ReadCard,
  given: readonly CaseDocument[]
): Promise<{ readonly documents: JudgedCaseDocument[]; readonly faults: ApplicationFault[] }> {
  const faults: ApplicationFault[] = []
  const documents: JudgedCaseDocument[] = []
  for (const { code, name, content } of given) {
    const fault = (what: string) => faults.push({ pointer: `/documents/${code}`, fault: what })
    const asked = card.documents.find((each) => each.code === code)
    if (asked === undefined) {
      fault('not-on-card')
      continue
    }
    if (documents.some((each) => each.code === code)) fault('document-twice')
    const clean = cleanFileName(name)
    const judged = await judgeFile(content, { ...asked, name: clean })
    if (judged.ok) documents.push({ code, name: clean, content, type: mediaTypes[judged.format] })
    else fault(judged.fault)
  }
  return { documents, faults }
}
