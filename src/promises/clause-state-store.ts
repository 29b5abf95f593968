import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { ClauseState, ScoreRun } from './clause-state.ts'
import type { Breach } from './measure.ts'

/** Which cached states to read; a field left out asks nothing. */
export interface StateQuery {
  readonly version?: string
  readonly clause?: string
  /** `null`: only those of all services together. */
  readonly service?: string | null
  readonly period?: string
}

type Row = Omit<ClauseState, 'agreement' | 'service' | 'breaches'> & {
  readonly service: string
  readonly breaches: readonly (Omit<Breach, 'at'> & { readonly at: string })[]
}

const columns = sql`authority, version, clause, service, period, state, value, unit, numerator,
  denominator, breaches, breach_count as "breachCount", evidence,
  evidence_count as "evidenceCount", detail`

/** Cached states of one authority, in order of version, clause, service, period. */
export async function clauseStatesOf(
  db: Db,
  authority: string,
  query: StateQuery = {}
): Promise<ClauseState[]> {
  const found = await sql<Row>`
    select ${columns} from clause_states
    where bucket = ${bucketOf(authority)} and authority = ${authority} and ${conditions(query)}
    order by version, clause, service, period`.execute(db)
  return found.rows.map(stateOf)
}

function conditions(query: StateQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (query.version !== undefined) all.push(sql`version = ${query.version}`)
  if (query.clause !== undefined) all.push(sql`clause = ${query.clause}`)
  if (query.service !== undefined) all.push(sql`service = ${query.service ?? ''}`)
  if (query.period !== undefined) all.push(sql`period = ${query.period}`)
  return sql.join(all, sql` and `)
}

function stateOf(row: Row): ClauseState {
  return {
    ...row,
    agreement: row.version.split('@')[0] ?? row.version,
    service: row.service === '' ? null : row.service,
    breaches: row.breaches.map((breach): Breach => ({
      ...breach,
      at: Temporal.Instant.from(breach.at)
    }))
  }
}

/** Puts the states of an authority in the place of all that were cached; rows that are equal stay. */
export async function replaceClauseStates(
  tx: Tx,
  authority: string,
  states: readonly ClauseState[]
): Promise<void> {
  const rows = JSON.stringify(
    states.map((state) => ({
      ...state,
      service: state.service ?? '',
      breaches: state.breaches.map((breach) => ({ ...breach, at: breach.at.toString() }))
    }))
  )
  const bucket = bucketOf(authority)
  await sql`
    insert into clause_states as kept (bucket, authority, version, clause, service, period, state,
      value, unit, numerator, denominator, breaches, breach_count, evidence, evidence_count, detail)
    select ${bucket}::smallint, ${authority}::text, version, clause, service, period, state, value,
      unit, numerator, denominator, breaches, "breachCount", evidence, "evidenceCount", detail
    from jsonb_to_recordset(${rows}::jsonb) as fresh (version text, clause text, service text,
      period text, state text, value double precision, unit text, numerator bigint,
      denominator bigint, breaches jsonb, "breachCount" integer, evidence jsonb,
      "evidenceCount" integer, detail jsonb)
    on conflict (bucket, version, clause, service, period) do update set state = excluded.state,
      value = excluded.value, unit = excluded.unit, numerator = excluded.numerator,
      denominator = excluded.denominator, breaches = excluded.breaches,
      breach_count = excluded.breach_count, evidence = excluded.evidence,
      evidence_count = excluded.evidence_count, detail = excluded.detail
    where (kept.state, kept.value, kept.numerator, kept.denominator, kept.breaches, kept.evidence,
      kept.evidence_count, kept.detail) is distinct from (excluded.state, excluded.value,
      excluded.numerator, excluded.denominator, excluded.breaches, excluded.evidence,
      excluded.evidence_count, excluded.detail)`.execute(tx)
  await sql`
    delete from clause_states kept
    where bucket = ${bucket} and authority = ${authority} and not exists (
      select 1 from jsonb_to_recordset(${rows}::jsonb) as fresh (version text, clause text,
        service text, period text)
      where fresh.version = kept.version and fresh.clause = kept.clause
        and fresh.service = kept.service and fresh.period = kept.period)`.execute(tx)
}

/** The last run of an authority; `null` before the first. */
export async function scoreRunOf(db: Db, authority: string): Promise<ScoreRun | null> {
  const found = await sql<ScoreRun>`
    select authority, facts_through as "factsThrough", facts_recent as "factsRecent",
      facts_read as "factsRead",
      code_version as "codeVersion", as_of as "asOf", took_ms as "tookMs"
    from score_runs where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(db)
  return found.rows[0] ?? null
}

/** Keeps a run, unless a later one was kept meanwhile. @returns Whether it was kept. */
export async function keepScoreRun(tx: Tx, run: ScoreRun): Promise<boolean> {
  const kept = await sql`
    insert into score_runs as known (bucket, authority, facts_through, facts_recent, facts_read,
      code_version, as_of, took_ms)
    values (${bucketOf(run.authority)}, ${run.authority}, ${run.factsThrough}, ${run.factsRecent}, ${run.factsRead},
      ${run.codeVersion}, ${run.asOf}, ${run.tookMs})
    on conflict (bucket, authority) do update set facts_through = excluded.facts_through,
      facts_recent = excluded.facts_recent,
      facts_read = excluded.facts_read, code_version = excluded.code_version,
      as_of = excluded.as_of, took_ms = excluded.took_ms
    where known.as_of <= excluded.as_of
    returning 1`.execute(tx)
  return kept.rows.length === 1
}
