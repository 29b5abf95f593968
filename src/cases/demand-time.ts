import type { FactKind } from '../ledger/index.ts'
import { InvalidInputError } from '../platform/index.ts'
import type { CaseFile } from './case-file.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

/** Facts about a case that are no step of its course: what came before them can be written down after. */
const besideTheCourse: readonly FactKind[] = [
  'case.viewed',
  'access.allowed',
  'access.refused',
  'case.breached',
  'case.breach-retracted',
  'case.deadline-extended'
]

/**
 * The instant of something that is written down after it happened: not before the last thing that
 * happened to the case, and not in the future. Both times are kept: when it was, and when it was known.
 * @throws {InvalidInputError} At `/at`.
 */
export function demandTime(
  file: CaseFile,
  at: Temporal.Instant | undefined,
  now: Temporal.Instant
): Temporal.Instant | undefined {
  if (at === undefined) return undefined
  const last = file.facts.filter(({ kind }) => !besideTheCourse.includes(kind)).at(-1)
  const early = last !== undefined && Temporal.Instant.compare(at, last.at) < 0
  if (!early && Temporal.Instant.compare(at, now) <= 0) return at
  const { timeOutOfRange } = refusalMessages.entries
  throw new InvalidInputError([problem('/at', 'case/time-out-of-range', timeOutOfRange)])
}
