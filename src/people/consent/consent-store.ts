import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { ConsentAct } from './consent-act.ts'

/** A counter's asking for one act; the citizen's code answers it. */
export interface CounterConsent {
  readonly id: string
  /** Person id of the citizen. */
  readonly person: string
  readonly authority: string
  readonly service: string
  readonly act: ConsentAct
  /** Id of the case on which it is done; `null` for a filing. */
  readonly case: string | null
  /** Code of the office, as its authority knows it. */
  readonly office: string
  /** Id of the actor who asked, and who alone may use the code. */
  readonly clerk: string
  readonly askedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** For what a code is typed: it counts for nothing else. */
export type ConsentFor = Pick<
  CounterConsent,
  'person' | 'authority' | 'service' | 'act' | 'case' | 'office' | 'clerk'
>

const columns = sql`id, person, authority, service, act, case_id as "case", office, clerk, asked_at as "askedAt",
  expires_at as "expiresAt", used_at as "usedAt"`

/** Wrong codes of one asking; then another must be asked for. */
const attemptsMax = 5

/** Writes an asking; its code is made when it is sent. */
export async function insertConsent(
  tx: Tx,
  consent: Omit<CounterConsent, 'usedAt'>
): Promise<void> {
  const { id, person, authority, service, act, office, clerk, askedAt, expiresAt } = consent
  await sql`
    insert into counter_consents (bucket, id, person, authority, service, act, case_id, office, clerk,
      asked_at, expires_at)
    values (${bucketOf(person)}, ${id}, ${person}, ${authority}, ${service}, ${act}, ${consent.case},
      ${office}, ${clerk}, ${askedAt}, ${expiresAt})`.execute(tx)
}

/** Gives an open asking its code. @returns The asking; `null` if it is over. */
export async function giveConsentCode(
  tx: Tx,
  given: {
    readonly id: string
    readonly person: string
    readonly sha256: string
    readonly expiresAt: Temporal.Instant
  }
): Promise<CounterConsent | null> {
  const found = await sql<CounterConsent>`
    update counter_consents set code_sha256 = ${given.sha256}, expires_at = ${given.expiresAt}
    where bucket = ${bucketOf(given.person)} and id = ${given.id} and used_at is null
    returning ${columns}`.execute(tx)
  return found.rows[0] ?? null
}

/**
 * Counts a try at the newest asking for an act and gives the hash of its code: one statement, so that no
 * two tries at once count as one. `null` where there is none, or no try is left.
 */
export async function tryConsent(
  db: Db,
  asked: ConsentFor,
  now: Temporal.Instant
): Promise<{ id: string; sha256: string | null } | null> {
  const { person, authority, service, act, office, clerk } = asked
  const bucket = bucketOf(person)
  const found = await sql<{ id: string; sha256: string | null }>`
    update counter_consents set attempts = attempts + 1
    where bucket = ${bucket} and attempts < ${attemptsMax} and used_at is null
      and expires_at > ${now} and id = (select c.id from counter_consents c
        where c.bucket = ${bucket} and c.person = ${person} and c.authority = ${authority}
          and c.service = ${service} and c.act = ${act}
          and c.case_id is not distinct from ${asked.case}::uuid and c.office = ${office}
          and c.clerk = ${clerk} order by c.asked_at desc, c.id desc limit 1)
    returning id, code_sha256 as sha256`.execute(db)
  return found.rows[0] ?? null
}

/** Uses a consent, once, in the transaction of its act. @returns Whether it was there to use. */
export async function takeConsent(
  tx: Tx,
  taken: { readonly id: string; readonly person: string },
  now: Temporal.Instant
): Promise<boolean> {
  const used = await sql`
    update counter_consents set used_at = ${now}
    where bucket = ${bucketOf(taken.person)} and id = ${taken.id} and used_at is null
      and expires_at > ${now} returning 1`.execute(tx)
  return used.rows.length === 1
}

/** What counters asked of a person, the newest first. */
export async function consentsOf(db: Db, person: string): Promise<CounterConsent[]> {
  const found = await sql<CounterConsent>`
    select ${columns} from counter_consents
    where bucket = ${bucketOf(person)} and person = ${person}
    order by asked_at desc, id desc limit 200`.execute(db)
  return found.rows
}
