import { sql } from 'kysely'
import { type Tx, bucketOf } from '../../platform/index.ts'
import type { Delegation, FrozenSide } from './delegation.ts'

const columns = { grantor: sql`grantor_frozen_at`, delegate: sql`delegate_frozen_at` } as const

/** Lets a delegation stand still on one side. @returns Whether it did not before. */
export async function markSuspended(
  tx: Tx,
  { id, grantor }: Pick<Delegation, 'id' | 'grantor'>,
  { side, at }: { readonly side: FrozenSide; readonly at: Temporal.Instant }
): Promise<boolean> {
  const marked = await sql`
    update delegations set ${columns[side]} = ${at}
    where bucket = ${bucketOf(grantor)} and grantor = ${grantor} and id = ${id}
      and revoked_at is null and ${columns[side]} is null returning 1`.execute(tx)
  return marked.rows.length === 1
}

/** Lets it hold again on that side. @returns Whether it stood still. */
export async function unmarkSuspended(
  tx: Tx,
  { id, grantor }: Pick<Delegation, 'id' | 'grantor'>,
  side: FrozenSide
): Promise<boolean> {
  const unmarked = await sql`
    update delegations set ${columns[side]} = null
    where bucket = ${bucketOf(grantor)} and grantor = ${grantor} and id = ${id}
      and revoked_at is null and ${columns[side]} is not null returning 1`.execute(tx)
  return unmarked.rows.length === 1
}

/** Whose delegations and offers somebody gave since an instant, for whomever: themselves, a business. */
export async function grantorsGivenFor(
  tx: Tx,
  { person, since }: { readonly person: string; readonly since: Temporal.Instant }
): Promise<string[]> {
  const found = await sql<{ grantor: string }>`
    select grantor from delegations
    where granted_by = ${person} and valid_from >= ${since} and revoked_at is null
    union
    select grantor from delegation_offers where made_by = ${person} and made_at >= ${since}
      and ended_at is null`.execute(tx)
  return found.rows.map(({ grantor }) => grantor)
}
