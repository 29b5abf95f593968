import type { DataType, PolicyAction, UseReason } from '../../kernel/policy/index.ts'

/** What can be looked at. */
export type ObjectKind =
  'case' | 'document' | 'draft' | 'upload' | 'queue' | 'letter' | 'failure-report' | 'person'

/** That somebody used, or tried to use, what is somebody's. */
export interface Access {
  readonly allowed: boolean
  readonly authority: string
  /** The person whose it is; the authority, for lists of many. */
  readonly owner: string
  /** Id of the actor. */
  readonly by: string
  /** In which role: of `role.ts`, or `owner`, `delegate`, `system`. */
  readonly role: string
  readonly object: { readonly kind: ObjectKind; readonly id: string }
  readonly dataType: DataType
  readonly action: PolicyAction
  readonly because: UseReason
  /** The case that the object belongs to. */
  readonly case?: string | undefined
  /** With `share`: the unit that it was handed to. */
  readonly to?: string | undefined
  readonly agreementVersion?: string | null | undefined
  /** What the fact is about; the object where absent. */
  readonly subject?: string | undefined
  /** Id of a note that says why. */
  readonly reason?: string | undefined
}

/** Somebody who works on a thing opens it again and again: one look in this time is one look. */
export const sameLookSeconds = 900
