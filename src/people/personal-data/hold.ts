import type { Bilingual } from '../../platform/index.ts'

/**
 * A legal hold: nothing that it covers is erased while it stands, asked for or past its time. It
 * stands from the moment it is placed; a second person confirms it, and two people lift it.
 */
export interface LegalHold {
  readonly bucket: number
  readonly id: string
  readonly authority: string
  readonly person: string
  /** The one case that it covers; `null`: everything of the person at the authority. */
  readonly case: string | null
  /** As its placer wrote it; the person reads it. `null` once the person was erased. */
  readonly reason: string | null
  readonly placedBy: string
  readonly placedAt: Temporal.Instant
  readonly confirmedBy: string | null
  readonly confirmedAt: Temporal.Instant | null
  readonly liftReason: string | null
  readonly liftAskedBy: string | null
  readonly liftAskedAt: Temporal.Instant | null
  readonly liftedBy: string | null
  readonly liftedAt: Temporal.Instant | null
}

/** Whether holds cover a case of an authority. */
export function isHeld(
  holds: readonly LegalHold[],
  of: { readonly authority: string; readonly case: string }
): LegalHold | null {
  return (
    holds.find(
      (hold) =>
        hold.liftedAt === null &&
        hold.authority === of.authority &&
        (hold.case === null || hold.case === of.case)
    ) ?? null
  )
}

/** Why something under a hold is left. */
export const heldBecause: Bilingual = {
  fa: 'زیر نگهداری قانونی است؛ تا برداشته نشود پاک نمی‌شود.',
  en: 'It is under a legal hold, and is not erased until that is lifted.'
}
