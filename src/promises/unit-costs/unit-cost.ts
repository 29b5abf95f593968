import type { Bilingual } from '../../platform/index.ts'

/** What a cost is declared for: a letter by post, a visit to an office. */
export const costedThings = ['letter', 'visit'] as const
/** One of {@link costedThings}. */
export type CostedThing = (typeof costedThings)[number]

/** Most that is believed of one letter or visit: a typing mistake must not save a budget. */
export const unitCostMaxRial = 1_000_000_000

/** What something costs on paper, as a body declared it; a later one stands beside it, never over it. */
export interface UnitCost {
  readonly id: string
  readonly authority: string
  readonly what: CostedThing
  /** Whole rials, above zero. */
  readonly amountRial: number
  /** Where the number is from: a tariff, a contract, a count. */
  readonly source: Bilingual
  readonly setAt: Temporal.Instant
}
