import { sql } from 'kysely'
import { type Db, type Tx } from '../../platform/index.ts'

/** What stands at an identifier. */
export interface KeptAlias {
  /** Hexadecimal. */
  readonly label: string
  /** {@link nobody} where it was freed. */
  readonly owner: string
  readonly person: string | null
  readonly head: number | null
  /** Since when it is to be nobody's, or (once it is so in the map) is. */
  readonly freedAt: Temporal.Instant | null
  /** Whose it will be: it stays nobody's for as long as a recovery waits. */
  readonly nextOwner: string | null
  readonly nextPerson: string | null
}

/** The owner of an identifier that was freed. */
export const nobody = '-'

const columns = sql`label, owner, person, head, freed_at as "freedAt", next_owner as "nextOwner",
  next_person as "nextPerson"`

/** A label lies in the bucket of its first 12 bits, as everything that is hashed. */
export function bucketOfLabel(label: string): number {
  return Number.parseInt(label.slice(0, 3), 16)
}

/** Whose an identifier is, by its label. */
export async function aliasAt(db: Db, label: string): Promise<KeptAlias | null> {
  const found = await sql<KeptAlias>`
    select ${columns} from directory_aliases
    where bucket = ${bucketOfLabel(label)} and label = ${label}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Says whose an identifier is, until it is freed; of a freed one, whose it will be.
 * @returns Whose it is now: another's, where it was theirs already.
 */
export async function insertAlias(
  tx: Tx,
  alias: Pick<KeptAlias, 'label' | 'owner' | 'person'> & { readonly at: Temporal.Instant }
): Promise<string> {
  const { label, owner, person, at } = alias
  const bucket = bucketOfLabel(label)
  await sql`
    insert into directory_aliases (bucket, label, owner, person, added_at, data_type)
    values (${bucket}, ${label}, ${owner}, ${person}, ${at}, 'account')
    on conflict (bucket, label) do update set next_owner = excluded.owner,
      next_person = excluded.person
    where directory_aliases.freed_at is not null and directory_aliases.next_owner is null`.execute(
    tx
  )
  const now = await aliasAt(tx, label)
  return now?.nextOwner ?? now?.owner ?? owner
}

/**
 * Identifiers that wait for the next head: new ones, those to be freed, and those that somebody else has taken
 * and that are nobody's since `before`.
 */
export async function waitingAliases(
  db: Db,
  { before, most }: { readonly before: Temporal.Instant; readonly most: number }
): Promise<KeptAlias[]> {
  const found = await sql<KeptAlias>`
    select ${columns} from directory_aliases
    where head is null or freed_at is not null and owner <> ${nobody}
      or next_owner is not null and owner = ${nobody} and freed_at <= ${before}
    order by added_at, label limit ${most}`.execute(db)
  return found.rows
}

/** What an identifier stood for in earlier heads: a hash, which names nobody and is needed to check them. */
export interface PastAlias {
  readonly label: string
  /** Base64. */
  readonly value: string
  readonly head: number
}

/** Puts identifiers that were freed, or taken again, to what they are from a head on. */
export async function changeAliases(
  tx: Tx,
  past: readonly PastAlias[],
  { head, at }: { readonly head: number; readonly at: Temporal.Instant }
): Promise<void> {
  if (past.length === 0) return
  const labels = past.map(({ label }) => label)
  const buckets = labels.map(bucketOfLabel)
  await sql`
    insert into directory_past_aliases (bucket, label, head, value)
    select * from unnest(${buckets}::smallint[], ${labels}::text[],
      ${past.map((each) => each.head)}::bigint[], ${past.map(({ value }) => value)}::text[])`.execute(
    tx
  )
  await sql`
    update directory_aliases a set head = ${head},
      owner = case when a.owner = ${nobody} then a.next_owner else ${nobody} end,
      person = case when a.owner = ${nobody} then a.next_person end,
      freed_at = case when a.owner = ${nobody} then null else ${at}::timestamptz end,
      next_owner = case when a.owner = ${nobody} then null else a.next_owner end,
      next_person = case when a.owner = ${nobody} then null else a.next_person end
    from unnest(${buckets}::smallint[], ${labels}::text[]) as w (bucket, label)
    where a.bucket = w.bucket and a.label = w.label`.execute(tx)
}

/** Lets go of the identifiers of a person: from the next head on they are nobody's. */
export async function freeAliases(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update directory_aliases set next_owner = null, next_person = null
    where next_person = ${person}::uuid`.execute(tx)
  // What never stood in the map needs no mark that it was freed.
  await sql`delete from directory_aliases where person = ${person}::uuid and head is null`.execute(
    tx
  )
  await sql`
    update directory_aliases set person = null, freed_at = ${at}
    where person = ${person}::uuid`.execute(tx)
}

/** What identifiers stood for in earlier heads, for the check of an installation. */
export async function pastAliasesAfter(
  db: Db,
  after: { readonly label: string; readonly head: number },
  most: number
): Promise<PastAlias[]> {
  const found = await sql<PastAlias>`
    select label, value, head from directory_past_aliases
    where (label, head) > (${after.label}, ${after.head})
    order by label, head limit ${most}`.execute(db)
  return found.rows
}

/** Notes in which head identifiers came into the map. */
export async function setAliasHeads(
  tx: Tx,
  labels: readonly string[],
  head: number
): Promise<void> {
  await sql`
    update directory_aliases a set head = ${head}
    from unnest(${labels.map(bucketOfLabel)}::smallint[], ${labels}::text[]) as w (bucket, label)
    where a.bucket = w.bucket and a.label = w.label`.execute(tx)
}

/** Every identifier, for the check of an installation: some at a time, in the order of their labels. */
export async function aliasesAfter(db: Db, after: string, most: number): Promise<KeptAlias[]> {
  const found = await sql<KeptAlias>`
    select ${columns} from directory_aliases where label > ${after}
    order by label limit ${most}`.execute(db)
  return found.rows
}
