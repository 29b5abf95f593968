import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import {
  type AtCounter,
  consentBody,
  consentTo,
  isAtCounter,
  useCaseConsent
} from './case-consent.ts'
import { openCase } from './case-file.ts'
import { type Changed, changeCase, demandVersion } from './change-case.ts'
import { demandStage, open } from './demand-stage.ts'
import { noteOf } from './note.ts'

export interface WithdrawCaseInput extends AtCounter {
  readonly case: string
  /** Nobody has to say why. */
  readonly reason?: string | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Ends a case because its applicant, or whoever acts for its applicant, does not want it any more. Nobody
 * else can say that: a case that was withdrawn counts for no promise. A clerk at a counter does it with
 * the applicant's consent to this very act, and not otherwise.
 * @throws {InvalidInputError} At `/consentCode`, `/officeCode`, of a counter.
 */
export async function withdrawCase(
  context: Context,
  actor: Actor,
  input: WithdrawCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: isAtCounter(input) ? ['owner', 'clerk'] : ['owner'],
    acts: ['withdraw']
  })
  demandStage(file.history, open)
  demandVersion(file, input.expectedVersion)
  const note = noteOf(input.reason, { pointer: '/reason', actor, at: context.clock.now() })
  const given = await consentTo(context, actor, { file, input, act: 'withdraw' })
  const { applicant } = file.record
  return changeCase(context, actor, {
    file,
    change: {
      facts: [
        {
          kind: 'case.withdrawn',
          body: { ...(note === null ? {} : { reason: note.id }), ...consentBody(given) }
        }
      ],
      notes: note === null ? [] : [note],
      expectedVersion: input.expectedVersion,
      within: async (tx) => {
        if (given !== null) await useCaseConsent(context, tx, { given, applicant })
      }
    }
  })
}
