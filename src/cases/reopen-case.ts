import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import type { ReopeningReason } from './case.ts'
import { type Changed, changeCase } from './change-case.ts'
import { demandStage } from './demand-stage.ts'
import { noteOf } from './note.ts'

export interface ReopenCaseInput {
  readonly case: string
  /** `resume` goes on with what was left of the time; `restart` gives the whole of it again. */
  readonly policy: 'resume' | 'restart'
  readonly reason: ReopeningReason
  readonly note?: string | undefined
  readonly expectedVersion?: number | undefined
}

/** Opens an ended case again, for a coded reason. */
export async function reopenCase(
  context: Context,
  actor: Actor,
  input: ReopenCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['officer', 'approver']
  })
  demandStage(file.history, ['decided', 'withdrawn'])
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
