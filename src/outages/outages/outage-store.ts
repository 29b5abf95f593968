import { type RawBuilder, sql } from 'kysely'
import { sandboxAuthority } from '../../kernel/terms/sandbox-authority.ts'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Outage } from './outage.ts'

const columns = sql`id, authority, component, service, from_at as "from", to_at as "to", cause,
  automatic, vantage_points as "vantagePoints", targets, reason, detail, planned, notice, scope, note,
  expected_return_at as "expectedReturnAt", next_update_at as "nextUpdateAt", void, settled,
  known_at as "knownAt", closed_known_at as "closedKnownAt", revision`

/** Which outages to read. */
export interface OutageQuery {
  readonly authority?: string
  readonly component?: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Those that a correction found to be none, too. */
  readonly withVoid?: boolean
}

/** Outages that touch a stretch of time, the earliest first; void ones only where asked for. */
export async function outagesBetween(db: Db, query: OutageQuery): Promise<Outage[]> {
  const { from, to } = query
  const whose = whoseOf(query.authority)
  const which = query.component === undefined ? sql`true` : sql`component = ${query.component}`
  const found = await sql<Outage>`
    select ${columns} from outages where ${whose} and ${which} and from_at < ${to}
      and (to_at is null or to_at > ${from})
      and (not void or ${query.withVoid === true}) order by from_at, id`.execute(db)
  return found.rows
}

/** Outages that last, of one authority or of all, the longest first. */
export async function openOutages(db: Db, authority?: string): Promise<Outage[]> {
  const found = await sql<Outage>`
    select ${columns} from outages
    where ${whoseOf(authority)} and to_at is null and not void order by from_at, id`.execute(db)
  return found.rows
}

/** All outages of all authorities, void ones too. */
export async function allOutages(db: Db): Promise<Outage[]> {
  const found = await sql<Outage>`select ${columns} from outages order by from_at, id`.execute(db)
  return found.rows
}

/** One outage by its id, whoever's it is, or `null`. */
export async function outageById(db: Db, id: string): Promise<Outage | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const found = await sql<Outage>`select ${columns} from outages where id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** The newest outages, void ones too; `before` is the id after which to go on. */
export async function newestOutages(
  db: Db,
  query: { readonly authority?: string; readonly before?: string; readonly limit: number }
): Promise<Outage[]> {
  const place = query.before === undefined ? null : await outageById(db, query.before)
  const after =
    place === null
      ? sql`true`
      : sql`(from_at, id) < (${place.from}::timestamptz, ${place.id}::uuid)`
  const found = await sql<Outage>`
    select ${columns} from outages where ${whoseOf(query.authority)} and ${after}
    order by from_at desc, id desc limit ${query.limit}`.execute(db)
  return found.rows
}

/** Outages for trying are read for their own authority only. */
function whoseOf(authority: string | undefined): RawBuilder<unknown> {
  return authority === undefined
    ? sql`authority <> ${sandboxAuthority}`
    : sql`bucket = ${bucketOf(authority)} and authority = ${authority}`
}

/**
 * Writes a new outage.
 * @returns False where the component has an open one already: the transaction has nothing to add.
 */
export async function insertOutage(tx: Tx, outage: Outage): Promise<boolean> {
  const inserted = await sql`
    insert into outages (bucket, authority, id, component, service, from_at, to_at, cause, automatic,
      vantage_points, targets, reason, detail, planned, notice, scope, note, expected_return_at,
      next_update_at, void, settled, known_at, closed_known_at, revision)
    values (${bucketOf(outage.authority)}, ${outage.authority}, ${outage.id}, ${outage.component},
      ${outage.service}, ${outage.from}, ${outage.to}, ${outage.cause}, ${outage.automatic},
      ${outage.vantagePoints}, ${outage.targets}::uuid[], ${outage.reason}, ${outage.detail},
      ${outage.planned}, ${outage.notice}, ${nullable(outage.scope)}, ${nullable(outage.note)},
      ${outage.expectedReturnAt}, ${outage.nextUpdateAt}, ${outage.void}, ${outage.settled},
      ${outage.knownAt}, ${outage.closedKnownAt}, 1)
    on conflict do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/**
 * Writes an outage over the revision that was read.
 * @returns False where somebody else changed it since; the transaction is then to be given up.
 */
export async function updateOutage(tx: Tx, outage: Outage): Promise<boolean> {
  const updated = await sql`
    update outages set from_at = ${outage.from}, to_at = ${outage.to}, cause = ${outage.cause},
      vantage_points = ${outage.vantagePoints}, targets = ${outage.targets}::uuid[],
      planned = ${outage.planned}, notice = ${outage.notice}, scope = ${nullable(outage.scope)},
      note = ${nullable(outage.note)}, expected_return_at = ${outage.expectedReturnAt},
      next_update_at = ${outage.nextUpdateAt}, void = ${outage.void}, settled = ${outage.settled},
      closed_known_at = ${outage.closedKnownAt}, revision = ${outage.revision + 1}
    where bucket = ${bucketOf(outage.authority)} and authority = ${outage.authority}
      and id = ${outage.id} and revision = ${outage.revision}`.execute(tx)
  return updated.numAffectedRows === 1n
}

function nullable(value: object | null) {
  return value === null ? sql<null>`null` : json(value)
}
