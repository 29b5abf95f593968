import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** What a version was to its reader on the day of the acceptance. */
export type Standing = 'in-force' | 'draft' | 'expired'

/** Somebody accepted a version of an agreement; the id is that of its fact. */
export interface Acceptance {
  readonly id: string
  readonly person: string
  /** `PI@1405`. */
  readonly version: string
  readonly revision: number
  readonly authority: string
  readonly standing: Standing
  /** Signed on paper and registered by a clerk. */
  readonly onPaper: boolean
  /** Id of who accepted: the person, a delegate, or the clerk who registered the paper. */
  readonly actor: string
  readonly acceptedAt: Temporal.Instant
}

/** Writes an acceptance, once for a version. @returns Whether it is new. */
export async function insertAcceptance(tx: Tx, one: Acceptance): Promise<boolean> {
  const { id, person, version, revision, authority, standing, onPaper, actor, acceptedAt } = one
  const written = await sql`
    insert into agreement_acceptances (bucket, person, version, id, authority, revision, standing,
      on_paper, actor, accepted_at)
    values (${bucketOf(person)}, ${person}, ${version}, ${id}, ${authority}, ${revision}, ${standing},
      ${onPaper}, ${actor}, ${acceptedAt})
    on conflict (bucket, person, version) do nothing returning 1`.execute(tx)
  return written.rows.length === 1
}

/** What a person accepted, the first one first. */
export async function acceptancesOf(db: Db, person: string): Promise<Acceptance[]> {
  const found = await sql<Acceptance>`
    select id, person, version, revision, authority, standing, on_paper as "onPaper", actor,
      accepted_at as "acceptedAt"
    from agreement_acceptances
    where bucket = ${bucketOf(person)} and person = ${person}
    order by accepted_at, version`.execute(db)
  return found.rows
}
