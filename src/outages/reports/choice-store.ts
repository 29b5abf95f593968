import { sql } from 'kysely'
import { type Db, type Tx, json, recently } from '../../platform/index.ts'
import type { Choice } from './report.ts'

/** Everything that can be reported, in the order of the bodies' files. */
export function listChoices(db: Db): Promise<Choice[]> {
  return recently(db, 'report choices', () => readChoices(db))
}

async function readChoices(db: Db): Promise<Choice[]> {
  const found = await sql<Choice>`
    select authority, component, service, title, authority_title as "authorityTitle", jurisdiction,
      card_version as "cardVersion", agreement_version as "agreementVersion"
    from report_choices order by place`.execute(db)
  return found.rows
}

/** The body to which a report goes whose sender could not be shown any list. */
export async function firstAuthority(tx: Tx): Promise<string> {
  const found = await sql<{ authority: string }>`
    select authority from report_choices order by place limit 1`.execute(tx)
  const [first] = found.rows
  if (first === undefined) throw new Error('no body is known yet: the choices were never made')
  return first.authority
}

/** When the choices were changed last; `null` while there are none. */
export async function choicesChangedAt(db: Db): Promise<Temporal.Instant | null> {
  const found = await sql<{ at: Temporal.Instant | null }>`
    select max(changed_at) as at from report_choices`.execute(db)
  return found.rows[0]?.at ?? null
}

/** Writes all choices anew. */
export async function replaceChoices(
  tx: Tx,
  choices: readonly Choice[],
  at: Temporal.Instant
): Promise<void> {
  const rows = choices.map((choice, place) => ({ ...choice, place }))
  await sql`
    delete from report_choices where (authority, component) not in (
      select c.authority, c.component from jsonb_to_recordset(${json(rows)})
        as c (authority text, component text))`.execute(tx)
  await sql`
    insert into report_choices (authority, component, service, place, title, authority_title,
      jurisdiction, card_version, agreement_version, changed_at)
    select c.authority, c.component, c.service, c.place, c.title, c."authorityTitle", c.jurisdiction,
      c."cardVersion", c."agreementVersion", ${at}::timestamptz
    from jsonb_to_recordset(${json(rows)}) as c (authority text, component text, service text,
      place integer, title jsonb, "authorityTitle" jsonb, jurisdiction text, "cardVersion" text,
      "agreementVersion" text)
    on conflict (authority, component) do update set service = excluded.service,
      place = excluded.place, title = excluded.title, authority_title = excluded.authority_title,
      jurisdiction = excluded.jurisdiction, card_version = excluded.card_version,
      agreement_version = excluded.agreement_version, changed_at = excluded.changed_at`.execute(tx)
}
