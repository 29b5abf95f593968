import './plain-zod.ts'
import type { FormValues } from '../../../kernel/forms/index.ts'
import { type CaseDocumentFacts, type CaseForm, sealCaseForm } from '../../../kernel/seal/index.ts'
import { fromBase64, sha256, toBase64, toHex, utf8 } from '../../../kernel/tlog/index.ts'
import { askUnit, type UnitInDirectory } from './ask-unit.ts'

/** What the page says of the unit to which is sealed, and its words. */
export interface SealingData extends UnitInDirectory {
  readonly service: string
  readonly card: string
  readonly schema: string
  /** The draft or the case that is sealed for. */
  readonly of: string
  readonly texts: Readonly<
    Record<
      | 'sealing'
      | 'sending'
      | 'kept'
      | 'forgotten'
      | 'keyRefused'
      | 'notSent'
      | 'noAnswer'
      | 'noAnswerAgain'
      | 'notHere'
      | 'documentNotHere'
      | 'lies'
      | 'broken'
      | 'grows'
      | 'tooLarge'
      | 'chooseBoth'
      | 'noMailbox',
      string
    >
  >
}

/** A reason why nothing was sealed or sent, in the words of the page. */
export class SealingError extends Error {
  override readonly name = 'SealingError'
}

/** What the page brought with an element of its form. */
export function sealingData(element: Element | null): SealingData | null {
  const text = element?.closest<HTMLElement>('[data-sealing]')?.dataset.sealing
  return text === undefined ? null : (JSON.parse(text) as SealingData)
}

/**
 * The key of the receiving unit, as the public log proves it and as it follows from what this browser was
 * shown before; what the server says of it counts for nothing.
 * @throws {SealingError}
 */
export async function provenKey({ texts, ...unit }: SealingData): Promise<string> {
  const found = await askUnit(unit)
  if (!found.ok) throw refusedKey(texts, found.fault)
  if (found.recipient === null) throw new SealingError(texts.noMailbox)
  return found.recipient
}

function refusedKey(texts: SealingData['texts'], fault: string): SealingError {
  return new SealingError(texts.keyRefused.replace('%', fault))
}

/** How a key is named to the server. */
export function hashOfKey(recipient: string): string {
  return toBase64(sha256(utf8(recipient)))
}

/** A sealed form as the operations take it. */
export interface HandedForm {
  readonly content: string
  readonly recipientKey: string
  readonly schema: string
}

/** SHA-256 of a sealed form, hexadecimal, as the unit names it in what it signs. */
export function hashOfForm({ content }: HandedForm): string {
  return toHex(sha256(fromBase64(content) ?? new Uint8Array()))
}

/** Seals answers to the proven key of the unit. */
export async function sealAnswers(
  data: SealingData,
  of: {
    readonly kind: CaseForm['kind']
    readonly answers: FormValues
    readonly documents: readonly CaseDocumentFacts[]
  }
): Promise<HandedForm> {
  const recipient = await provenKey(data)
  const { service, card, schema } = data
  const form: CaseForm = {
    ...{ v: 1, of: data.of, service, card, schema, kind: of.kind },
    answers: of.answers,
    documents: [...of.documents]
  }
  const sealed = await sealCaseForm(form, recipient)
  if (!sealed.ok) throw new SealingError(data.texts.notSent.replace('%', sealed.reason))
  return { content: toBase64(sealed.value), recipientKey: hashOfKey(recipient), schema }
}

/** Lets the fields be filled in, now that what is typed is taken by this script. */
export function enableSealed(root: ParentNode): void {
  for (const fields of root.querySelectorAll<HTMLFieldSetElement>('[data-until-sealed]')) {
    fields.disabled = false
  }
}
