import { type Actor, actorOfPerson, holds } from '../people/index.ts'
import { type Context, InvalidInputError, Refusal, isId } from '../platform/index.ts'
import { type CaseFile, clockNow, openCase } from './case-file.ts'
import { type Changed, changeCase } from './change-case.ts'
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
  const assigned: string[] = []
  const skipped: { case: string; code: string }[] = []
  for (const id of cases) {
    try {
      await giveCase(context, actor, { case: id, to: input.to })
      assigned.push(id)
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof InvalidInputError) throw error
      skipped.push({ case: id, code: error.code })
    }
  }
  return { assigned, skipped }
}

/**
 * Gives one case to an officer of its unit, or back to the unit.
 * @throws {CaseNotFoundError} If there is none for this actor.
 * @throws {NotAllowedError} If the actor may see it, and is not of the unit that has it.
 * @throws {InvalidInputError} At `/to`: not an officer there.
 */
export async function giveCase(
  context: Context,
  actor: Actor,
  { case: id, to: person }: { readonly case: string; readonly to: string | null }
): Promise<Changed> {
  const file = await openCase(context, actor, { case: id, rights: ['officer', 'approver'] })
  demandStage(file.history, open)
  const to = person === null ? null : await officerNamed(context, person)
  if (file.history.assignedTo === (to?.id ?? null)) return unchanged(context, file)
  const { authority, unit } = file.record
  if (to !== null && !holds(to, { authority, role: 'officer', unit })) throw refused('/to')
  return changeCase(context, actor, {
    file,
    change: { facts: [{ kind: 'case.assigned', body: { to: to?.id ?? null } }] }
  })
}

async function officerNamed(context: Context, person: string): Promise<Actor> {
  const found = isId(person) ? await actorOfPerson(context.db, person, context.clock.now()) : null
  if (found === null) throw refused('/to')
  return found
}

function unchanged(context: Context, file: CaseFile): Changed {
  const { id, version, stage } = file.record
  return { case: id, version, stage, dueAt: clockNow(file, context.clock.now()).dueAt }
}

function refused(pointer: string): InvalidInputError {
  const { casesToAssign, notAnOfficer } = refusalMessages.entries
  const text = pointer === '/cases' ? casesToAssign : notAnOfficer
  return new InvalidInputError([problem(pointer, 'case/assignment', text)])
}
