import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { nextStep } from './case-rules.ts'
import { type Changed, changeCase, demandVersion } from './change-case.ts'
import { atTheBody, demandStage } from './demand-stage.ts'
import { noteOf } from './note.ts'
import { StepEnteredError, StepOutOfOrderError, StepUnknownError } from './refusals.ts'

export interface EnterStepInput {
  readonly case: string
  /** Code of a step of the card. */
  readonly step: string
  /** Why it is entered when it is not its turn. */
  readonly reason?: string | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Takes a case into a step of the published process, and with it to the step's unit. A step whose turn
 * it is not needs a reason, and stands as a nonconformity (PI-4.1.3).
 * @throws {StepUnknownError} If the card has no such step.
 * @throws {StepEnteredError} If the case is in it already.
 * @throws {CaseChangedError} If the case is not what the actor saw.
 * @throws {StepOutOfOrderError} If it is not its turn and no reason is given.
 */
export async function enterStep(
  context: Context,
  actor: Actor,
  input: EnterStepInput
): Promise<Changed & { inOrder: boolean }> {
  const file = await openCase(context, actor, { case: input.case, rights: ['officer', 'approver'] })
  demandStage(file.history, atTheBody)
  const { step } = input
  if (!file.card.steps.some(({ code }) => code === step)) throw new StepUnknownError()
  const from = file.history.step
  if (from === step) throw new StepEnteredError()
  demandVersion(file, input.expectedVersion)
  const inOrder = nextStep(file.card, from) === step
  const note = inOrder
    ? null
    : noteOf(input.reason, { pointer: '/reason', actor, at: context.clock.now() })
  if (!inOrder && note === null) throw new StepOutOfOrderError('/reason')
  const body = { step, from, inOrder, ...(note === null ? {} : { reason: note.id }) }
  const changed = await changeCase(context, actor, {
    file,
    change: {
      facts: [{ kind: 'case.step-entered', body }],
      notes: note === null ? [] : [note],
      expectedVersion: input.expectedVersion
    }
  })
  return { ...changed, inOrder }
}
