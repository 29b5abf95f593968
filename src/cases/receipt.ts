import type { PromisedTime } from '../catalogue/index.ts'
import type { CaseClock } from './case-clock.ts'
import type { CaseRecord, DocumentRecord } from './case-record.ts'

/**
 * What an applicant was given when the application was filed. It is kept as it was issued: whatever
 * becomes of the case, its receipt says what was received and promised then.
 */
export interface Receipt {
  readonly case: string
  /** When it was issued: the registration, which may be later than the arrival. */
  readonly issuedAt: Temporal.Instant
  readonly filedAt: Temporal.Instant
  readonly code: string
  readonly cardVersion: string
  readonly agreementVersion: string | null
  readonly promisedTime: PromisedTime
  readonly feeRial: number
  /** `not-started` while documents were still to come: no due instant was promised then. */
  readonly clockState: CaseClock['state']
  readonly startedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly calendarVersion: string
  readonly documents: readonly DocumentRecord[]
  /** Codes of the documents for want of which the clock had not started. */
  readonly missing: readonly string[]
  /** The newest fact that it was issued from. */
  readonly factsThrough: string
}

/** What a receipt is made of, as it all stood at the registration. */
export interface Receivable {
  readonly record: Pick<
    CaseRecord,
    'id' | 'filedAt' | 'code' | 'cardVersion' | 'agreementVersion' | 'factsThrough'
  >
  readonly card: { readonly promisedTime: PromisedTime; readonly feeRial: number }
  readonly clock: CaseClock
  readonly documents: readonly DocumentRecord[]
  readonly missing: readonly string[]
  readonly issuedAt: Temporal.Instant
}

/** The receipt of a case. */
export function receiptOf(from: Receivable): Receipt {
  const { record, card, clock, documents, missing, issuedAt } = from
  const { id, filedAt, code, cardVersion, agreementVersion } = record
  return {
    case: id,
    issuedAt,
    filedAt,
    code,
    cardVersion,
    agreementVersion,
    promisedTime: card.promisedTime,
    feeRial: card.feeRial,
    clockState: clock.state,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    calendarVersion: clock.calendarVersion,
    documents,
    missing,
    factsThrough: record.factsThrough
  }
}
