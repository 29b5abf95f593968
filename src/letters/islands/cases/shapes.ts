import type { FormDefinition, FormValues } from '../../../kernel/forms/index.ts'
import type { JudgedDocument } from '../../../kernel/seal/index.ts'

/** A sealed case as the page of the desk tells of it. */
export interface SealedCaseData {
  readonly case: string
  readonly authority: string
  readonly unit: string
  readonly unitTitle: string
  readonly service: string
  readonly card: string
  readonly form: FormDefinition
  /** What the card takes for each document. */
  readonly asked: readonly JudgedDocument[]
  readonly clear: FormValues
  readonly corrected: readonly (readonly string[])[]
  readonly today: string
  /** Id of the judgement before. */
  readonly after: string | null
  readonly mayJudge: boolean
  readonly files: readonly SealedFile[]
  readonly formType: string
  readonly defects: readonly { readonly code: string; readonly text: string }[]
  readonly texts: Readonly<Record<string, string>>
}

/** A sealed file of a case, and where its ciphertext is. */
export interface SealedFile {
  readonly code: string
  readonly title: string
  readonly href: string
}
