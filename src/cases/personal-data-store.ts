import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, newId } from '../platform/index.ts'
import type { CaseRecord } from './case-record.ts'
import { open } from './demand-stage.ts'
import type { personalData } from '../people/index.ts'

/** A case whose content is still there, with whether its erasure has begun. */
export type HeldCase = CaseRecord & { readonly erasedAt: Temporal.Instant | null }

const columns = sql`id, applicant, authority, service, card_version as "cardVersion",
  agreement_version as "agreementVersion", code, answers, filed_at as "filedAt", version, stage, step,
  unit, units, assigned_to as "assignedTo", reopened, facts_through as "factsThrough", erased_at as "erasedAt"`

/** Every case of a person whose content is still there, the oldest first. */
export async function casesOfPerson(db: Db, person: string): Promise<HeldCase[]> {
  const found = await sql<HeldCase>`
    select ${columns} from cases
    where bucket = ${bucketOf(person)} and applicant = ${person} and code <> ''
    order by id`.execute(db)
  return found.rows
}

/** Cases that ended before an instant and are not erased, the longest ago first. */
export async function casesPastTime(
  db: Db,
  past: personalData.PastTime,
  after: HeldCase | null
): Promise<HeldCase[]> {
  const { authority, service, except, before, most } = past
  const found = await sql<HeldCase>`
    select ${columns} from cases
    where authority = ${authority} and erased_at is null and stage <> all(${open}::text[])
      and facts_through < ${firstIdOf(before)}::uuid
      and (${service} = '' or service = ${service}) and service <> all(${except}::text[])
      and (${after?.id ?? null}::uuid is null
        or (facts_through, id) > (${after?.factsThrough ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by facts_through, id limit ${most}`.execute(db)
  return found.rows
}

/** Cases whose erasure began and was broken off. */
export async function casesBeingErased(db: Db, most: number): Promise<HeldCase[]> {
  const found = await sql<HeldCase>`
    select ${columns} from cases where erased_at is not null and code <> ''
    order by erased_at limit ${most}`.execute(db)
  return found.rows
}

/** When the last thing happened to a case: ids of facts take their time from it. */
export function lastFactAt({ factsThrough }: Pick<CaseRecord, 'factsThrough'>): Temporal.Instant {
  const milliseconds = Number.parseInt(factsThrough.slice(0, 8) + factsThrough.slice(9, 13), 16)
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
}

function firstIdOf(at: Temporal.Instant): string {
  return `${newId(at).slice(0, 13)}-0000-0000-000000000000`
}

/**
 * Says of a case that its erasure has begun: from here on it is nobody's to see or change.
 * @returns Whether this is so; a case that was changed or opened again meanwhile is left.
 */
export async function beginErasingCase(
  tx: Tx,
  of: Pick<CaseRecord, 'id' | 'applicant' | 'factsThrough'>,
  at: Temporal.Instant
): Promise<boolean> {
  const bucket = bucketOf(of.applicant)
  const begun = await sql`
    update cases set erased_at = ${at}
    where bucket = ${bucket} and id = ${of.id} and erased_at is null
      and facts_through = ${of.factsThrough} and stage <> all(${open}::text[])
    returning 1`.execute(tx)
  if (begun.rows.length === 0) return false
  // Units to which something was handed on read it by the row of that alone.
  await sql`delete from document_shares where bucket = ${bucket} and case_id = ${of.id}`.execute(tx)
  return true
}

/** Takes the content of cases of one applicant away; their rows and facts stay. */
export async function emptyCases(
  tx: Tx,
  of: { readonly applicant: string; readonly cases: readonly HeldCase[] },
  at: Temporal.Instant
): Promise<Record<string, number>> {
  const bucket = bucketOf(of.applicant)
  const ids = of.cases.map(({ id }) => id)
  if (ids.length === 0) return {}
  const inCases = sql`bucket = ${bucket} and case_id = any(${ids}::uuid[])`
  await sql`
    delete from file_chunks where bucket = ${bucket} and file_id in (
      select id from case_documents where ${inCases})`.execute(tx)
  await sql`delete from document_shares where ${inCases}`.execute(tx)
  const documents = await sql`delete from case_documents where ${inCases} returning 1`.execute(tx)
  const notes = await sql`delete from case_notes where ${inCases} returning 1`.execute(tx)
  await sql`delete from case_judgements where ${inCases}`.execute(tx)
  await sql`delete from case_receipts where ${inCases}`.execute(tx)
  await sql`delete from case_clocks where ${inCases}`.execute(tx)
  await sql`delete from case_submissions where ${inCases}`.execute(tx)
  for (const { id, code, authority } of of.cases) {
    await sql`
      delete from case_codes where bucket = ${bucketOf(code)} and code = ${code} and case_id = ${id}`.execute(
      tx
    )
    await sql`
      delete from queue_items where bucket = ${bucketOf(authority)} and case_id = ${id}`.execute(tx)
  }
  await sql`
    update cases set answers = '{}'::jsonb, code = '', assigned_to = null,
      erased_at = coalesce(erased_at, ${at})
    where bucket = ${bucket} and id = any(${ids}::uuid[])`.execute(tx)
  return { cases: ids.length, documents: documents.rows.length, notes: notes.rows.length }
}

/** Takes away what a person typed and sent without filing it. */
export async function removeUnsent(tx: Tx, person: string): Promise<Record<string, number>> {
  const bucket = bucketOf(person)
  await sql`
    delete from file_chunks where bucket = ${bucket} and file_id in (
      select id from uploads where bucket = ${bucket} and person = ${person})`.execute(tx)
  const uploads = await sql`
    delete from uploads where bucket = ${bucket} and person = ${person} returning 1`.execute(tx)
  const drafts = await sql`
    delete from drafts where bucket = ${bucket} and person = ${person} returning 1`.execute(tx)
  await sql`delete from case_submissions where bucket = ${bucket} and filer = ${person}`.execute(tx)
  return { drafts: drafts.rows.length, uploads: uploads.rows.length }
}

/** How many drafts and uploads a person has. */
export async function countUnsent(
  db: Db,
  person: string
): Promise<{ drafts: number; uploads: number }> {
  const found = await sql<{ drafts: number; uploads: number }>`
    select (select count(*) from drafts where bucket = ${bucketOf(person)} and person = ${person}) as drafts,
      (select count(*) from uploads where bucket = ${bucketOf(person)} and person = ${person}) as uploads`.execute(
    db
  )
  return found.rows[0] ?? { drafts: 0, uploads: 0 }
}

/** What is left in the rows of erased cases, which should be nothing: ids of cases. */
export async function badlyErased(db: Db, before: Temporal.Instant): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select c.id from cases c
    where c.erased_at < ${before} and (c.code <> '' or c.answers <> '{}'::jsonb
      or exists (select 1 from case_documents d where d.bucket = c.bucket and d.case_id = c.id)
      or exists (select 1 from case_notes n where n.bucket = c.bucket and n.case_id = c.id)
      or exists (select 1 from case_judgements j where j.bucket = c.bucket and j.case_id = c.id)
      or exists (select 1 from case_receipts r where r.bucket = c.bucket and r.case_id = c.id))`.execute(
    db
  )
  return found.rows.map(({ id }) => id)
}
