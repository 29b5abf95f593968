import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import type { ReopeningReason } from './case.ts'
import { type Changed, changeCase } from './change-case.ts'
import { demandStage } from './demand-stage.ts'
import { noteOf } from './note.ts'
import { NotTheApproverError } from './refusals.ts'

export interface ReopenCaseInput {
  readonly case: string
  /** `resume` goes on with what was left of the time; `restart` gives the whole of it again. */
  readonly policy: 'resume' | 'restart'
  readonly reason: ReopeningReason
  readonly note?: string | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Opens a decided case again, for a coded reason. Only who could decide it may undo that (SK-5.5d). What
 * its applicant withdrew stays ended: a new application says what the applicant wants now.
 * @throws {NotTheApproverError}
 * @throws {WrongStageError} If it was not decided.
 */
export async function reopenCase(
  context: Context,
  actor: Actor,
  input: ReopenCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['approver', 'officer', 'reader']
  })
  if (!file.access.approver) throw new NotTheApproverError()
  demandStage(file.history, ['decided'])
  const note = noteOf(input.note, { pointer: '/note', actor, at: context.clock.now() })
  const { policy, reason, expectedVersion } = input
  const body = { policy, reason, ...(note === null ? {} : { note: note.id }) }
  return changeCase(context, actor, {
    file,
    change: {
      facts: [{ kind: 'case.reopened', body }],
      notes: note === null ? [] : [note],
      expectedVersion
    }
  })
}
