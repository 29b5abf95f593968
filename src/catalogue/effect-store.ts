import { sql } from 'kysely'
import { type Db, type Tx, recently } from '../platform/index.ts'

/** A later version of a card, as it was announced. */
export interface Announcement {
  readonly service: string
  readonly version: number
  /** Id of the notice that tells of it. */
  readonly notice: string
  readonly announcedAt: Temporal.Instant
  /** Not before this instant; `null`: as soon as the notice was seen. */
  readonly askedAt: Temporal.Instant | null
  readonly seenAt: Temporal.Instant | null
  /** From when it is in force; `null`: nobody outside has seen its notice. */
  readonly effectiveAt: Temporal.Instant | null
}

const columns = sql`a.service, a.version, a.notice, a.announced_at as "announcedAt",
  a.asked_at as "askedAt", a.seen_at as "seenAt", e.effective_at as "effectiveAt"`
const effectsBeside = sql`left join card_effects e
  on e.service = a.service and e.version = a.version`

/** Notes that a version was announced. */
export async function insertAnnouncement(
  tx: Tx,
  one: Omit<Announcement, 'seenAt' | 'effectiveAt'>
): Promise<void> {
  await sql`
    insert into card_announcements (service, version, notice, announced_at, asked_at)
    values (${one.service}, ${one.version}, ${one.notice}::uuid, ${one.announcedAt},
      ${one.askedAt})`.execute(tx)
}

/** The announcement of one version; `null` for a first version, and where there is none. */
export async function announcementOf(
  db: Db,
  of: { readonly service: string; readonly version: number }
): Promise<Announcement | null> {
  const found = await sql<Announcement>`
    select ${columns} from card_announcements a ${effectsBeside}
    where a.service = ${of.service} and a.version = ${of.version}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * What will change of a service after an instant, in the order of the versions: announced, newer than
 * the version in force then, and not in force yet.
 */
export async function announcedOf(
  db: Db,
  service: string,
  at: Temporal.Instant
): Promise<Announcement[]> {
  return stillToCome(await announcementsOf(db, service), at)
}

/**
 * What was announced of a service after a version of it, in their order: the version in force at an
 * instant, if it is later, and those to come. What was in force only in between is left out.
 * @param name - Of the version: `10021001@3`.
 */
export async function laterVersions(
  db: Db,
  name: string,
  at: Temporal.Instant
): Promise<Announcement[]> {
  const [service = '', held] = name.split('@')
  const later = (await announcementsOf(db, service)).filter(({ version }) => version > Number(held))
  return later.slice(Math.max(lastInForce(later, at), 0))
}

function announcementsOf(db: Db, service: string): Promise<Announcement[]> {
  return recently(db, `card announcements ${service}`, async () => {
    const found = await sql<Announcement>`
      select ${columns} from card_announcements a ${effectsBeside}
      where a.service = ${service} order by a.version`.execute(db)
    return found.rows
  })
}

/** {@link announcedOf} for all services of an authority. */
export async function announcedOfAuthority(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<Announcement[]> {
  const found = await sql<Announcement>`
    select ${columns} from card_announcements a ${effectsBeside}
    join services s on s.code = a.service
    where s.authority = ${authority} order by a.service, a.version`.execute(db)
  const byService = Map.groupBy(found.rows, ({ service }) => service)
  return [...byService.values()].flatMap((own) => stillToCome(own, at))
}

/** Of one service's announcements, by version: those after the last one whose time has come. */
function stillToCome(all: readonly Announcement[], at: Temporal.Instant): Announcement[] {
  return all.slice(lastInForce(all, at) + 1)
}

/** The place of the newest one that is in force; -1 where none is. */
function lastInForce(all: readonly Announcement[], at: Temporal.Instant): number {
  return all.findLastIndex(
    ({ effectiveAt }) => effectiveAt !== null && Temporal.Instant.compare(effectiveAt, at) <= 0
  )
}

/**
 * Notes the first sight of a version's notice.
 * @returns False where it was seen before.
 */
export async function noteSight(
  tx: Tx,
  one: { readonly service: string; readonly version: number; readonly seenAt: Temporal.Instant }
): Promise<boolean> {
  const noted = await sql`
    update card_announcements set seen_at = ${one.seenAt}
    where service = ${one.service} and version = ${one.version} and seen_at is null`.execute(tx)
  return noted.numAffectedRows === 1n
}

/** Writes from when a version is in force. */
export async function insertEffect(
  tx: Tx,
  one: {
    readonly service: string
    readonly version: number
    readonly effectiveAt: Temporal.Instant
  }
): Promise<void> {
  await sql`
    insert into card_effects (service, version, effective_at)
    values (${one.service}, ${one.version}, ${one.effectiveAt})`.execute(tx)
}
