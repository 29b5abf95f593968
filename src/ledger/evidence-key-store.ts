import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, withScope } from '../platform/index.ts'
import { serverPrimitives } from './server-primitives.ts'

/** Whose key is meant: the subject of facts, in the bucket of their owner. */
export interface KeySubject {
  readonly bucket: number
  readonly subject: string
}

const saltDomain = 'peyman.dev/salt/v1\n'
const companionDomain = 'peyman.dev/companion/v1\n'
const saltKeyBytes = 32

/** Salt of one fact: 32 bytes that nobody can compute without the key of its subject. */
export function saltOf(key: Uint8Array, factId: string): Uint8Array {
  return serverPrimitives.hmacSha256(key, Buffer.from(saltDomain + factId))
}

/**
 * What joins a fact that would be alone in its sealed entry: 32 bytes that look like a commitment to
 * everyone but the holder of the key, who can so tell that no second fact was taken away.
 */
export function companionOf(key: Uint8Array, factId: string): Uint8Array {
  return serverPrimitives.hmacSha256(key, Buffer.from(companionDomain + factId))
}

/** Makes the key of each subject that has none; who comes second finds the first one's. */
export function makeKeys(
  db: Db,
  subjects: readonly KeySubject[],
  at: Temporal.Instant
): Promise<void> {
  // No request may read a key; what is made of it is shown after the check of its page.
  return withScope('system', () => insertKeys(db, subjects, at))
}

async function insertKeys(
  db: Db,
  subjects: readonly KeySubject[],
  at: Temporal.Instant
): Promise<void> {
  if (subjects.length === 0) return
  await sql`
    insert into evidence_keys (bucket, subject, key, made_at)
    select k.bucket, k.subject, decode(k.key, 'hex'), ${at}::timestamptz
    from unnest(${subjects.map((each) => each.bucket)}::smallint[],
      ${subjects.map((each) => each.subject)}::text[],
      ${subjects.map(() => randomBytes(saltKeyBytes).toString('hex'))}::text[]) as k (bucket, subject, key)
    on conflict (bucket, subject) do nothing`.execute(db)
}

/**
 * Makes the key of a subject in the transaction that makes the subject: its first facts can then be
 * promised at once, without another commit.
 */
export function makeEvidenceKey(
  tx: Tx,
  of: { readonly owner: string; readonly subject: string },
  at: Temporal.Instant
): Promise<void> {
  return makeKeys(tx, [{ bucket: bucketOf(of.owner), subject: of.subject }], at)
}

/** Key of each subject that has a row, by `<bucket>/<subject>`; `null` where it was erased. */
export function keysOf(
  db: Db,
  subjects: readonly KeySubject[]
): Promise<Map<string, Uint8Array | null>> {
  // No request may read a key of another; what is made of it is shown after the check of its page.
  return withScope('system', () => readKeys(db, subjects))
}

async function readKeys(
  db: Db,
  subjects: readonly KeySubject[]
): Promise<Map<string, Uint8Array | null>> {
  const found = await sql<KeySubject & { key: Uint8Array | null }>`
    select k.bucket, k.subject, k.key
    from unnest(${subjects.map((each) => each.bucket)}::smallint[],
      ${subjects.map((each) => each.subject)}::text[]) as w (bucket, subject)
    join evidence_keys k on k.bucket = w.bucket and k.subject = w.subject`.execute(db)
  return new Map(found.rows.map((row) => [keyName(row), row.key]))
}

/** How {@link keysOf} names a subject. */
export function keyName({ bucket, subject }: KeySubject): string {
  return `${String(bucket)}/${subject}`
}

/** Erases the key of a subject for ever; a later fact of it gets a leaf that nobody can open. */
export async function eraseKey(db: Db, of: KeySubject, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into evidence_keys (bucket, subject, key, made_at, erased_at)
    values (${of.bucket}, ${of.subject}, null, ${at}, ${at})
    on conflict (bucket, subject) do update set key = null, erased_at = ${at}`.execute(db)
}

/** Where a subject has a key that is still there, in whatever bucket. */
export async function keysOfSubject(db: Db, subject: string): Promise<KeySubject[]> {
  const found = await sql<KeySubject>`
    select bucket, subject from evidence_keys where subject = ${subject} and key is not null`.execute(
    db
  )
  return found.rows
}

/** Subjects whose key is there although the list of erasures names them. */
export async function presentKeys(
  db: Db,
  after: KeySubject | null,
  most: number
): Promise<KeySubject[]> {
  const found = await sql<KeySubject>`
    select bucket, subject from evidence_keys
    where key is not null
      and (bucket, subject) > (${after?.bucket ?? -1}::smallint, ${after?.subject ?? ''}::text)
    order by bucket, subject limit ${most}`.execute(db)
  return found.rows
}

/** Erases keys by their bucket and subject, as after a restored backup. */
export async function eraseKeysAgain(
  db: Db,
  subjects: readonly KeySubject[],
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update evidence_keys k set key = null, erased_at = ${at}
    from unnest(${subjects.map((each) => each.bucket)}::smallint[],
      ${subjects.map((each) => each.subject)}::text[]) as w (bucket, subject)
    where k.bucket = w.bucket and k.subject = w.subject`.execute(db)
}
