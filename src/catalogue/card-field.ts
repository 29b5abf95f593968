import type { Bilingual } from '../platform/index.ts'
import type { CardDraft } from './card.ts'
import type { Options } from './card-options.ts'

/** How one value of the card is typed and read. `bilingual` and `paragraphs` are two texts each. */
export type FieldKind =
  | 'text'
  | 'bilingual'
  | 'paragraphs'
  | 'integer'
  | 'yes-no'
  | 'choice'
  | 'choices'
  | 'date'
  | 'words'
  | 'megabytes'
  | 'choice-lines'
  | 'limits'
  | 'rows'

/** One field of the card as people see it: in the editor, in a spreadsheet, in a difference. */
export interface CardField {
  /** Where its value lies in the card, with dots: `promisedTime.amount`. */
  readonly path: string
  readonly name: Bilingual
  readonly kind: FieldKind
  readonly help?: Bilingual
  readonly options?: Options
  /** Of `rows`: the parts of one row. */
  readonly columns?: readonly CardField[]
  /** Publishing is blocked while it is empty: always, or when the rest of the card says so. */
  readonly mandatory?: boolean | ((draft: CardDraft) => boolean)
}

/** What a change of a field changes for people (PI-4.1.6): rules, process, documents, systems. */
export type ChangeKind = 'rule' | 'process' | 'document' | 'system'

/** Fields that belong together, under one heading. */
export interface CardSection {
  readonly id: string
  readonly title: Bilingual
  readonly change: ChangeKind
  readonly fields: readonly CardField[]
}
