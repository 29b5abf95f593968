import { CalendarGapError, readProgress } from '../kernel/worktime/index.ts'
import { type CaseClock, type ClockQuestion, readCaseClock, runOf } from './case-clock.ts'
import type { CaseHistory } from './case.ts'

/**
 * How far the promise of a case is, in the unit that it was made in: hours, calendar days, or working
 * days. A citizen who was promised ten working days is never told of seconds.
 */
export interface CaseProgress {
  readonly whole: number
  /** More than `whole` once it is overrun. */
  readonly used: number
  readonly remaining: number
  /** The share of each stretch of the clock's explanation, in its order. */
  readonly stretches: readonly number[]
}

/** The progress of a promise; `null` before the start, and where the calendar ends too early. */
export function readCaseProgress(
  history: CaseHistory,
  question: ClockQuestion
): CaseProgress | null {
  const run = history.completeAt && runOf(history, history.completeAt, question)
  if (run === null) return null
  try {
    const { whole, used, remaining, segments } = readProgress(run)
    // A civil day has the length that the clocks of its zone give it: the promise as a whole is its amount.
    const inUnit = (measured: number) => (measured * question.promise.amount) / whole
    return {
      whole: question.promise.amount,
      used: inUnit(used),
      remaining: inUnit(remaining),
      stretches: segments.map(inUnit)
    }
  } catch (error) {
    if (error instanceof CalendarGapError) return null
    throw error
  }
}

/** A clock as pages show it, with how far the promise is; both of one instant. */
export type ShownClock = CaseClock & { readonly progress: CaseProgress | null }

/** Reads both of one case. */
export function readShownClock(history: CaseHistory, question: ClockQuestion): ShownClock {
  return {
    ...readCaseClock(history, question),
    progress: readCaseProgress(history, question)
  }
}
