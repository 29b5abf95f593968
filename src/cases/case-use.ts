import { dataPolicy } from '../agreements/index.ts'
import type { PolicyAction, Relation, UseReason } from '../kernel/policy/index.ts'
import type { Actor, Role } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import type { CaseRecord } from './case-record.ts'
import { formsDocuments } from './data-types.ts'

/** What an actor is to what is in a case, in the words of the data policy. */
export function relationTo(
  actor: Actor,
  record: Pick<CaseRecord, 'applicant' | 'authority'>,
  access: Access | null
): Relation {
  if (actor.person === record.applicant) return 'owner'
  if (access?.owner === true) return 'delegate'
  const isStaff = access !== null && (access.officer || access.approver || access.clerk)
  if (isStaff) return 'assigned'
  if (access !== null && access.reader !== null) {
    return isOverseer(access.reader) ? 'oversight' : 'assigned'
  }
  const isColleague = actor.grants.some(({ authority }) => authority === record.authority)
  return isColleague ? 'colleague' : 'outside'
}

/** Roles that read for a whole body and work on nothing. */
export function isOverseer(role: Role): boolean {
  return role === 'inspector' || role === 'auditor'
}

/** A use of a case, or of a document in it. */
export interface CaseUse {
  readonly record: Pick<CaseRecord, 'id' | 'applicant' | 'authority'>
  readonly access: Access | null
  /** `read` where absent. */
  readonly action?: PolicyAction
  /** Id of the document; the case itself where absent. */
  readonly document?: string | undefined
  /** What the actor is to it, where it does not follow from the access. */
  readonly relation?: Relation
  /** Why it was refused, where neither the relation nor the policy says it. */
  readonly because?: UseReason | undefined
  /** What is allowed is told by another fact, or is no look. */
  readonly quiet?: boolean
}

/**
 * Demands a use of what an applicant gave, by the policy of the body that received it.
 * @throws {UseRefusedError}
 */
export function demandCaseUse(context: Context, actor: Actor, use: CaseUse): Promise<void> {
  return dataPolicy.demandUse(context, {
    ...useOf(actor, use),
    ...(use.quiet === true && { record: 'refused' as const })
  })
}

/** Records that somebody tried to reach a case, or a document of it, and was refused. */
export async function recordCaseRefusal(
  context: Context,
  actor: Actor,
  use: CaseUse
): Promise<void> {
  // Nobody has to be told that they were refused what is their own.
  if (actor.person === use.record.applicant) return
  await dataPolicy.recordRefusal(context, useOf(actor, use), use.because)
}

function useOf(actor: Actor, use: CaseUse): dataPolicy.DemandedUse {
  const { record, access, document, action = 'read' } = use
  const relation = use.relation ?? relationTo(actor, record, access)
  return {
    actor,
    ...{ action, relation },
    authority: record.authority,
    dataType: formsDocuments,
    object:
      document === undefined ? { kind: 'case', id: record.id } : { kind: 'document', id: document },
    owner: record.applicant,
    case: record.id,
    role: ownRelations.includes(relation) ? undefined : (access?.reader ?? undefined)
  }
}

// Whoever works at the body looks into a matter of their own as its applicant.
const ownRelations: readonly Relation[] = ['owner', 'delegate']
