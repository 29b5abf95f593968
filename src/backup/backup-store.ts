import { sql } from 'kysely'
import type { Db } from '../platform/index.ts'

/** A backup as the installation remembers it. */
export interface BackupRow {
  readonly id: string
  readonly madeBy: 'schedule' | 'command'
  readonly file: string
  readonly startedAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly state: 'running' | 'made' | 'failed'
  /** The moment whose state it holds. */
  readonly at: Temporal.Instant | null
  readonly sizeBytes: number | null
  readonly rows: number | null
  readonly facts: number | null
  /** Why it failed: the code of a refusal, or of the system. */
  readonly trouble: string | null
  readonly goneAt: Temporal.Instant | null
}

const columns = sql.raw(`id, made_by as "madeBy", file, started_at as "startedAt",
  ended_at as "endedAt", state, at, size_bytes as "sizeBytes", row_count as "rows",
  fact_count as facts, trouble, gone_at as "goneAt"`)

export async function insertBackup(
  db: Db,
  row: Pick<BackupRow, 'id' | 'madeBy' | 'file' | 'startedAt'> & {
    /** Whoever holds that draft makes this backup. */
    readonly draft: string
  }
): Promise<void> {
  await sql`insert into backups (id, made_by, file, started_at, draft, state)
    values (${row.id}, ${row.madeBy}, ${row.file}, ${row.startedAt}, ${row.draft},
      'running')`.execute(db)
}

export async function endBackup(
  db: Db,
  row: Pick<BackupRow, 'id' | 'state' | 'at' | 'sizeBytes' | 'rows' | 'facts' | 'trouble'> & {
    readonly endedAt: Temporal.Instant
  }
): Promise<void> {
  await sql`update backups set ended_at = ${row.endedAt}, state = ${row.state}, at = ${row.at},
      size_bytes = ${row.sizeBytes}, row_count = ${row.rows}, fact_count = ${row.facts},
      trouble = ${row.trouble}
    where id = ${row.id}`.execute(db)
}

/** The newest backups, running and failed ones too. */
export async function newestBackups(db: Db, most: number): Promise<BackupRow[]> {
  const found = await sql<BackupRow>`select ${columns} from backups
    order by started_at desc, id desc limit ${most}`.execute(db)
  return found.rows
}

/** Backups that were made and whose files are still to be there, newest first. */
export async function keptBackups(db: Db): Promise<BackupRow[]> {
  const found = await sql<BackupRow>`select ${columns} from backups
    where state = 'made' and gone_at is null order by started_at desc, id desc`.execute(db)
  return found.rows
}

export async function noteGone(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update backups set gone_at = ${at} where id = ${id}`.execute(db)
}
