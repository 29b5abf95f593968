import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { EmergencySuspension } from './suspension.ts'

const columns = sql`id, authority, kind, services, reason, words,
  expected_end_at as "expectedEndAt", notice, notice_seen_at as "noticeSeenAt",
  begun_at as "begunAt", begun_by as "begunBy", ended_at as "endedAt", ended_by as "endedBy"`

/** Emergency suspensions that touch a stretch of time, the earliest first. */
export function emergenciesBetween(
  db: Db,
  query: {
    readonly authority?: string | undefined
    readonly from: Temporal.Instant
    readonly to: Temporal.Instant
  }
): Promise<EmergencySuspension[]> {
  const { authority, from, to } = query
  const whose =
    authority === undefined
      ? sql`true`
      : sql`bucket = ${bucketOf(authority)} and authority = ${authority}`
  return read(
    db,
    sql`${whose} and begun_at < ${to} and (ended_at is null or ended_at > ${from})
      order by begun_at, id`
  )
}

/** One emergency suspension, or `null`. */
export async function emergencyById(db: Db, id: string): Promise<EmergencySuspension | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return (await read(db, sql`id = ${id}`))[0] ?? null
}

/** Emergency suspensions whose announced end has come. */
export function emergenciesToEnd(db: Db, now: Temporal.Instant): Promise<EmergencySuspension[]> {
  return read(db, sql`ended_at is null and expected_end_at <= ${now} order by expected_end_at`)
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<EmergencySuspension[]> {
  const found = await sql<EmergencySuspension>`
    select ${columns} from emergency_suspensions where ${where}`.execute(db)
  return found.rows
}

/** Writes a new emergency suspension. */
export async function insertEmergency(tx: Tx, suspension: EmergencySuspension): Promise<void> {
  const { authority, words } = suspension
  await sql`
    insert into emergency_suspensions (bucket, authority, id, kind, services, reason, words,
      expected_end_at, notice, begun_at, begun_by)
    values (${bucketOf(authority)}, ${authority}, ${suspension.id}, ${suspension.kind},
      ${suspension.services}::text[], ${suspension.reason},
      ${words === null ? null : json(words)}, ${suspension.expectedEndAt}, ${suspension.notice},
      ${suspension.begunAt}, ${suspension.begunBy})`.execute(tx)
}

/** Ends an emergency suspension. @returns False where somebody ended it before. */
export async function endEmergency(
  tx: Tx,
  suspension: Pick<EmergencySuspension, 'id' | 'authority'>,
  { at, actor }: { readonly at: Temporal.Instant; readonly actor: string }
): Promise<boolean> {
  const ended = await sql`
    update emergency_suspensions set ended_at = ${at}, ended_by = ${actor}
    where bucket = ${bucketOf(suspension.authority)} and authority = ${suspension.authority}
      and id = ${suspension.id} and ended_at is null`.execute(tx)
  return ended.numAffectedRows === 1n
}

/** Notes when the notice of an emergency suspension was first seen. */
export async function noteEmergencySeen(
  tx: Tx,
  suspension: Pick<EmergencySuspension, 'id' | 'authority'>,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update emergency_suspensions set notice_seen_at = coalesce(notice_seen_at, ${at})
    where bucket = ${bucketOf(suspension.authority)} and authority = ${suspension.authority}
      and id = ${suspension.id}`.execute(tx)
}
