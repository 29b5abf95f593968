import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, withScope } from '../../platform/index.ts'

/** Somebody who will read no letter any more. */
export interface RecipientEnd {
  /** Person id, of a person or a business; a mailbox id. */
  readonly owner: string
  readonly kind: 'deceased' | 'dissolved'
  readonly authority: string
  readonly by: string
  readonly at: Temporal.Instant
  /** The remark that names the paper. */
  readonly remark: string
}

/** Those of these persons and mailboxes that were recorded as ended. */
export function endedAmong(db: Db, owners: readonly string[]): Promise<ReadonlySet<string>> {
  if (owners.length === 0) return Promise.resolve(new Set())
  // Every body has to know it, whichever saw the paper.
  return withScope('system', async () => {
    const found = await sql<{ owner: string }>`
      select owner from letter_recipient_ends where (bucket, owner) in (select * from unnest(
        ${owners.map(bucketOf)}::smallint[], ${owners}::uuid[]))`.execute(db)
    return new Set(found.rows.map(({ owner }) => owner))
  })
}

/** How, by whom and at which body an end was recorded, or `null`. */
export function recipientEndOf(db: Db, owner: string): Promise<RecipientEnd | null> {
  // As above: whoever was named heir asks, of a person who named them.
  return withScope('system', async () => {
    const found = await sql<RecipientEnd>`
      select owner, kind, authority, recorded_by as by, recorded_at as at, remark
      from letter_recipient_ends where bucket = ${bucketOf(owner)} and owner = ${owner}`.execute(db)
    return found.rows[0] ?? null
  })
}

/** Takes an end back that was recorded wrongly. @returns Whether it was there. */
export async function deleteEnd(tx: Tx, owner: string): Promise<boolean> {
  const gone = await sql`
    delete from letter_recipient_ends
    where bucket = ${bucketOf(owner)} and owner = ${owner}`.execute(tx)
  return Number(gone.numAffectedRows) === 1
}

/** Records an end. @returns Whether it was not known. */
export async function insertEnd(tx: Tx, end: RecipientEnd): Promise<boolean> {
  const written = await sql`
    insert into letter_recipient_ends (bucket, owner, kind, authority, recorded_by, recorded_at, remark)
    values (${bucketOf(end.owner)}, ${end.owner}, ${end.kind}, ${end.authority}, ${end.by}, ${end.at},
      ${end.remark})
    on conflict (bucket, owner) do nothing`.execute(tx)
  return Number(written.numAffectedRows) === 1
}
