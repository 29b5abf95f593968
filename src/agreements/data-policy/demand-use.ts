import {
  type DataType,
  type PolicyAction,
  type Relation,
  type UseDecision,
  type UseReason,
  decideUse
} from '../../kernel/policy/index.ts'
import { type Actor, access } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { policyRow } from './policy-table.ts'
import { UseRefusedError } from './refusals.ts'

/** A use that somebody is about to make of what is somebody's. */
export interface DemandedUse {
  readonly actor: Actor
  /** The body that received the object, or sent it. */
  readonly authority: string
  readonly dataType: DataType
  readonly action: PolicyAction
  readonly object: { readonly kind: access.ObjectKind; readonly id: string }
  /** Person id; the authority, for lists of many. */
  readonly owner: string
  /** What the actor is to the object. */
  readonly relation: Relation
  /** In which role; the first one that the actor has in the authority where absent. */
  readonly role?: string | undefined
  /** The case that the object belongs to. */
  readonly case?: string | undefined
  /** With `share`: the body that it goes to, or `applicant`, and the unit. */
  readonly to?: { readonly authority: string; readonly unit?: string } | undefined
  /** With `export`: more than one object at once. */
  readonly many?: boolean | undefined
  /**
   * `refused`: what is allowed is recorded by another fact, or is nobody's look. `each`: an act that is
   * never the same as another. All, but for looks repeated at once, where absent.
   */
  readonly record?: 'refused' | 'each' | undefined
  /** What the fact is about; the object where absent. */
  readonly subject?: string | undefined
  /** Id of a note that says why. */
  readonly reason?: string | undefined
}

/**
 * Demands a use of an object by the policy of its kind of data: decides by the row in force, and records
 * it for the person concerned. A look again within a quarter of an hour costs no statement.
 * @throws {UseRefusedError} If the row does not permit it; recorded.
 */
export async function demandUse(context: Context, use: DemandedUse): Promise<void> {
  const { decision, agreementVersion } = await judge(context, use)
  const told = { ...accessOf(use, decision), agreementVersion }
  const isQuiet = decision.allowed && use.record === 'refused'
  if (decision.allowed && use.record === 'each') {
    await access.record(context, told, context.clock.now())
  } else if (!isQuiet) await access.recordAccess(context, told)
  if (!decision.allowed) throw new UseRefusedError(decision.because)
}

/**
 * Records that somebody was refused, by a rule that came before the policy: the answer to them may have
 * to hide that there is such a thing at all. Does not throw.
 * @param rule - That rule, where it is not that the actor has nothing to do with the matter.
 */
export async function recordRefusal(
  context: Context,
  use: DemandedUse,
  rule?: UseReason
): Promise<void> {
  const { decision, agreementVersion } = await judge(context, use)
  const because = rule ?? (decision.allowed ? 'not-assigned' : decision.because)
  await access.recordAccess(context, {
    ...accessOf(use, { allowed: false, because }),
    agreementVersion
  })
}

async function judge(
  context: Context,
  use: DemandedUse
): Promise<{ decision: UseDecision; agreementVersion: string | null }> {
  const { authority, dataType, action, relation, many, to } = use
  const standing = await policyRow(context.db, authority, { dataType, at: context.clock.now() })
  if (standing === null) throw new Error(`no policy for ${dataType}`)
  const decision = decideUse({
    row: standing.row,
    action,
    reader: { relation },
    object: { authority, many, to: to?.authority }
  })
  const { source } = standing
  return { decision, agreementVersion: source?.inForce === true ? source.ref : null }
}

function accessOf(use: DemandedUse, decision: UseDecision): access.Access {
  const { actor, authority, dataType, action, object, owner, to } = use
  return {
    ...decision,
    ...{ authority, owner, object, dataType, action },
    by: actor.id,
    role: use.role ?? roleOf(use),
    case: use.case,
    to: to?.unit ?? to?.authority,
    subject: use.subject,
    reason: use.reason
  }
}

/** In which role somebody acts: what they are to the object, else their first role in the body. */
function roleOf({ actor, authority, relation }: DemandedUse): string {
  if (relation === 'owner' || relation === 'delegate') return relation
  if (actor.kind === 'system') return 'system'
  const grant =
    actor.grants.find((each) => each.authority === authority) ??
    actor.grants.find((each) => each.authority === '*') ??
    actor.grants[0]
  return grant?.role ?? 'applicant'
}
