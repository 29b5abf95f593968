import type { Actor } from '../../people/index.ts'
import type { Context, Tx } from '../../platform/index.ts'
import { openCase } from '../case-file.ts'
import type { Stage } from '../case.ts'
import { type Changed, changeCase } from '../change-case.ts'
import { demandStage } from '../demand-stage.ts'
import { WrongStageError } from '../refusals.ts'
import { demandJudgement } from './demand-judgement.ts'

const judged: readonly Stage[] = ['awaiting-documents', 'received', 'in-progress']

/**
 * Keeps the unit's word that it opened a sealed application and found it right; the applicant reads it. What is
 * to be corrected is said with the return (`returnCase`).
 * @throws {Refusal} As {@link demandJudgement}, where the unit did not sign this of these files.
 */
export async function acceptSealed(
  context: Context,
  actor: Actor,
  input: {
    readonly case: string
    readonly note: string | undefined
    /** `schemaHash` of the form by which it was judged; a program says it. */
    readonly schema?: string | undefined
    readonly expectedVersion?: number | undefined
  }
): Promise<Changed> {
  const file = await openCase(context, actor, { case: input.case, rights: ['officer', 'approver'] })
  demandStage(file.history, judged)
  const { note, schema, expectedVersion } = input
  const given = { verdict: 'accepted' as const, defects: [], note, schema }
  const held = await demandJudgement(context, actor, { file, given })
  if (held === null) throw new WrongStageError()
  const change = { facts: [held.fact], expectedVersion, within: (tx: Tx) => held.insert(tx) }
  return changeCase(context, actor, { file, change })
}
