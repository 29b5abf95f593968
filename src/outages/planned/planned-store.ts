import { type RawBuilder, sql } from 'kysely'
import { sandboxAuthority } from '../../kernel/terms/sandbox-authority.ts'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Announcement, NoticeSight, Planned } from './planned.ts'

type Row = Omit<Planned, 'announcements'>

const columns = sql`id, authority, kind, components, services, from_at as "from", to_at as "to",
  words, notice, joins, sequence, announced_at as "announcedAt", announced_by as "announcedBy",
  changed_at as "changedAt", cancelled_at as "cancelledAt", cancelled_by as "cancelledBy",
  cancelled_because as "cancelledBecause", begun_at as "begunAt", ended_at as "endedAt", revision`

/** Which planned outages to read. */
export interface PlannedQuery {
  readonly authority?: string | undefined
  readonly component?: string | undefined
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly withCancelled?: boolean
}

/** Planned outages whose time, as announced last, touches a stretch; the earliest first. */
export function plannedRowsBetween(db: Db, query: PlannedQuery): Promise<Planned[]> {
  const { from, to, component } = query
  const which = component === undefined ? sql`true` : sql`${component}::text = any(components)`
  return readRows(
    db,
    sql`${whose(query.authority)} and ${which} and from_at < ${to} and to_at > ${from}
      and (cancelled_at is null or ${query.withCancelled === true}) order by from_at, id`
  )
}

/** All planned outages of all times, also those that were cancelled. */
export function allPlannedRows(db: Db): Promise<Planned[]> {
  return readRows(db, sql`true order by from_at, id`)
}

/** One planned outage, whoever's it is, or `null`. */
export async function plannedById(db: Db, id: string): Promise<Planned | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return (await readRows(db, sql`id = ${id}`))[0] ?? null
}

/** Suspensions that have to begin or to end, of all authorities. */
export function plannedToWake(db: Db, now: Temporal.Instant): Promise<Planned[]> {
  return readRows(
    db,
    sql`kind <> 'outage' and cancelled_at is null and ended_at is null and from_at <= ${now}
      order by from_at, id`
  )
}

async function readRows(db: Db, where: RawBuilder<unknown>): Promise<Planned[]> {
  const found = await sql<Row>`
    select ${columns} from planned_outages where ${where}`.execute(db)
  const all = await announcementsOf(db, found.rows)
  return found.rows.map((row) => ({ ...row, announcements: all.get(row.id) ?? [] }))
}

async function announcementsOf(
  db: Db,
  rows: readonly Pick<Planned, 'id' | 'authority'>[]
): Promise<Map<string, Announcement[]>> {
  if (rows.length === 0) return new Map()
  const buckets = [...new Set(rows.map(({ authority }) => bucketOf(authority)))]
  const found = await sql<Announcement & { readonly planned: string }>`
    select planned, notice_version as "noticeVersion", from_at as "from", to_at as "to",
      announced_at as "announcedAt", announced_by as "announcedBy", seen_at as "seenAt"
    from planned_announcements
    where bucket = any(${buckets}::smallint[]) and planned = any(${rows.map(({ id }) => id)}::uuid[])
    order by planned, notice_version`.execute(db)
  const all = new Map<string, Announcement[]>()
  for (const { planned, ...announcement } of found.rows)
    all.set(planned, [...(all.get(planned) ?? []), announcement])
  return all
}

function whose(authority: string | undefined): RawBuilder<unknown> {
  return authority === undefined
    ? sql`authority <> ${sandboxAuthority}`
    : sql`bucket = ${bucketOf(authority)} and authority = ${authority}`
}

/** Lets one writer at a time plan for an authority: two windows must not be laid over each other. */
export async function holdPlans(tx: Tx, authority: string): Promise<void> {
  await sql`
    insert into plan_holders (bucket, authority, held) values (${bucketOf(authority)}, ${authority}, 1)
    on conflict (bucket, authority) do update set held = plan_holders.held + 1`.execute(tx)
}

/** Writes a new planned outage with its first announcement. */
export async function insertPlanned(tx: Tx, planned: Planned): Promise<void> {
  const { authority, id, words } = planned
  await sql`
    insert into planned_outages (bucket, authority, id, kind, components, services, from_at, to_at,
      words, notice, joins, sequence, announced_at, announced_by, changed_at, revision)
    values (${bucketOf(authority)}, ${authority}, ${id}, ${planned.kind},
      ${planned.components}::text[], ${planned.services}::text[], ${planned.from}, ${planned.to},
      ${words === null ? null : json(words)}, ${planned.notice}, ${planned.joins},
      ${planned.sequence}, ${planned.announcedAt}, ${planned.announcedBy}, ${planned.changedAt},
      1)`.execute(tx)
  for (const each of planned.announcements) await insertAnnouncement(tx, { authority, id }, each)
}

/** Writes what was announced of a planned outage. */
export async function insertAnnouncement(
  tx: Tx,
  planned: Pick<Planned, 'authority' | 'id'>,
  announcement: Announcement
): Promise<void> {
  const { noticeVersion, from, to, announcedAt, announcedBy } = announcement
  await sql`
    insert into planned_announcements (bucket, authority, planned, notice_version, from_at, to_at,
      announced_at, announced_by)
    values (${bucketOf(planned.authority)}, ${planned.authority}, ${planned.id}, ${noticeVersion},
      ${from}, ${to}, ${announcedAt}, ${announcedBy})`.execute(tx)
}

/**
 * Writes a planned outage over the revision that was read.
 * @returns False where somebody else changed it since; the transaction is then to be given up.
 */
export async function updatePlanned(tx: Tx, planned: Planned): Promise<boolean> {
  const updated = await sql`
    update planned_outages set from_at = ${planned.from}, to_at = ${planned.to},
      sequence = ${planned.sequence}, changed_at = ${planned.changedAt},
      cancelled_at = ${planned.cancelledAt}, cancelled_by = ${planned.cancelledBy},
      cancelled_because = ${planned.cancelledBecause}, begun_at = ${planned.begunAt},
      ended_at = ${planned.endedAt}, revision = ${planned.revision + 1}
    where bucket = ${bucketOf(planned.authority)} and authority = ${planned.authority}
      and id = ${planned.id} and revision = ${planned.revision}`.execute(tx)
  return updated.numAffectedRows === 1n
}

/** Notes when an announcement was first seen; the earliest of several sights. */
export async function noteSeen(
  tx: Tx,
  planned: Pick<Planned, 'authority' | 'id'>,
  seen: NoticeSight
): Promise<void> {
  await sql`
    update planned_announcements set seen_at = ${seen.at}
    where bucket = ${bucketOf(planned.authority)} and authority = ${planned.authority}
      and planned = ${planned.id} and notice_version = ${seen.noticeVersion}
      and (seen_at is null or seen_at > ${seen.at})`.execute(tx)
}

/** Seconds from announcement to first sight, of the newest announcements of an authority. */
export async function secondsToSight(db: Db, authority: string, most: number): Promise<number[]> {
  const found = await sql<{ seconds: number }>`
    select extract(epoch from seen_at - announced_at)::float8 as seconds
    from planned_announcements
    where bucket = ${bucketOf(authority)} and authority = ${authority} and seen_at is not null
    order by announced_at desc limit ${most}`.execute(db)
  return found.rows.map(({ seconds }) => seconds)
}
