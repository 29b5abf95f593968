import { sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'

/** What a backup that is being made has set aside. */
export interface DraftRow {
  readonly id: string
  /** What it is made for: the path of its file, or the folder of those made by schedule. */
  readonly place: string
  /** Opens the parts that are kept, and nothing else. */
  readonly key: Buffer
  readonly begunAt: Temporal.Instant
}

const columns = sql.raw('id, place, key, begun_at as "begunAt"')

/** Begins a draft, where there is none for its place. @returns The one that is there now. */
export async function ensureDraft(db: Db, row: DraftRow): Promise<DraftRow> {
  await sql`insert into backup_drafts (id, place, key, begun_at)
    values (${row.id}, ${row.place}, ${row.key}, ${row.begunAt})
    on conflict (place) do nothing`.execute(db)
  const found = await sql<DraftRow>`select ${columns} from backup_drafts
    where place = ${row.place}`.execute(db)
  return found.rows[0] ?? row
}

/**
 * Holds a draft for as long as the transaction is open.
 * @returns Whether nobody else holds it; whoever is killed holds nothing.
 */
export async function holdDraft(tx: Tx, id: string): Promise<boolean> {
  // Hours may pass before the next statement.
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
  const found = await sql`select 1 from backup_drafts where id = ${id}
    for update skip locked`.execute(tx)
  return found.rows.length === 1
}

/** Forgets a draft; nobody can open its parts from then on. */
export async function deleteDraft(db: Db, id: string): Promise<void> {
  await sql`delete from backup_drafts where id = ${id}`.execute(db)
}

/** Forgets drafts that were begun before a moment and that nobody holds. @returns What they were. */
export async function deleteDraftsBefore(tx: Tx, before: Temporal.Instant): Promise<DraftRow[]> {
  const found = await sql<DraftRow>`select ${columns} from backup_drafts
    where begun_at < ${before} for update skip locked`.execute(tx)
  for (const { id } of found.rows) await deleteDraft(tx, id)
  return found.rows
}

/** The trouble of a backup whose process ended. */
export const interrupted = 'interrupted'

/** What was running when its process ended is running no more: nobody holds its draft. */
export async function endForgottenBackups(tx: Tx, at: Temporal.Instant): Promise<void> {
  const free = await sql<{ id: string }>`select id from backup_drafts
    for update skip locked`.execute(tx)
  await sql`update backups b set state = 'failed', ended_at = ${at}, trouble = ${interrupted}
    where b.state = 'running' and (
      b.draft = any (${free.rows.map(({ id }) => id)}::uuid[])
      or not exists (select from backup_drafts d where d.id = b.draft)
      or exists (select from backups n where n.draft = b.draft and n.started_at > b.started_at)
    )`.execute(tx)
}
