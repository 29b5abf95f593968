import {
  type Agreement,
  type ExpiryState,
  type Term,
  type Validity,
  expiryState,
  gapDays,
  isInForce
} from '../kernel/terms/index.ts'

/** Name of an agreement, such as `SK`. */
export type AgreementId = string

/** A version as it is listed: everything but its text. */
export interface AgreementSummary {
  readonly agreement: AgreementId
  /** `1398`, `1405`. */
  readonly version: string
  /** `SK@1398`: how facts, receipts and addresses name it. */
  readonly ref: string
  /** From 1; raised when a corrected file of the same version is imported. */
  readonly revision: number
  readonly authority: string
  /** `expired`: a source text that had force until its end; a draft never had any. */
  readonly state: 'expired' | 'draft'
  readonly validity: Validity
  readonly sha256: string
  readonly importedAt: Temporal.Instant
}

/** A version with its document. */
export interface AgreementVersion extends AgreementSummary {
  readonly document: Agreement
}

/** Where an agreement stands at an instant, over all its versions. */
export interface AgreementStanding {
  /** The version in force; `null` where none is, and the service goes on without. */
  readonly inForce: AgreementSummary | null
  /** The version that a reader is shown first: in force, else the last that had force, else a draft. */
  readonly shown: AgreementSummary | null
  readonly state: ExpiryState
  /** Days without an agreement since the last one ended, today counted; 0 while one is in force. */
  readonly gapDays: number
  /** Versions made to follow the shown one. */
  readonly drafts: readonly AgreementSummary[]
}

/** What is asked of a version to judge its time. */
export function termOf(version: AgreementSummary): Term {
  return { validity: version.validity, draft: version.state === 'draft' }
}

/** The version in force at an instant, or `null`. Of two, the one that began later. */
export function versionInForce<V extends AgreementSummary>(
  versions: readonly V[],
  at: Temporal.Instant
): V | null {
  return (
    versions
      .filter((version) => isInForce(termOf(version), at))
      .toSorted(byEnd)
      .at(-1) ?? null
  )
}

/** Reads where an agreement stands from its versions. */
export function standingOf(
  versions: readonly AgreementSummary[],
  at: Temporal.Instant
): AgreementStanding {
  const inForce = versionInForce(versions, at)
  const ended = versions
    .filter((version) => version.state !== 'draft' && isPast(version.validity.to, at))
    .toSorted(byEnd)
    .at(-1)
  const drafts = versions.filter((version) => version.state === 'draft').toSorted(byEnd)
  const shown = inForce ?? ended ?? drafts[0] ?? null
  const others = versions.filter((version) => version !== shown).map(termOf)
  return {
    inForce,
    shown,
    state: shown === null ? { state: 'draft' } : expiryState(termOf(shown), at, others),
    gapDays: inForce === null && ended ? gapDays(ended.validity, { now: at }) : 0,
    drafts: drafts.filter((draft) => draft !== shown)
  }
}

function byEnd(a: AgreementSummary, b: AgreementSummary): number {
  return Temporal.Instant.compare(a.validity.to, b.validity.to)
}

function isPast(end: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(end, at) <= 0
}
