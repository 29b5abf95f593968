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
  readonly reopen: boolean
}

type Right = 'owner' | 'officer' | 'clerk' | 'approver'

const rules: Readonly<
  Record<keyof CasePermissions, { in: readonly Stage[]; by: readonly Right[] }>
> = {
  addDocument: { in: open, by: ['owner', 'clerk', 'officer'] },
  return: { in: open.filter((stage) => stage !== 'returned'), by: ['officer', 'approver'] },
  resubmit: { in: ['returned'], by: ['owner', 'clerk'] },
  enterStep: { in: atTheBody, by: ['officer', 'approver'] },
  assign: { in: open, by: ['officer', 'approver'] },
  recordVisit: { in: open, by: ['clerk', 'officer'] },
  decide: { in: [...atTheBody, 'returned'], by: ['approver'] },
  withdraw: { in: open, by: ['owner'] },
  reopen: { in: ['decided'], by: ['approver'] }
}

/** What the actor may do with the case at its present stage. */
export function permissionsOf({
  history,
  access
}: Pick<CaseFile, 'history'> & { access: Access }): CasePermissions {
  const allowed = Object.entries(rules).map(([act, rule]) => [
    act,
    rule.in.includes(history.stage) && rule.by.some((right) => access[right])
  ])
  return Object.fromEntries(allowed) as CasePermissions
}
