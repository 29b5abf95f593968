import { sql } from 'kysely'
import type { Db } from '../../src/platform/index.ts'

/** A row that somebody's request put, changed or deleted. */
export interface ChangedRow {
  readonly table: string
  readonly act: 'INSERT' | 'UPDATE' | 'DELETE'
  /** Kind of a fact, topic of what waits; empty for all else. */
  readonly word: string
}

/** What was written since it was asked last. */
export interface RowWatch {
  take(): Promise<ChangedRow[]>
}

/**
 * Watches every table of a test's database: what a request leaves in any of them is written down by the
 * database itself, and is gone again with a transaction that fails.
 */
export async function watchRows(db: Db): Promise<RowWatch> {
  await sql`create schema watch`.execute(db)
  await sql`create table watch.rows (of text not null, act text not null, word text not null)`.execute(
    db
  )
  await sql`
    create function watch.note() returns trigger language plpgsql security definer as $$
    declare r jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
    begin
      if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
      insert into watch.rows values (tg_table_name, tg_op, coalesce(r ->> 'kind', r ->> 'topic', ''));
      return null;
    end $$`.execute(db)
  await sql`
    do $$
    declare t record;
    begin
      for t in select relname from pg_class where relkind in ('r', 'p') and not relispartition
        and relnamespace = 'public'::regnamespace loop
        execute format('create trigger watch after insert or update or delete on %I
          for each row execute function watch.note()', t.relname);
      end loop;
    end $$`.execute(db)
  return {
    take: async () => {
      const taken = await sql<ChangedRow>`
        delete from watch.rows returning of as "table", act, word`.execute(db)
      return taken.rows
    }
  }
}

// What even a refused request leaves: that it was refused, and what limits and answers it.
const always: readonly RegExp[] = [
  /^facts INSERT access\./,
  /^ledger_outbox INSERT/,
  /^evidence_keys INSERT/,
  /^(?:attempt_counts|idempotent_answers|session_sights) /,
  /^sessions UPDATE/,
  /^api_keys UPDATE/,
  /^link_secrets INSERT/
]

/** What a refused request has no business to leave, once each. */
export function strangeChanges(rows: readonly ChangedRow[]): string[] {
  const told = rows.map(({ table, act, word }) => `${table} ${act} ${word}`.trim())
  return [...new Set(told)].filter((each) => !always.some((pattern) => pattern.test(each)))
}
