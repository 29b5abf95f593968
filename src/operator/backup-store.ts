import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

/** A backup as the operator sees it: that it was made, never what is in it. */
export interface BackupRow {
  readonly id: string
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly state: string
  readonly sizeBytes: number | null
  readonly trouble: string | null
}

/** A restore that was tried, and what was measured. */
export interface DrillRow {
  readonly id: string
  readonly startedAt: Temporal.Instant
  readonly ok: boolean | null
  readonly rpoSeconds: number | null
  readonly rtoSeconds: number | null
}

/** The last backups and drills, the newest first. */
export async function backupsOf(
  db: Db,
  most: number
): Promise<{ readonly backups: readonly BackupRow[]; readonly drills: readonly DrillRow[] }> {
  const backups = await sql<BackupRow>`
    select id, started_at as "startedAt", ended_at as "endedAt", state, size_bytes as "sizeBytes",
      trouble from backups order by started_at desc limit ${most}`.execute(db)
  const drills = await sql<DrillRow>`
    select id, started_at as "startedAt", ok, rpo_seconds as "rpoSeconds", rto_seconds as "rtoSeconds"
    from restore_drills order by started_at desc limit ${most}`.execute(db)
  return { backups: backups.rows, drills: drills.rows }
}
