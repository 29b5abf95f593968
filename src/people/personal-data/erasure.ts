import type { Bilingual } from '../../platform/index.ts'

/**
 * `waiting`: may still be taken back; `running`: decided, nothing of it can be undone; `kept`: done
 * but for what has to be kept, and looked at again until nothing is; `done`; `cancelled`.
 */
export type ErasureState = 'waiting' | 'running' | 'kept' | 'done' | 'cancelled'

/** Something that was left, as a row keeps it. */
export interface KeptNote {
  readonly what: Bilingual
  readonly because: Bilingual
  readonly until: string | null
}

/** That somebody asked to be erased, and how far that is. It names nobody but by a number. */
export interface Erasure {
  readonly bucket: number
  readonly id: string
  readonly person: string
  readonly state: ErasureState
  readonly askedAt: Temporal.Instant
  /** When it begins, unless it is taken back; later, when it is looked at again. */
  readonly dueAt: Temporal.Instant
  readonly begunAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly counts: Readonly<Record<string, number>>
  readonly kept: readonly KeptNote[]
}

/** Between the decision and the first row: the message that it begins leaves the house first. */
export const farewellSeconds = 60

/** How soon an erasure that had to leave something is looked at again. */
export const lookAgainHours = 24

/** Adds counts of rows, kind by kind. */
export function addCounts(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>
): Record<string, number> {
  const sum: Record<string, number> = { ...one }
  for (const [kind, count] of Object.entries(other)) sum[kind] = (sum[kind] ?? 0) + count
  return sum
}
