import { type Actor, actorOfPerson, holds } from '../people/index.ts'
import { type Context, InvalidInputError, Refusal } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { changeCase } from './change-case.ts'
import { demandStage, open } from './demand-stage.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

export interface AssignCaseInput {
  readonly cases: readonly string[]
  /** Person id; `null` gives them back to the unit. */
  readonly to: string | null
}

/** What became of a bulk assignment. */
export interface Assignment {
  readonly assigned: readonly string[]
  /** Cases that have ended, are not this unit's, or were changed by somebody else at this moment. */
  readonly skipped: readonly { readonly case: string; readonly code: string }[]
}

const casesMax = 200

/**
 * Gives cases to an officer of the unit. Each case is one change of its own: one that cannot be
 * assigned is named, and keeps no other back.
 * @throws {InvalidInputError} At `/cases`: more than 200, or none; at `/to`: not an officer there.
 */
export async function assignCase(
  context: Context,
  actor: Actor,
  input: AssignCaseInput
): Promise<Assignment> {
  const cases = [...new Set(input.cases)]
  if (cases.length === 0 || cases.length > casesMax) throw refused('/cases')
  const to =
    input.to === null ? null : await actorOfPerson(context.db, input.to, context.clock.now())
  if (input.to !== null && to === null) throw refused('/to')
  const assigned: string[] = []
  const skipped: { case: string; code: string }[] = []
  for (const id of cases) {
    try {
      await assignOne(context, actor, { case: id, to })
      assigned.push(id)
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof InvalidInputError) throw error
      skipped.push({ case: id, code: error.code })
    }
  }
  return { assigned, skipped }
}

async function assignOne(
  context: Context,
  actor: Actor,
  { case: id, to }: { case: string; to: Actor | null }
): Promise<void> {
  const file = await openCase(context, actor, { case: id, rights: ['officer', 'approver'] })
  demandStage(file.history, open)
  if (file.history.assignedTo === (to?.id ?? null)) return
  const { authority, unit } = file.record
  if (to !== null && !holds(to, { authority, role: 'officer', unit })) throw refused('/to')
  await changeCase(context, actor, {
    file,
    change: { facts: [{ kind: 'case.assigned', body: { to: to?.id ?? null } }] }
  })
}

function refused(pointer: string): InvalidInputError {
  const { casesToAssign, notAnOfficer } = refusalMessages.entries
  const text = pointer === '/cases' ? casesToAssign : notAnOfficer
  return new InvalidInputError([problem(pointer, 'case/assignment', text)])
}
