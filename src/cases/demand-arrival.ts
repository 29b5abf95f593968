import { formatJalaliDateTime, toLatinDigits } from '../kernel/persian/index.ts'
import type { Actor } from '../people/index.ts'
import { type Bilingual, type FieldProblem, InvalidInputError } from '../platform/index.ts'
import { later } from './case-rules.ts'
import type { Arrival } from './given-documents.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noteOf } from './note.ts'
import { problem } from './refusals.ts'

/** By which way something came, as a clerk types it. */
export interface ArrivalInput {
  /** Any word: one that is no channel of the card is refused, and counted. */
  readonly channel: string
  readonly trackingNumber?: string | undefined
  readonly officeCode?: string | undefined
  /** When it reached the body, where that was before now: from then on the clock runs. */
  readonly arrivedAt?: Temporal.Instant | undefined
  /** Why it is registered only now, where it arrived more than 60 days ago. */
  readonly lateReason?: string | undefined
}

/** Who registers what came, when, and for which case. */
export interface RegisteredBy {
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** When the case was filed that a document is added to. */
  readonly filedAt?: Temporal.Instant | undefined
}

// A letter that lies about for two months is a thing to be explained, and must not be hidden by a false
// date; what is older than ten years is a slip of the pen.
const reasonAfterHours = 60 * 24
const hoursMax = 3653 * 24

// Clerks type minutes, the desk keeps milliseconds.
const minuteSeconds = 60

const texts = refusalMessages.entries

/**
 * What each channel has to say of itself, and when the thing came. What is sent by the site arrives as
 * it is sent; nothing arrives in the future, and no document before the case that it belongs to.
 * @throws {InvalidInputError} At `/trackingNumber`, `/officeCode`, `/arrivedAt`, `/lateReason`.
 */
export function demandArrival(
  input: Omit<ArrivalInput, 'channel'> & Pick<Arrival, 'channel'>,
  by: RegisteredBy
): Arrival {
  const trackingNumber = bare(input.trackingNumber)
  const officeCode = bare(input.officeCode)
  const { channel } = input
  const problems = [
    ...proofProblems({ channel, trackingNumber, officeCode }),
    ...timeProblems(input, by)
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return {
    channel,
    ...(channel === 'post' ? { trackingNumber } : {}),
    ...(channel === 'pishkhan' ? { officeCode } : {}),
    ...(input.arrivedAt === undefined ? {} : timesOf(input, input.arrivedAt, by))
  }
}

function proofProblems(given: {
  channel: Arrival['channel']
  trackingNumber: string
  officeCode: string
}): FieldProblem[] {
  if (given.channel === 'post' && !/^[A-Z0-9]{8,24}$/.test(given.trackingNumber)) {
    return [problem('/trackingNumber', 'intake/tracking-number', texts.trackingNumberRequired)]
  }
  if (given.channel === 'pishkhan' && !/^[0-9]{4,12}$/.test(given.officeCode)) {
    return [problem('/officeCode', 'intake/office-code', texts.officeCodeRequired)]
  }
  return []
}

function timeProblems(
  { channel, arrivedAt, lateReason }: Omit<ArrivalInput, 'channel'> & Pick<Arrival, 'channel'>,
  { now, filedAt }: RegisteredBy
): FieldProblem[] {
  if (arrivedAt === undefined) return []
  const before = (hours: number) => isBefore(arrivedAt, now.subtract({ hours }))
  if (channel === 'site') {
    return [problem('/arrivedAt', 'intake/arrived-by-site', texts.arrivedBySite)]
  }
  if (isBefore(now, arrivedAt)) {
    return [problem('/arrivedAt', 'intake/arrived-later', texts.arrivedLater)]
  }
  if (filedAt !== undefined && isBefore(arrivedAt, filedAt.subtract({ seconds: minuteSeconds }))) {
    const text = beforeFiling(filedAt)
    return [problem('/arrivedAt', 'intake/arrived-before-filing', text)]
  }
  if (before(hoursMax)) {
    return [problem('/arrivedAt', 'intake/arrived-long-ago', texts.arrivedLongAgo)]
  }
  if (before(reasonAfterHours) && (lateReason ?? '').trim() === '') {
    return [problem('/lateReason', 'intake/late-reason', texts.lateReasonRequired)]
  }
  return []
}

function timesOf(
  { lateReason }: Pick<ArrivalInput, 'lateReason'>,
  arrivedAt: Temporal.Instant,
  { actor, now, filedAt }: RegisteredBy
): Pick<Arrival, 'arrivedAt' | 'lateReason'> {
  const note = noteOf(lateReason, { pointer: '/lateReason', actor, at: now })
  // The database keeps microseconds, and what is kept twice must be equal.
  const kept = arrivedAt.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
  return {
    arrivedAt: filedAt === undefined ? kept : later(kept, filedAt),
    ...(note === null ? {} : { lateReason: note })
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

const zone = 'Asia/Tehran'

function beforeFiling(filedAt: Temporal.Instant): Bilingual {
  return {
    fa: texts.arrivedBeforeFiling.fa(formatJalaliDateTime(filedAt, 'fa', zone)),
    en: texts.arrivedBeforeFiling.en(formatJalaliDateTime(filedAt, 'en', zone))
  }
}

/** Any digits and spacing that people copy from a label. */
export function bare(text: string | undefined): string {
  return toLatinDigits((text ?? '').slice(0, 60))
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '')
}
