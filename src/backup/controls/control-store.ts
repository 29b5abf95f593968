import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'
import type { ControlName, ControlReason, ControlState } from './control.ts'

/** A control as it was last seen. */
export interface ControlRow extends ControlState {
  readonly control: ControlName
  readonly checkedAt: Temporal.Instant
  /** When its fact was last recorded. */
  readonly recordedAt: Temporal.Instant
}

export async function controlRows(db: Db): Promise<ControlRow[]> {
  const rows = await sql<ControlRow & { reason: ControlReason }>`
    select control, passed, reason, figure, checked_at as "checkedAt", recorded_at as "recordedAt"
    from control_checks`.execute(db)
  return rows.rows
}

export async function keepControl(db: Db, row: ControlRow): Promise<void> {
  await sql`
    insert into control_checks (control, passed, reason, figure, checked_at, recorded_at)
    values (${row.control}, ${row.passed}, ${row.reason}, ${row.figure}, ${row.checkedAt},
      ${row.recordedAt})
    on conflict (control) do update set passed = excluded.passed, reason = excluded.reason,
      figure = excluded.figure, checked_at = excluded.checked_at,
      recorded_at = excluded.recorded_at`.execute(db)
}
