import type { Upload } from './upload.ts'

/** Raw text by field name; several texts where a field takes several values. */
export type DraftValues = Readonly<Record<string, string | readonly string[]>>

/** A draft as its row holds it. */
export interface SavedDraft {
  readonly id: string
  readonly service: string
  /** Version of the card that the form was shown from. */
  readonly cardVersion: string
  readonly values: DraftValues
  /** Codes of documents that are to come by another channel. */
  readonly later: readonly string[]
  readonly savedAt: Temporal.Instant
}

/** What a person has typed and not sent yet, as typed: nothing in it has been judged. */
export interface Draft extends SavedDraft {
  readonly uploads: readonly Upload[]
}
