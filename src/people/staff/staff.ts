import type { Bilingual } from '../../platform/index.ts'
import type { Role } from '../role.ts'

/** A role that somebody has at an authority, as its administrator sees it. */
export interface StaffGrant {
  readonly id: string
  /** Person id. */
  readonly person: string
  readonly name: Bilingual
  readonly role: Role
  /** `null`: in all units. */
  readonly unit: string | null
  readonly post: string | null
  readonly from: Temporal.Instant
  /** From then on it is gone; `null` while nobody set an end. */
  readonly until: Temporal.Instant | null
}

/** Who holds or held a post. Days are those of the authority; `to` is the last one, included. */
export interface StaffHolding {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly name: Bilingual
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  /** In the place of the holder, for a while. */
  readonly standsIn: boolean
  /** The role that came with the post. */
  readonly grant: string | null
}

/** Roles that the administrator of an authority gives; those of the shared platform are the operator's. */
export const rolesOfStaff = [
  'clerk',
  'officer',
  'approver',
  'it-manager',
  'committee-member',
  'arbiter',
  'inspector',
  'signatory',
  'auditor',
  'authority-admin'
] as const satisfies readonly Role[]

/** Roles that come with a post. */
export const rolesOfPosts = ['approver', 'officer', 'it-manager', 'signatory', 'arbiter'] as const

/** How far back a first day may lie: decrees come later than the day they name. */
export const lateDaysMax = 30

/** How far ahead a first day may lie. */
export const aheadDaysMax = 366

/** How long a code for the first passkey of somebody new works. */
export const enrolmentHours = 72

/** Whether a day is before another. */
export function isEarlier(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0
}
