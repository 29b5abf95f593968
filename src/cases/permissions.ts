import type { delegation } from '../people/index.ts'
import type { Access } from './case-access.ts'
import type { CaseFile } from './case-file.ts'
import type { Stage } from './case.ts'
import { atTheBody, open } from './demand-stage.ts'

/** What a page may offer to its reader; each use case judges again by itself. */
export interface CasePermissions {
  readonly addDocument: boolean
  readonly return: boolean
  readonly resubmit: boolean
  readonly enterStep: boolean
  readonly assign: boolean
  readonly recordVisit: boolean
  readonly decide: boolean
  readonly withdraw: boolean
  /** With the applicant's consent, at a counter. */
  readonly withdrawAtCounter: boolean
  readonly reopen: boolean
}

type Right = 'officer' | 'clerk' | 'approver'

interface Rule {
  readonly in: readonly Stage[]
  readonly by: readonly Right[]
  /** What the applicant does, or a delegate who was given any one of these. */
  readonly acts?: readonly delegation.DelegatedAct[]
}

const rules: Readonly<Record<keyof CasePermissions, Rule>> = {
  addDocument: { in: open, by: ['clerk', 'officer'], acts: ['answer', 'apply'] },
  return: { in: open.filter((stage) => stage !== 'returned'), by: ['officer', 'approver'] },
  resubmit: { in: ['returned'], by: ['clerk'], acts: ['answer'] },
  enterStep: { in: atTheBody, by: ['officer', 'approver'] },
  assign: { in: open, by: ['officer', 'approver'] },
  recordVisit: { in: open, by: ['clerk', 'officer'] },
  decide: { in: [...atTheBody, 'returned'], by: ['approver'] },
  withdraw: { in: open, by: [], acts: ['withdraw'] },
  withdrawAtCounter: { in: open, by: ['clerk'] },
  reopen: { in: ['decided'], by: ['approver'] }
}

/** What the actor may do with the case at its present stage. */
export function permissionsOf({
  history,
  access
}: Pick<CaseFile, 'history'> & { access: Access }): CasePermissions {
  const allowed = Object.entries(rules).map(([act, rule]) => [
    act,
    rule.in.includes(history.stage) && mayBy(rule, access)
  ])
  return Object.fromEntries(allowed) as CasePermissions
}

function mayBy({ by, acts = [] }: Rule, access: Access): boolean {
  return by.some((right) => access[right]) || acts.some((act) => access.acts.includes(act))
}
