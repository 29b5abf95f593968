import { InvalidInputError } from '../../platform/errors.ts'
import { reportFormMessages } from './messages-form.ts'
import { problem, textProblems, trimmed } from './read-report-form.ts'
import type { Choice, ReportInput, ReportKind } from './report.ts'

/** What a program reports. */
export interface GivenReport {
  readonly kind: ReportKind
  readonly choice: Choice
  readonly words: string
  readonly place?: string | undefined
  readonly contact?: string | undefined
  /** RFC 3339. */
  readonly noticedAt?: string | undefined
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined
  readonly mediaUrl?: string | undefined
  readonly now: Temporal.Instant
}

const noticedDaysMax = 366

/**
 * Checks what a program reports, by the rules of the form.
 * @throws {InvalidInputError}
 */
export function reportInputOf(given: GivenReport): ReportInput {
  const { kind, choice, words, place, contact, now } = given
  const noticedAt = given.noticedAt === undefined ? null : Temporal.Instant.from(given.noticedAt)
  const problems = [
    ...textProblems('words', words),
    ...textProblems('place', place),
    ...textProblems('contact', contact),
    ...noticedProblems(noticedAt, now)
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return {
    ...{ kind, choice, noticedAt, photo: null },
    words: trimmed(words) ?? '',
    place: trimmed(place),
    contact: trimmed(contact),
    point: given.point ?? null,
    mediaUrl: given.mediaUrl ?? null
  }
}

/** A report of the future, or of years ago, is a slip. */
function noticedProblems(at: Temporal.Instant | null, now: Temporal.Instant) {
  if (at === null) return []
  const { inFuture, tooLongAgo } = reportFormMessages.entries
  const hours = now.since(at).total('hours')
  if (hours < -5 / 60) return [problem('noticedAt', 'report/noticed', inFuture)]
  return hours > noticedDaysMax * 24 ? [problem('noticedAt', 'report/noticed', tooLongAgo)] : []
}
