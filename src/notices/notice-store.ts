import { type RawBuilder, sql } from 'kysely'
import { sandboxAuthority } from '../kernel/terms/sandbox-authority.ts'
import { type Db, type Tx, isId, json } from '../platform/index.ts'
import type { Notice, NoticeAbout, NoticeKind } from './notice.ts'

interface NoticeRow extends Omit<Notice, 'about'> {
  readonly aboutKind: NoticeAbout['kind'] | null
  readonly aboutId: string | null
}

const columns = sql`v.id, v.version, v.authority, v.kind, v.changes, v.services, v.title, v.body,
  v.about_kind as "aboutKind", v.about_id as "aboutId", v.effective_at as "effectiveAt",
  v.banner_until as "bannerUntil", v.sha256, v.published_at as "publishedAt",
  v.published_by as "publishedBy", v.seen_at as "seenAt", v.fact`
const newest = sql`notices n join notice_versions v on v.id = n.id and v.version = n.version`

function noticeOf({ aboutKind, aboutId, ...row }: NoticeRow): Notice {
  const about = aboutKind === null || aboutId === null ? null : { kind: aboutKind, id: aboutId }
  return { ...row, about }
}

/** One notice, its newest version or the one that is named; `null` where there is none. */
export async function noticeById(db: Db, id: string, version?: number): Promise<Notice | null> {
  if (!isId(id)) return null
  const found =
    version === undefined
      ? await sql<NoticeRow>`select ${columns} from ${newest} where n.id = ${id}`.execute(db)
      : await sql<NoticeRow>`
          select ${columns} from notice_versions v
          where v.id = ${id} and v.version = ${version}`.execute(db)
  return found.rows.map(noticeOf)[0] ?? null
}

/** All versions of one notice, the newest first. */
export async function noticeVersions(db: Db, id: string): Promise<Notice[]> {
  if (!isId(id)) return []
  const found = await sql<NoticeRow>`
    select ${columns} from notice_versions v where v.id = ${id} order by v.version desc`.execute(db)
  return found.rows.map(noticeOf)
}

/** All versions of all notices about one thing, the newest first. */
export async function noticesAbout(db: Db, about: NoticeAbout): Promise<Notice[]> {
  const found = await sql<NoticeRow>`
    select ${columns} from notice_versions v
    where v.about_kind = ${about.kind} and v.about_id = ${about.id}
    order by v.published_at desc, v.id desc, v.version desc`.execute(db)
  return found.rows.map(noticeOf)
}

/** Which notices are wanted; a field left out asks nothing. */
export interface NoticeFilter {
  readonly authority?: string | undefined
  /** Those about this service, and those about all services. */
  readonly service?: string | undefined
  readonly kind?: NoticeKind | undefined
}

/** Notices for trying are read for their own authority only. */
function conditions({ authority, service, kind }: NoticeFilter): RawBuilder<unknown> {
  const whose = sql`v.authority <> ${sandboxAuthority}`
  const all = [authority === undefined ? whose : sql`v.authority = ${authority}`]
  if (kind !== undefined) all.push(sql`v.kind = ${kind}`)
  if (service !== undefined) {
    all.push(sql`(v.services = '{}' or v.services @> array[${service}]::text[])`)
  }
  return sql.join(all, sql` and `)
}

/**
 * Notices that stand on banners at an instant: published, and not past their `bannerUntil`; in their
 * newest version. What stands longest comes first: an outage that is over makes room for one that is not.
 */
export async function currentNotices(
  db: Db,
  of: NoticeFilter & { readonly at: Temporal.Instant }
): Promise<Notice[]> {
  const found = await sql<NoticeRow>`
    select ${columns} from ${newest}
    where v.published_at <= ${of.at} and v.banner_until > ${of.at} and ${conditions(of)}
    order by v.banner_until desc, v.published_at desc, v.id desc`.execute(db)
  return found.rows.map(noticeOf)
}

/** A part of the list, and how long the whole list is. */
export interface NoticeList {
  readonly notices: readonly Notice[]
  readonly total: number
}

/** Notices in their newest version, the newest version first. */
export async function listNotices(
  db: Db,
  filter: NoticeFilter,
  part: { readonly skip: number; readonly limit: number }
): Promise<NoticeList> {
  return listWhere(db, conditions(filter), part)
}

async function listWhere(
  db: Db,
  where: RawBuilder<unknown>,
  part: { readonly skip: number; readonly limit: number }
): Promise<NoticeList> {
  const [found, counted] = await Promise.all([
    sql<NoticeRow>`
      select ${columns} from ${newest} where ${where}
      order by v.published_at desc, v.id desc limit ${part.limit} offset ${part.skip}`.execute(db),
    sql<{ total: number }>`select count(*) as total from ${newest} where ${where}`.execute(db)
  ])
  return { notices: found.rows.map(noticeOf), total: counted.rows[0]?.total ?? 0 }
}

/** Notices of several authorities, as {@link listNotices} gives them. */
export async function listNoticesOf(
  db: Db,
  authorities: readonly string[],
  part: { readonly skip: number; readonly limit: number }
): Promise<NoticeList> {
  const where = sql`v.authority = any(${authorities}::text[])`
  return listWhere(db, where, part)
}

/** Newest versions that no vantage point that counts has seen yet, the longest waiting first. */
export async function unseenNotices(db: Db, authority?: string): Promise<Notice[]> {
  const found = await sql<NoticeRow>`
    select ${columns} from ${newest}
    where v.seen_at is null and ${conditions({ authority })}
    order by v.published_at, v.id`.execute(db)
  return found.rows.map(noticeOf)
}

/** All versions of all notices, in the order in which they were published. */
export async function allNoticeVersions(db: Db): Promise<Notice[]> {
  const found = await sql<NoticeRow>`
    select ${columns} from notice_versions v order by v.published_at, v.id, v.version`.execute(db)
  return found.rows.map(noticeOf)
}

/** Begins a notice whose first version follows. */
export async function insertNotice(
  tx: Tx,
  notice: { readonly id: string; readonly authority: string }
): Promise<void> {
  await sql`insert into notices (id, authority, version)
    values (${notice.id}, ${notice.authority}, 1)`.execute(tx)
}

/**
 * Takes the next version number of a notice; whoever comes second waits, and takes the one after.
 * @returns The number, or `null` where the authority has no such notice.
 */
export async function takeNextVersion(
  tx: Tx,
  notice: { readonly id: string; readonly authority: string }
): Promise<number | null> {
  const taken = await sql<{ version: number }>`
    update notices set version = version + 1
    where id = ${notice.id} and authority = ${notice.authority} returning version`.execute(tx)
  return taken.rows[0]?.version ?? null
}

/** Writes a version whose number was taken. */
export async function insertNoticeVersion(tx: Tx, notice: Notice): Promise<void> {
  const { about } = notice
  await sql`
    insert into notice_versions (id, version, authority, kind, changes, services, title, body,
      about_kind, about_id, effective_at, banner_until, sha256, fact, published_at, published_by)
    values (${notice.id}, ${notice.version}, ${notice.authority}, ${notice.kind},
      ${notice.changes}::text[], ${notice.services}::text[], ${json(notice.title)},
      ${json(notice.body)}, ${about?.kind ?? null}, ${about?.id ?? null}, ${notice.effectiveAt},
      ${notice.bannerUntil}, ${notice.sha256}, ${notice.fact}, ${notice.publishedAt},
      ${notice.publishedBy})`.execute(tx)
}

/** Notes the first sight of a version. @returns False where it was seen before. */
export async function markSeen(
  tx: Tx,
  notice: { readonly id: string; readonly version: number },
  at: Temporal.Instant
): Promise<boolean> {
  const marked = await sql`
    update notice_versions set seen_at = ${at}
    where id = ${notice.id} and version = ${notice.version} and seen_at is null`.execute(tx)
  return marked.numAffectedRows === 1n
}
