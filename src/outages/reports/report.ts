import type { Bilingual } from '../../platform/text.ts'

/** What SK-3.7a knows: a failure, the report of one, a drop in quality. */
export const reportKinds = ['failure', 'failure-report', 'quality-drop'] as const
/** One of {@link reportKinds}. */
export type ReportKind = (typeof reportKinds)[number]

/** The way by which a report came. */
export type ReportChannel = 'site' | 'report-desk' | 'open311' | 'counter'

/** Why a report was closed. */
export const closedReasons = [
  'mended',
  'was-outage',
  'announced',
  'no-fault-found',
  'reporter-side',
  'other-body',
  'duplicate',
  'spam'
] as const
/** One of {@link closedReasons}. */
export type ClosedReason = (typeof closedReasons)[number]

/** Where a report stands. */
export type ReportState = 'open' | 'closed'

/** Something that can be reported as failed: a component of an authority. */
export interface Choice {
  /** `null` while no list was ever read: whoever takes the report up finds its authority. */
  readonly authority: string | null
  readonly component: string | null
  readonly service: string | null
  readonly title: Bilingual
  readonly authorityTitle: Bilingual
  /** As Open311 names the authority. */
  readonly jurisdiction: string
  /** The card in force, `10021001@3`. */
  readonly cardVersion: string | null
  /** The agreement in force; `null` where none is. */
  readonly agreementVersion: string | null
}

/** A photo that was taken in. */
export interface Photo {
  readonly type: string
  /** Without what its camera wrote into it. */
  readonly bytes: Uint8Array
  /** SHA-256 of the file as it was sent, hexadecimal: its sender has that file. */
  readonly sentSha256: string
}

/** What somebody reports, checked. */
export interface ReportInput {
  readonly kind: ReportKind
  readonly choice: Choice
  readonly words: string
  readonly place: string | null
  readonly contact: string | null
  /** When it was noticed, as far as somebody said so. */
  readonly noticedAt: Temporal.Instant | null
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly mediaUrl: string | null
  readonly photo: Photo | null
}

/** A report as it is kept. */
export interface FailureReport {
  readonly id: string
  readonly authority: string
  readonly component: string | null
  readonly service: string | null
  readonly kind: ReportKind
  readonly channel: ReportChannel
  readonly words: string
  readonly place: string | null
  readonly contact: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mediaUrl: string | null
  readonly noticedAt: Temporal.Instant | null
  readonly filedAt: Temporal.Instant
  readonly knownAt: Temporal.Instant
  readonly spooled: boolean
  readonly state: ReportState
  readonly closedReason: ClosedReason | null
  readonly outage: string | null
  /** `system`, or who linked it; `null` without outage. */
  readonly matchedBy: string | null
  readonly photoType: string | null
  readonly photoBytes: number | null
  readonly updatedAt: Temporal.Instant
}

/** A receipt as it was issued. */
export interface FailureReceipt {
  readonly report: string
  readonly code: string
  readonly issuedAt: Temporal.Instant
  /** The lines of the receipt; their SHA-256 is what the fact holds. */
  readonly content: string
  readonly sha256: string
}

/** An answer of the body. */
export interface ReportAnswer {
  readonly id: string
  readonly answeredAt: Temporal.Instant
  readonly answeredBy: string
  readonly state: ReportState
  readonly closedReason: ClosedReason | null
  readonly words: string
}
