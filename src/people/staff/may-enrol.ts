import { type Db, Refusal, withScope } from '../../platform/index.ts'
import { grantsFrom } from '../grant-store.ts'
import { type Actor, holds } from '../role.ts'

/** A code for somebody with roles would be a way to those roles. */
export class EnrolmentOfStaffError extends Refusal {
  readonly code = 'registry/staff'
  override readonly status = 403
  constructor() {
    super({
      fa: 'این شخص در دستگاهی نقش دارد؛ کد ثبت‌نام او را مدیر همان دستگاه می‌دهد.',
      en: 'This person has a role at an authority; their enrolment code is given by its administrator.'
    })
  }
}

/** Whether somebody may give a person a code: it is a way to every role that the person has or will have. */
export function mayEnrol(
  db: Db,
  actor: Actor,
  asked: { readonly person: string; readonly at: Temporal.Instant }
): Promise<boolean> {
  // Roles at other bodies forbid it: they must be seen to be minded.
  return withScope('system', () => mayWithin(db, actor, asked))
}

async function mayWithin(
  db: Db,
  actor: Actor,
  { person, at }: { readonly person: string; readonly at: Temporal.Instant }
): Promise<boolean> {
  if (person === actor.person) return false
  const isOperator = actor.grants.some(({ role }) => role === 'operator')
  return (await grantsFrom(db, person, at)).every(({ authority }) =>
    authority === '*' ? isOperator : holds(actor, { authority, role: 'authority-admin' })
  )
}

/**
 * Refuses a code for whoever has a role that its giver does not administer, and for the giver.
 * @throws {EnrolmentOfStaffError}
 */
export async function demandMayEnrol(
  db: Db,
  actor: Actor,
  whom: { readonly person: string; readonly at: Temporal.Instant }
): Promise<void> {
  if (!(await mayEnrol(db, actor, whom))) throw new EnrolmentOfStaffError()
}
