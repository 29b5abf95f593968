import type { ServiceCard } from '../../catalogue/index.ts'
import type { Bilingual } from '../../platform/index.ts'
import { unitOf } from '../case-rules.ts'

/** Type of the document that holds the sealed answers; no card can list one of this code. */
export const sealedFormType = 'sealed-form'

/** Media type of everything that is sealed: an age file. */
export const sealedMediaType = 'application/age'

/** Whether answers and documents of this service reach the server sealed. */
export function isSealed({ form }: Pick<ServiceCard, 'form'>): boolean {
  return form.sealed === true
}

/** The unit that receives an application, and alone can open a sealed one: that of the first step. */
export function receivingUnit(card: ServiceCard): string {
  return unitOf(card, null)
}

/** A sealed form as it is handed in. */
export interface GivenForm {
  /** The age file, base64. */
  readonly content: string
  /** SHA-256 of the key that it is sealed to, base64. */
  readonly recipientKey: string
  /** `schemaHash` of the form that was filled in. */
  readonly schema: string
}

/** What a document is called: by the card, or the one that no card lists. */
export function documentTitle(card: Pick<ServiceCard, 'documents'>, type: string): Bilingual {
  const { fa, en } = { fa: 'فرم سربسته درخواست', en: 'Sealed form of the application' }
  if (type === sealedFormType) return { fa, en }
  return card.documents.find(({ code }) => code === type)?.title ?? { fa: type, en: type }
}
