import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { LegalHold } from './hold.ts'

const columns = sql`bucket, id, authority, person, case_id as "case", reason, placed_by as "placedBy",
  placed_at as "placedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
  lift_reason as "liftReason", lift_asked_by as "liftAskedBy", lift_asked_at as "liftAskedAt",
  lifted_by as "liftedBy", lifted_at as "liftedAt"`

/** The holds on a person, standing or lifted, the newest first. */
export async function holdsOnPerson(db: Db, person: string): Promise<LegalHold[]> {
  const found = await sql<LegalHold>`
    select ${columns} from legal_holds where bucket = ${bucketOf(person)} and person = ${person}
    order by placed_at desc, id`.execute(db)
  return found.rows
}

/** The holds of some authorities, the newest first; `null` asks for those of all. */
export async function holdsOfAuthorities(
  db: Db,
  authorities: readonly string[] | null,
  most: number
): Promise<LegalHold[]> {
  const found = await sql<LegalHold>`
    select ${columns} from legal_holds
    where (${authorities}::text[] is null or authority = any(${authorities}::text[]))
    order by lifted_at is not null, placed_at desc, id limit ${most}`.execute(db)
  return found.rows
}

/** One hold, locked for this transaction; `null` where there is none. */
export async function holdForChange(tx: Tx, id: string): Promise<LegalHold | null> {
  const place = await sql<{ bucket: number }>`
    select bucket from legal_holds where id = ${id}`.execute(tx)
  const bucket = place.rows[0]?.bucket
  if (bucket === undefined) return null
  const found = await sql<LegalHold>`
    select ${columns} from legal_holds where bucket = ${bucket} and id = ${id} for update`.execute(
    tx
  )
  return found.rows[0] ?? null
}

/** Writes a new hold. */
export async function insertHold(
  tx: Tx,
  hold: Pick<LegalHold, 'id' | 'authority' | 'person' | 'case' | 'reason' | 'placedBy' | 'placedAt'>
): Promise<void> {
  await sql`
    insert into legal_holds (bucket, id, authority, person, case_id, reason, placed_by, placed_at)
    values (${bucketOf(hold.person)}, ${hold.id}, ${hold.authority}, ${hold.person}, ${hold.case},
      ${hold.reason}, ${hold.placedBy}, ${hold.placedAt})`.execute(tx)
}

/** Writes where a hold stands now. */
export async function saveHold(tx: Tx, hold: LegalHold): Promise<void> {
  await sql`
    update legal_holds set confirmed_by = ${hold.confirmedBy}, confirmed_at = ${hold.confirmedAt},
      lift_reason = ${hold.liftReason}, lift_asked_by = ${hold.liftAskedBy},
      lift_asked_at = ${hold.liftAskedAt}, lifted_by = ${hold.liftedBy},
      lifted_at = ${hold.liftedAt}
    where bucket = ${hold.bucket} and id = ${hold.id}`.execute(tx)
}

/** Takes away what was written about a person in holds that were lifted. */
export async function emptyHolds(tx: Tx, person: string): Promise<void> {
  await sql`
    update legal_holds set reason = null, lift_reason = null
    where bucket = ${bucketOf(person)} and person = ${person} and lifted_at is not null`.execute(tx)
}
