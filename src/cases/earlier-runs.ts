import type { CaseHistory, CaseReopening } from './case.ts'

/** A run of a promise clock that had ended before another began with the whole time again. */
export interface EarlierRun {
  readonly startedAt: Temporal.Instant
  /** What ended the run, and what began the next one. */
  readonly reopening: CaseReopening
  /** The case as it stood at the end of the run: its clock, read at that end, is the run's own. */
  readonly history: CaseHistory
}

/**
 * The runs of the promise clock before its present one, the oldest first. A reopening that resumes goes
 * on with the same run; one of a case that had ended before its documents were complete ended no run.
 */
export function earlierRuns(history: CaseHistory): EarlierRun[] {
  const { completeAt, reopenings } = history
  if (completeAt === null) return []
  const runs: EarlierRun[] = []
  for (const [i, reopening] of reopenings.entries()) {
    const isRun = Temporal.Instant.compare(reopening.solvedAt, completeAt) >= 0
    if (reopening.policy !== 'restart' || !isRun) continue
    const startedAt = runs.at(-1)?.reopening.at ?? completeAt
    runs.push({ startedAt, reopening, history: historyAtEnd(history, i) })
  }
  return runs
}

/** When the present run of the promise clock began; `null` before the documents are complete. */
export function runStart(history: CaseHistory): Temporal.Instant | null {
  return earlierRuns(history).at(-1)?.reopening.at ?? history.completeAt
}

/** The history without what came after the end that a reopening undid. */
function historyAtEnd(history: CaseHistory, index: number): CaseHistory {
  const { at: _, solvedAt, undone } = history.reopenings[index] as CaseReopening
  return {
    ...history,
    stage: undone === null ? 'withdrawn' : 'decided',
    decision: undone,
    delivered: undone === null ? null : { at: solvedAt, channel: 'site' },
    withdrawnAt: undone === null ? solvedAt : null,
    reopenings: history.reopenings.slice(0, index),
    extensions: history.extensions.filter(({ at }) => Temporal.Instant.compare(at, solvedAt) < 0),
    returns: history.returns.filter(({ at }) => Temporal.Instant.compare(at, solvedAt) < 0)
  }
}
