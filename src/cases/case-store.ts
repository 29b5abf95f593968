import { sql } from 'kysely'
import type { delegation } from '../people/index.ts'
import { type Db, type Tx, bucketOf, json, withScope } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord } from './case-record.ts'

const columns = sql`id, applicant, authority, service, card_version as "cardVersion",
  agreement_version as "agreementVersion", code, answers, filed_at as "filedAt", version, stage, step,
  unit, units, assigned_to as "assignedTo", reopened, facts_through as "factsThrough"`

/** One case, or `null`; one whose content was erased is none to anybody. */
export async function caseById(db: Db, id: string): Promise<CaseRecord | null> {
  const bucket = bucketOfId(id)
  if (bucket === null) return null
  const found = await sql<CaseRecord>`
    select ${columns} from cases
    where bucket = ${bucket} and id = ${id} and erased_at is null`.execute(db)
  return found.rows[0] ?? null
}

type OwnedCase = Pick<CaseRecord, 'id' | 'applicant' | 'authority' | 'service'>

/** Whose a case is, which body has it and for which service: who is to be told of something, and why. */
export async function ownerOfCase(db: Db, id: string): Promise<OwnedCase | null> {
  const found = await sql<OwnedCase>`
    select id, applicant, authority, service from cases
    where bucket = ${bucketOfId(id)} and id = ${id}::uuid and erased_at is null`.execute(db)
  return found.rows[0] ?? null
}

/** Many cases in one statement; ids of none are left out. */
export async function casesByIds(db: Db, ids: readonly string[]): Promise<CaseRecord[]> {
  const own = ids.flatMap((id) => {
    const bucket = bucketOfId(id)
    return bucket === null ? [] : [{ id, bucket }]
  })
  const found = await sql<CaseRecord>`
    select ${columns} from cases
    where erased_at is null and (bucket, id) in (
      select * from unnest(${own.map((each) => each.bucket)}::smallint[], ${own.map((each) => each.id)}::uuid[]))`.execute(
    db
  )
  return found.rows
}

/** The case that somebody filed with this submission key, or `null`. */
export async function caseOfSubmission(
  db: Db,
  by: { filer: string; submissionKey: string }
): Promise<CaseRecord | null> {
  const found = await sql<{ id: string }>`
    select case_id as id from case_submissions
    where bucket = ${bucketOf(by.filer)} and filer = ${by.filer}
      and submission_key = ${by.submissionKey}`.execute(db)
  const id = found.rows[0]?.id
  return id === undefined ? null : caseById(db, id)
}

/** The case that a tracking code names, or `null`. */
export function caseIdByCode(db: Db, code: string): Promise<string | null> {
  // The code is the key: whoever has it is led to the case, and no list of codes is ever read.
  return withScope('system', () => readCode(db, code))
}

async function readCode(db: Db, code: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select case_id as id from case_codes where bucket = ${bucketOf(code)} and code = ${code}`.execute(
    db
  )
  return found.rows[0]?.id ?? null
}

/** An applicant's cases, newest first, from the one after `before` on. */
export async function casesOfApplicant(
  db: Db,
  query: {
    applicant: string
    /** Of a delegate: what they were given to see. */
    scopes: readonly delegation.DelegationScope[]
    before: string | null
    most: number
  }
): Promise<CaseRecord[]> {
  const { applicant, scopes, before, most } = query
  const all = scopes.some((scope) => 'all' in scope)
  const authorities = scopes.flatMap((scope) => ('authority' in scope ? [scope.authority] : []))
  const services = scopes.flatMap((scope) => ('services' in scope ? scope.services : []))
  const found = await sql<CaseRecord>`
    select ${columns} from cases
    where bucket = ${bucketOf(applicant)} and applicant = ${applicant} and erased_at is null
      and (${before}::uuid is null or id < ${before}::uuid)
      and (${all} or authority = any(${authorities}::text[]) or service = any(${services}::text[]))
    order by id desc limit ${most}`.execute(db)
  return found.rows
}

/** Ids of all cases of some buckets, erased ones too, `to` not included. */
export async function idsOfCases(
  db: Db,
  buckets: { from: number; to: number }
): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select id from cases where bucket >= ${buckets.from} and bucket < ${buckets.to}`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

/** What a change writes over the cached state of a case. */
export type CaseState = Pick<
  CaseRecord,
  'id' | 'answers' | 'stage' | 'step' | 'unit' | 'assignedTo' | 'reopened' | 'factsThrough'
>

/**
 * Compare-and-swap on the row of one case: writes the new state if nobody has changed the case, and no
 * timer has added a fact to it, since it was read; its version rises by one.
 * @returns Whether it was written.
 */
export async function swapCase(
  tx: Tx,
  from: Pick<CaseRecord, 'version' | 'factsThrough'>,
  to: CaseState
): Promise<boolean> {
  const swapped = await sql`
    update cases set version = version + 1, answers = ${json(to.answers)}, stage = ${to.stage},
      step = ${to.step}, unit = ${to.unit}, assigned_to = ${to.assignedTo},
      reopened = ${to.reopened}, facts_through = ${to.factsThrough}
    where bucket = ${bucketOfId(to.id)} and id = ${to.id} and version = ${from.version}
      and facts_through = ${from.factsThrough} and erased_at is null
    returning 1`.execute(tx)
  return swapped.rows.length === 1
}

/** Notes that a case's newest fact is one that a timer recorded; it is still the same to its people. */
export async function noteFactsThrough(
  tx: Tx,
  to: { id: string; before: string; factsThrough: string }
): Promise<boolean> {
  const noted = await sql`
    update cases set facts_through = ${to.factsThrough}
    where bucket = ${bucketOfId(to.id)} and id = ${to.id} and facts_through = ${to.before}
    returning 1`.execute(tx)
  return noted.rows.length === 1
}

/** All cases in key order, from the one after `after` on: for rebuilding and checking. */
export async function casesInOrder(
  db: Db,
  query: { after: { bucket: number; id: string } | null; authority?: string; most: number }
): Promise<CaseRecord[]> {
  const { after, authority, most } = query
  const found = await sql<CaseRecord>`
    select ${columns} from cases
    where (bucket, id) > (${after?.bucket ?? -1}::smallint, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
      and erased_at is null
      and (${authority ?? null}::text is null or authority = ${authority ?? null}::text)
    order by bucket, id limit ${most}`.execute(db)
  return found.rows
}
