import type { Channel } from '../catalogue/index.ts'
import type { FormValues } from '../kernel/forms/index.ts'
import type { DataType } from '../kernel/policy/index.ts'
import type { Stage } from './case.ts'

/** A case as its row holds it: what was filed, and the cache of where it stands. */
export interface CaseRecord {
  readonly id: string
  readonly applicant: string
  readonly authority: string
  readonly service: string
  readonly cardVersion: string
  readonly agreementVersion: string | null
  /** Tracking code as stored, without the dash. */
  readonly code: string
  readonly answers: FormValues
  /** When it reached the body, which may have been before it was registered. */
  readonly filedAt: Temporal.Instant
  /** Rises by one with every change; what a compare-and-swap compares. */
  readonly version: number
  readonly stage: Stage
  readonly step: string | null
  readonly unit: string
  /** Units and posts of its process, which read it: see `readersOf`. */
  readonly units: readonly string[]
  readonly assignedTo: string | null
  /** It had ended once and was opened again. */
  readonly reopened: boolean
  readonly factsThrough: string
}

/** The cached reading of a case's clock. */
export interface ClockRecord {
  readonly case: string
  readonly authority: string
  readonly state: string
  readonly late: boolean
  readonly startedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly remainingSeconds: number | null
  /** When the timer has to look; `null` while there is nothing to wait for. */
  readonly wakeAt: Temporal.Instant | null
  readonly cardVersion: string
  readonly calendarVersion: string
  readonly factsThrough: string
}

/** A document that reached a case. */
export interface DocumentRecord {
  readonly id: string
  /** Its code on the card. */
  readonly type: string
  /** As its sender named it. */
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly channel: Channel
  readonly trackingNumber: string | null
  readonly officeCode: string | null
  /** When a clerk typed that it arrived; `null` where it was registered as it came. */
  readonly arrivedAt: Temporal.Instant | null
  readonly registeredAt: Temporal.Instant
}

/** Who gave a document: its applicant, somebody who acts for the applicant, or the counter that took it in. */
export interface Given {
  readonly origin: 'applicant' | 'delegate' | 'counter'
  /** Id of the actor. */
  readonly by: string
}

/** A document with the kind of data that it is, and who gave it. */
export interface StoredDocument extends DocumentRecord {
  readonly dataType: DataType
  readonly origin: Given['origin']
  /** Id of the actor; `null` where nobody remembers. */
  readonly givenBy: string | null
}

/** What somebody wrote; `text` is `null` once erased. */
export interface Note {
  readonly id: string
  readonly author: string
  readonly text: string | null
  readonly writtenAt: Temporal.Instant
}
