import type { FileFormat } from '../../../kernel/files/index.ts'
import type { FormDefinition, FormValues } from '../../../kernel/forms/index.ts'

/** A sealed case as the page of the desk tells of it. */
export interface SealedCaseData {
  readonly case: string
  readonly authority: string
  readonly unit: string
  readonly unitTitle: string
  readonly service: string
  readonly card: string
  readonly form: FormDefinition
  readonly formats: readonly { readonly code: string; readonly formats: readonly FileFormat[] }[]
  readonly clear: FormValues
  readonly corrected: readonly (readonly string[])[]
  readonly today: string
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
