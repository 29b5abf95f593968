import type { CaseHistory, Stage } from './case.ts'
import { CaseAlreadyDecidedError, WrongStageError } from './refusals.ts'

/** Stages in which the body has the case in its hands. */
export const atTheBody: readonly Stage[] = ['received', 'in-progress']

/** Stages of a case that has not ended. */
export const open: readonly Stage[] = [...atTheBody, 'awaiting-documents', 'returned']

/**
 * @param act - What was to be done: whoever was deciding is told that it was not recorded.
 * @throws {CaseAlreadyDecidedError} If the case was decided and may not be.
 * @throws {WrongStageError} If it is in any other stage but these.
 */
export function demandStage(
  history: CaseHistory,
  stages: readonly Stage[],
  act: 'decision' | 'other' = 'other'
): void {
  if (stages.includes(history.stage)) return
  if (history.stage === 'decided') throw new CaseAlreadyDecidedError(act)
  throw new WrongStageError()
}
