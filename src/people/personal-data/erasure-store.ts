import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Erasure } from './erasure.ts'

const columns = sql`bucket, id, person, state, asked_at as "askedAt", due_at as "dueAt",
  begun_at as "begunAt", ended_at as "endedAt", counts, kept`

/** The newest erasure of a person, whatever its state; `null` where none was asked for. */
export async function erasureOf(db: Db, person: string): Promise<Erasure | null> {
  const found = await sql<Erasure>`
    select ${columns} from erasures where bucket = ${bucketOf(person)} and person = ${person}
    order by asked_at desc, id desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Writes a wish to be erased, unless there is one already.
 * @returns Whether it was written.
 */
export async function insertErasure(
  tx: Tx,
  asked: Pick<Erasure, 'id' | 'person' | 'askedAt' | 'dueAt'>
): Promise<boolean> {
  const inserted = await sql`
    insert into erasures (bucket, id, person, state, asked_at, due_at, counts, kept)
    values (${bucketOf(asked.person)}, ${asked.id}, ${asked.person}, 'waiting', ${asked.askedAt},
      ${asked.dueAt}, ${json({})}, ${json([])})
    on conflict do nothing returning 1`.execute(tx)
  return inserted.rows.length === 1
}

/** Has a person erased at once whom the list outside the database names: there is nothing to decide. */
export async function resumeErasure(
  tx: Tx,
  of: Pick<Erasure, 'id' | 'person'>,
  at: Temporal.Instant
): Promise<boolean> {
  const bucket = bucketOf(of.person)
  await sql`
    update erasures set state = 'running', begun_at = ${at}, due_at = ${at}
    where bucket = ${bucket} and person = ${of.person} and state = 'waiting'`.execute(tx)
  const resumed = await sql`
    insert into erasures (bucket, id, person, state, asked_at, due_at, begun_at, counts, kept)
    values (${bucket}, ${of.id}, ${of.person}, 'running', ${at}, ${at}, ${at}, ${json({})},
      ${json([])})
    on conflict do nothing returning 1`.execute(tx)
  return resumed.rows.length === 1
}

/** Erasures that are to be looked at now, the longest due first. */
export async function dueErasures(db: Db, now: Temporal.Instant, most: number): Promise<Erasure[]> {
  const found = await sql<Erasure>`
    select ${columns} from erasures
    where state in ('waiting', 'running', 'kept') and due_at <= ${now}
    order by due_at limit ${most}`.execute(db)
  return found.rows
}

/** Claims an erasure for this transaction, if it is still in that state; `null` where another has it. */
export async function claimErasure(
  tx: Tx,
  of: Pick<Erasure, 'bucket' | 'id' | 'state'>
): Promise<Erasure | null> {
  const found = await sql<Erasure>`
    select ${columns} from erasures
    where bucket = ${of.bucket} and id = ${of.id} and state = ${of.state}
    for update skip locked`.execute(tx)
  return found.rows[0] ?? null
}

/** Writes where an erasure stands, if nobody has changed its state since it was read. */
export async function saveErasure(
  tx: Tx,
  before: Pick<Erasure, 'state'>,
  to: Erasure
): Promise<boolean> {
  const saved = await sql`
    update erasures set state = ${to.state}, due_at = ${to.dueAt}, begun_at = ${to.begunAt},
      ended_at = ${to.endedAt}, counts = ${json(to.counts)}, kept = ${json(to.kept)}
    where bucket = ${to.bucket} and id = ${to.id} and state = ${before.state}
    returning 1`.execute(tx)
  return saved.rows.length === 1
}

/** What is left of a person: a number that facts name. Whoever was erased before stays as they are. */
export async function emptyPerson(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update persons set name = ${json(erasedName)}, national_id = null, legal_id = null,
      foreigner_code = null, mobile = null, email = null, erased_at = ${at}
    where bucket = ${bucketOf(person)} and id = ${person} and erased_at is null`.execute(tx)
}

const erasedName = { fa: 'شخصی که داده‌هایش پاک شده است', en: 'A person whose data was erased' }

/** Persons who are not erased, in key order: to find those whom a restored backup brought back. */
export async function personsAfter(
  db: Db,
  after: { readonly bucket: number; readonly id: string } | null,
  most: number
): Promise<{ bucket: number; id: string }[]> {
  const found = await sql<{ bucket: number; id: string }>`
    select bucket, id from persons
    where erased_at is null
      and (bucket, id) > (${after?.bucket ?? -1}::smallint,
        ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by bucket, id limit ${most}`.execute(db)
  return found.rows
}
