import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/index.ts'
import type { RetentionRule } from './retention.ts'

const columns = sql`authority, data_type as "dataType", service, keep_days as "keepDays", erasable,
  changed_at as "changedAt", changed_by as "changedBy"`

/** The rules of all authorities, in a stable order. */
export async function retentionRules(db: Db): Promise<RetentionRule[]> {
  const found = await sql<RetentionRule>`
    select ${columns} from retention_rules order by authority, data_type, service`.execute(db)
  return found.rows
}

/** Writes a rule over the one before. */
export async function saveRule(tx: Tx, rule: RetentionRule): Promise<void> {
  await sql`
    insert into retention_rules (authority, data_type, service, keep_days, erasable, changed_at,
      changed_by)
    values (${rule.authority}, ${rule.dataType}, ${rule.service}, ${rule.keepDays},
      ${rule.erasable}, ${rule.changedAt}, ${rule.changedBy})
    on conflict (authority, data_type, service) do update set keep_days = excluded.keep_days,
      erasable = excluded.erasable, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx)
}

/** Writes a rule of a file, unless somebody set that rule on the page. */
export async function addRule(db: Db, rule: RetentionRule): Promise<void> {
  await sql`
    insert into retention_rules (authority, data_type, service, keep_days, erasable, changed_at,
      changed_by)
    values (${rule.authority}, ${rule.dataType}, ${rule.service}, ${rule.keepDays},
      ${rule.erasable}, ${rule.changedAt}, ${rule.changedBy})
    on conflict (authority, data_type, service) do update set keep_days = excluded.keep_days,
      erasable = excluded.erasable, changed_at = excluded.changed_at
    where retention_rules.changed_by = ${rule.changedBy}
      and (retention_rules.keep_days, retention_rules.erasable)
        is distinct from (excluded.keep_days, excluded.erasable)`.execute(db)
}

/** Takes a rule away; `false` where there is none. */
export async function dropRule(
  tx: Tx,
  of: Pick<RetentionRule, 'authority' | 'dataType' | 'service'>
): Promise<boolean> {
  const dropped = await sql`
    delete from retention_rules where authority = ${of.authority} and data_type = ${of.dataType}
      and service = ${of.service} returning 1`.execute(tx)
  return dropped.rows.length === 1
}

/** Takes away the rules that a file set and no longer names. */
export async function dropFileRules(
  tx: Tx,
  named: readonly RetentionRule[],
  by: string
): Promise<void> {
  await sql`
    delete from retention_rules
    where changed_by = ${by} and (authority, data_type, service) not in (
      select * from unnest(${named.map((rule) => rule.authority)}::text[],
        ${named.map((rule) => rule.dataType)}::text[], ${named.map((rule) => rule.service)}::text[]))`.execute(
    tx
  )
}
