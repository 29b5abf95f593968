import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, recently } from '../platform/index.ts'
import { type Interruption, concerns } from './interruption.ts'

interface Row extends Omit<Interruption, 'closed'> {
  readonly closedFrom: Temporal.Instant | null
  readonly closedTo: Temporal.Instant | null
}

/** Interruptions of an authority that are not over, the earliest first. */
export async function interruptionsOf(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<Interruption[]> {
  const rows = await recently(db, `interruptions ${authority}`, () => readFrom(db, authority, at))
  return rows.filter(({ to }) => to === null || Temporal.Instant.compare(at, to) < 0)
}

/** Interruptions of one service that are not over, the earliest first. */
export async function interruptionsOfService(
  db: Db,
  service: { readonly authority: string; readonly code: string },
  at: Temporal.Instant
): Promise<Interruption[]> {
  const all = await interruptionsOf(db, service.authority, at)
  return all.filter((each) => concerns(each, service.code))
}

// An answer serves those who ask within a second; a clock that is set back a little finds it whole.
const marginHours = 1

function readFrom(db: Db, authority: string, at: Temporal.Instant): Promise<Interruption[]> {
  return read(
    db,
    sql`authority = ${authority}
      and (to_at is null or to_at > ${at.subtract({ hours: marginHours })})`
  )
}

/** Every interruption that was ever written, of all authorities: for checking. */
export function allInterruptions(db: Db): Promise<Interruption[]> {
  return read(db, sql`true`)
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<Interruption[]> {
  const found = await sql<Row>`
    select id, authority, kind, services, from_at as "from", to_at as "to",
      closed_from as "closedFrom", closed_to as "closedTo", emergency, reason, notice
    from service_interruptions where ${where} order by from_at, id`.execute(db)
  return found.rows.map(({ closedFrom, closedTo, ...row }) => ({
    ...row,
    closed: closedFrom === null ? null : { from: closedFrom, to: closedTo }
  }))
}

/** Writes an interruption, over what was known of it. */
export async function putInterruption(tx: Tx, interruption: Interruption): Promise<void> {
  const { id, authority, kind, services, from, to, closed, emergency, reason, notice } =
    interruption
  await sql`
    insert into service_interruptions (id, authority, kind, services, from_at, to_at, closed_from,
      closed_to, emergency, reason, notice)
    values (${id}, ${authority}, ${kind}, ${services}::text[], ${from}, ${to},
      ${closed?.from ?? null}, ${closed?.to ?? null}, ${emergency}, ${reason}, ${notice})
    on conflict (id) do update set services = excluded.services, from_at = excluded.from_at,
      to_at = excluded.to_at, closed_from = excluded.closed_from, closed_to = excluded.closed_to,
      notice = excluded.notice`.execute(tx)
}

/** Takes away an interruption that will not be. */
export async function removeInterruption(tx: Tx, id: string): Promise<void> {
  await sql`delete from service_interruptions where id = ${id}`.execute(tx)
}
