import { sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'

/** Who saw a version of a notice on the portal, and when. */
export interface Sighting {
  readonly notice: string
  readonly version: number
  /** Id of the vantage point. */
  readonly vantage: string
  /** Whether it looks from outside this installation. */
  readonly outside: boolean
  readonly seenAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  /** SHA-256 of the page as it was fetched. */
  readonly snapshotSha256: string
  /** The fact `notice.seen`. */
  readonly fact: string
}

const columns = sql`notice, version, vantage, outside, seen_at as "seenAt",
  recorded_at as "recordedAt", snapshot_sha256 as "snapshotSha256", fact`

/** Writes a sighting with the page, packed by gzip. */
export async function insertSighting(tx: Tx, sighting: Sighting, snapshot: Buffer): Promise<void> {
  await sql`
    insert into notice_sightings (notice, version, vantage, outside, seen_at, recorded_at,
      snapshot_sha256, snapshot, fact)
    values (${sighting.notice}, ${sighting.version}, ${sighting.vantage}, ${sighting.outside},
      ${sighting.seenAt}, ${sighting.recordedAt}, ${sighting.snapshotSha256}, ${snapshot},
      ${sighting.fact})`.execute(tx)
}

/** Sightings of a notice, newest version first. */
export async function sightingsOf(db: Db, notice: string): Promise<Sighting[]> {
  const found = await sql<Sighting>`
    select ${columns} from notice_sightings where notice = ${notice}
    order by version desc, seen_at`.execute(db)
  return found.rows
}

/** All sightings of all notices, in no order. */
export async function allSightings(db: Db): Promise<Sighting[]> {
  const found = await sql<Sighting>`select ${columns} from notice_sightings`.execute(db)
  return found.rows
}

/** The page that proves the first sight of a version, packed by gzip; `null` while there is none. */
export async function snapshotOf(
  db: Db,
  notice: string,
  version: number
): Promise<{ readonly sighting: Sighting; readonly snapshot: Buffer } | null> {
  const found = await sql<Sighting & { snapshot: Buffer }>`
    select ${columns}, snapshot from notice_sightings
    where notice = ${notice} and version = ${version} order by seen_at limit 1`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { snapshot, ...sighting } = row
  return { sighting, snapshot }
}
