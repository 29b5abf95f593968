import type { Channel } from '../catalogue/index.ts'
import type { JudgementVerdict } from '../kernel/seal/index.ts'
import type { FactKind } from '../ledger/index.ts'

/**
 * Where a case stands.
 * - `awaiting-documents`: filed, a mandatory document is missing, the clock has not started;
 * - `received`: complete, before its first step;
 * - `in-progress`: in a step of the published process;
 * - `returned`: with the applicant, the clock is paused;
 * - `decided`, `withdrawn`: ended, unless it is reopened.
 */
export const stages = [
  'awaiting-documents',
  'received',
  'in-progress',
  'returned',
  'decided',
  'withdrawn'
] as const
/** Where a case is: one of {@link stages}. */
export type Stage = (typeof stages)[number]

/** Coded reasons for which a case may go back to its applicant (PI-4.1.1d). */
export const defectCodes = [
  'document-missing',
  'document-unreadable',
  'document-incomplete',
  'document-expired',
  'document-wrong',
  'field-wrong',
  'field-unclear',
  'field-contradicts-document'
] as const
export type DefectCode = (typeof defectCodes)[number]

/** One defect of an application; `item` is `document:<code of the card>` or `field:<name>`. */
export interface Defect {
  readonly code: DefectCode
  readonly item: string
  /** Id of the note that explains it, if there is one. */
  readonly note: string | null
}

/** Why an ended case may be opened again. */
export const reopeningReasons = [
  'error-found',
  'new-evidence',
  'complaint-upheld',
  'court-order'
] as const
export type ReopeningReason = (typeof reopeningReasons)[number]

/** When something that reached the body was written down there: both times are kept (SK-5.1c). */
export interface Registered {
  /** When a clerk typed that it arrived; `null` where it was registered as it came. */
  readonly arrivedAt: Temporal.Instant | null
  readonly registeredAt: Temporal.Instant
  /** Id of the note that says why it was registered long after it arrived. */
  readonly lateReason: string | null
}

export type Outcome = 'granted' | 'refused'
export type VisitCause = 'provider' | 'applicant'

/** How and when a case was filed. */
export interface Filing extends Registered {
  /** When it reached the body: what counts. */
  readonly at: Temporal.Instant
  readonly channel: Channel
  readonly by: 'applicant' | 'clerk'
  readonly actor: string
  readonly trackingNumber: string | null
  readonly officeCode: string | null
}

/** One step that a case entered; `from` is the step before it. */
export interface StepEntry {
  readonly step: string
  readonly from: string | null
  readonly at: Temporal.Instant
  readonly inOrder: boolean
  readonly reason: string | null
  readonly actor: string
}

/** One document as its fact tells of it; `type` is its code on the card. */
export interface ReceivedDocument extends Registered {
  readonly document: string
  readonly type: string
  /** When it reached the body: what counts. */
  readonly at: Temporal.Instant
  readonly channel: Channel
  readonly sha256: string
  readonly sizeBytes: number
}

/** One return to the applicant, open while `resubmittedAt` is `null`. */
export interface CaseReturn {
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant
  readonly defects: readonly Defect[]
  /** It names a defect that was there to be seen at an earlier return. */
  readonly repeat: boolean
  readonly actor: string
  readonly resubmittedAt: Temporal.Instant | null
  /** When it was known that it had come back; later where its answer lay unregistered. */
  readonly resubmissionKnownAt: Temporal.Instant | null
  /** Names of the fields that the resubmission changed. */
  readonly changedFields: readonly string[]
}

/** A signed judgement of a sealed case; the note itself is a row. */
export interface Judgement {
  readonly id: string
  readonly verdict: JudgementVerdict
  readonly unit: string
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant
  readonly actor: string
}

export interface Visit {
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant
  readonly causedBy: VisitCause
  /** The how-manieth of this cause. */
  readonly number: number
  readonly limit: number
  readonly beyond: boolean
}

export interface Decision {
  readonly at: Temporal.Instant
  /** When it was written down; later than `at` where it was decided before that. */
  readonly knownAt: Temporal.Instant
  readonly outcome: Outcome
  readonly post: string
  readonly postHolder: string
  /** The holder is whom the card names as approver. */
  readonly namedApprover: boolean
  /** Id of the note with the reasons. */
  readonly reason: string | null
}

export interface CaseReopening {
  readonly at: Temporal.Instant
  /** When the case had been ended before. */
  readonly solvedAt: Temporal.Instant
  readonly policy: 'resume' | 'restart'
  /** A {@link ReopeningReason}, as its fact has it. */
  readonly reason: string
  /** Id of the note that explains it, if there is one. */
  readonly note: string | null
  /** The decision that it undid; `null` where the applicant had withdrawn. */
  readonly undone: Decision | null
}

export interface Breach {
  readonly at: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** A later fact showed that the promise had been kept. */
  readonly retractedAt: Temporal.Instant | null
}

/**
 * A longer deadline for one outage of the body's own systems, asked for by one person of the body and
 * granted by another (docs/adr/0015-deadline-extension.md): the clock stands for the outage's span.
 */
export interface DeadlineExtension {
  /** Id of the outage. */
  readonly outage: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** When it was granted. */
  readonly at: Temporal.Instant
  readonly knownAt: Temporal.Instant
  /** Id of whoever granted it. */
  readonly actor: string
  /** Id of the note that says why. */
  readonly reason: string | null
}

/** Everything that the facts of a case say, folded; notes are ids. */
export interface CaseHistory {
  readonly case: string
  readonly authority: string
  readonly service: string
  /** `<service>@<n>`, locked at filing. */
  readonly cardVersion: string
  readonly agreementVersion: string | null
  readonly stage: Stage
  readonly filed: Filing
  /** When the last mandatory document had arrived: the start of the promise clock. */
  readonly completeAt: Temporal.Instant | null
  /** When that was known; later than `completeAt` where something lay unregistered. */
  readonly completeKnownAt: Temporal.Instant | null
  readonly step: string | null
  readonly steps: readonly StepEntry[]
  readonly documents: readonly ReceivedDocument[]
  readonly requests: readonly {
    readonly type: string
    readonly listed: boolean
    readonly at: Temporal.Instant
  }[]
  readonly returns: readonly CaseReturn[]
  /** What the unit that opened a sealed case found, signed. */
  readonly judgements: readonly Judgement[]
  readonly visits: readonly Visit[]
  readonly visitsRefused: number
  readonly assignedTo: string | null
  readonly invoice: {
    readonly at: Temporal.Instant
    readonly amountRial: number
    readonly publishedRial: number
  } | null
  /** The last decision, unless the case was reopened after it. */
  readonly decision: Decision | null
  readonly delivered: { readonly at: Temporal.Instant; readonly channel: Channel } | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly reopenings: readonly CaseReopening[]
  readonly breaches: readonly Breach[]
  /** One of each outage, the last that was granted. */
  readonly extensions: readonly DeadlineExtension[]
  readonly views: readonly {
    readonly at: Temporal.Instant
    readonly by: string
    readonly role: string
  }[]
  /** Newest fact, {@link quietFacts} apart, that this was folded from. */
  readonly factsThrough: string
}

/**
 * The breach that stands against the present run of the clock, or `null`. What was late before a
 * restart stays late; the whole target that a restart gives is measured by itself.
 */
export function standingBreach(
  history: Pick<CaseHistory, 'breaches' | 'reopenings'>
): Breach | null {
  const restart = history.reopenings.findLast((each) => each.policy === 'restart')
  const last = history.breaches.findLast((breach) => breach.retractedAt === null)
  if (last === undefined) return null
  return restart === undefined || Temporal.Instant.compare(last.at, restart.at) > 0 ? last : null
}

/** Facts that are about a case and change nothing of where it stands. */
export const quietFacts: readonly FactKind[] = [
  'case.viewed',
  'access.allowed',
  'access.refused',
  'document.request-refused',
  'visit.refused'
]

/** The return that waits for the applicant, or `null`. */
export function openReturn(history: CaseHistory): CaseReturn | null {
  return history.returns.findLast((each) => each.resubmittedAt === null) ?? null
}

/** The newest document of each type. */
export function currentDocuments(history: CaseHistory): Map<string, ReceivedDocument> {
  return new Map(history.documents.map((document) => [document.type, document]))
}
