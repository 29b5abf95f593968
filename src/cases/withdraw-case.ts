import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { type Changed, changeCase } from './change-case.ts'
import { demandStage, open } from './demand-stage.ts'
import { noteOf } from './note.ts'

export interface WithdrawCaseInput {
  readonly case: string
  /** Nobody has to say why. */
  readonly reason?: string | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Ends a case because its applicant, or whoever acts for its applicant, does not want it any more. Nobody
 * else can say that: a case that was withdrawn counts for no promise.
 */
export async function withdrawCase(
  context: Context,
  actor: Actor,
  input: WithdrawCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner'],
    acts: ['withdraw']
  })
  demandStage(file.history, open)
  const note = noteOf(input.reason, { pointer: '/reason', actor, at: context.clock.now() })
  return changeCase(context, actor, {
    file,
    change: {
      facts: [{ kind: 'case.withdrawn', body: note === null ? {} : { reason: note.id } }],
      notes: note === null ? [] : [note],
      expectedVersion: input.expectedVersion
    }
  })
}
