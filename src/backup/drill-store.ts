import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

/** A backup that was brought back to see that it can be. */
export interface DrillRow {
  readonly id: string
  readonly backup: string | null
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  /** Whether it was brought back and held against the log without a fault; `null` while it runs. */
  readonly ok: boolean | null
  /** Work that would have been lost, had the disaster come when the drill began. */
  readonly rpoSeconds: number | null
  /** From the beginning to a database that was checked. */
  readonly rtoSeconds: number | null
  readonly facts: number | null
  readonly entries: number | null
  readonly trouble: string | null
}

const columns = sql.raw(`id, backup, started_at as "startedAt", ended_at as "endedAt", ok,
  rpo_seconds as "rpoSeconds", rto_seconds as "rtoSeconds", fact_count as facts,
  entry_count as entries, trouble`)

export async function insertDrill(
  db: Db,
  row: Pick<DrillRow, 'id' | 'backup' | 'startedAt'>
): Promise<void> {
  await sql`insert into restore_drills (id, backup, started_at)
    values (${row.id}, ${row.backup}, ${row.startedAt})`.execute(db)
}

export async function endDrill(db: Db, row: Omit<DrillRow, 'backup' | 'startedAt'>): Promise<void> {
  await sql`update restore_drills set ended_at = ${row.endedAt}, ok = ${row.ok},
      rpo_seconds = ${row.rpoSeconds}, rto_seconds = ${row.rtoSeconds}, fact_count = ${row.facts},
      entry_count = ${row.entries}, trouble = ${row.trouble}
    where id = ${row.id}`.execute(db)
}

/** The newest drills, one that runs too. */
export async function newestDrills(db: Db, most: number): Promise<DrillRow[]> {
  const found = await sql<DrillRow>`select ${columns} from restore_drills
    order by started_at desc, id desc limit ${most}`.execute(db)
  return found.rows
}

/**
 * What was running when its process ended is running no more.
 * @param before - Whoever began before this and still runs would hold the turn.
 */
export async function endForgottenDrills(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`update restore_drills set ok = false, ended_at = ${before}, trouble = 'interrupted'
    where ended_at is null and started_at < ${before}`.execute(db)
}
