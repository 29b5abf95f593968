import { sql } from 'kysely'
import type { DirectoryEntry } from '../../kernel/directory/index.ts'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'

/** Whose an entry is, beside its name in the directory. */
export interface OwnedBy {
  /** Of a mailbox: the person or business. */
  readonly person: string | null
  readonly authority: string | null
  readonly unit: string | null
}

/** An entry with what the desk knows of it. */
export interface KeptEntry extends OwnedBy {
  readonly entry: DirectoryEntry
  readonly hash: string
  readonly addedAt: Temporal.Instant
  /** Its fact in the ledger. */
  readonly fact: string
  /** The head in which it came into the map; `null` while it waits. */
  readonly head: number | null
}

const columns = sql`entry, hash, person, authority, unit, added_at as "addedAt", fact, head`

/** All entries of an owner, from the first. */
export async function entriesOf(db: Db, owner: string): Promise<KeptEntry[]> {
  const found = await sql<KeptEntry>`
    select ${columns} from directory_entries
    where bucket = ${bucketOf(owner)} and owner = ${owner} order by sequence`.execute(db)
  return found.rows
}

/** The newest entry of an owner, or `null`. */
export async function lastEntryOf(db: Db, owner: string): Promise<KeptEntry | null> {
  const found = await sql<KeptEntry>`
    select ${columns} from directory_entries
    where bucket = ${bucketOf(owner)} and owner = ${owner} order by sequence desc limit 1`.execute(
    db
  )
  return found.rows[0] ?? null
}

/** All entries of all owners of a person, oldest owner first. */
export async function entriesOfPerson(db: Db, person: string): Promise<KeptEntry[]> {
  const found = await sql<KeptEntry>`
    select ${columns} from directory_entries where person = ${person}::uuid
    order by owner, sequence`.execute(db)
  return found.rows
}

/**
 * Adds an entry to the chain of its owner.
 * @returns `false` where another one stands there already.
 */
export async function insertEntry(
  tx: Tx,
  kept: Omit<KeptEntry, 'head'> & { readonly addedBy: string }
): Promise<boolean> {
  const { entry, hash, person, authority, unit, addedAt, addedBy, fact } = kept
  const { owner, sequence, reason } = entry
  const added = await sql`
    insert into directory_entries (bucket, owner, sequence, person, authority, unit, reason, entry, hash,
      added_at, added_by, fact, data_type)
    values (${bucketOf(owner)}, ${owner}, ${sequence}, ${person}, ${authority}, ${unit}, ${reason},
      ${json({ ...entry })}, ${hash}, ${addedAt}, ${addedBy}, ${fact}, 'account')
    on conflict (bucket, owner, sequence) do nothing returning sequence`.execute(tx)
  return added.rows.length === 1
}

/** What waits for the next head, oldest first. */
export async function waitingEntries(
  db: Db,
  most: number
): Promise<{ owner: string; sequence: number; hash: string }[]> {
  const found = await sql<{ owner: string; sequence: number; hash: string }>`
    select owner, sequence, hash from directory_entries where head is null
    order by added_at, owner, sequence limit ${most}`.execute(db)
  return found.rows
}

/** Notes in which head entries came into the map. */
export async function setEntryHeads(
  tx: Tx,
  rows: readonly { readonly owner: string; readonly sequence: number }[],
  head: number
): Promise<void> {
  await sql`
    update directory_entries e set head = ${head}
    from unnest(${rows.map(({ owner }) => bucketOf(owner))}::smallint[],
      ${rows.map(({ owner }) => owner)}::text[], ${rows.map(({ sequence }) => sequence)}::integer[])
      as w (bucket, owner, sequence)
    where e.bucket = w.bucket and e.owner = w.owner and e.sequence = w.sequence`.execute(tx)
}

/** Takes the person off their entries; what is signed and hashed stays, and names a number only. */
export async function forgetOwner(tx: Tx, person: string): Promise<number> {
  const done = await sql`
    update directory_entries set person = null where person = ${person}::uuid returning sequence`.execute(
    tx
  )
  return done.rows.length
}

/** Every entry, for the check of an installation: some owners at a time, in the order of their names. */
export async function entriesAfter(
  db: Db,
  after: string,
  most: number
): Promise<(KeptEntry & { bucket: number; owner: string; sequence: number; reason: string })[]> {
  const found = await sql<
    KeptEntry & { bucket: number; owner: string; sequence: number; reason: string }
  >`
    select bucket, owner, sequence, reason, ${columns} from directory_entries
    where owner in (select distinct owner from directory_entries where owner > ${after}
      order by owner limit ${most})
    order by owner, sequence`.execute(db)
  return found.rows
}

/** All entries of the units of some bodies. */
export async function entriesOfBodies(
  db: Db,
  authorities: readonly string[]
): Promise<KeptEntry[]> {
  if (authorities.length === 0) return []
  const found = await sql<KeptEntry>`
    select ${columns} from directory_entries
    where authority = any(${authorities}::text[]) order by owner, sequence`.execute(db)
  return found.rows
}
