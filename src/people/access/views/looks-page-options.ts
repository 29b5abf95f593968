import type { Bilingual } from '../../../platform/index.ts'
import type { LookFilters } from '../look-filters.ts'
import type { Looks } from '../read-looks.ts'
import type { ReceiverName } from '../receiver-names.ts'

/** A case as its owner knows it. */
export interface NamedCase {
  readonly id: string
  /** As printed. */
  readonly code: string
  readonly title: Bilingual
}

/** Who can be named in a list. */
export interface Named {
  readonly id: string
  readonly name: Bilingual
}

/** What the page of looks shows. */
export interface LooksPageOptions {
  readonly looks: Looks
  readonly filters: LookFilters
  readonly cases: readonly NamedCase[]
  /** Whose files the reader may ask for, the own one first. */
  readonly persons: readonly Named[]
  /** Who looked lately, for the filter. */
  readonly lookers: readonly Named[]
  /** The unit of the body, or another body, that something was handed on to. */
  readonly receiverName: ReceiverName
}
