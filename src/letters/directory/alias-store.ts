import { sql } from 'kysely'
import { type Db, type Tx } from '../../platform/index.ts'

/** What stands at an identifier. */
export interface KeptAlias {
  /** Hexadecimal. */
  readonly label: string
  readonly owner: string
  readonly person: string | null
  readonly head: number | null
}

/** A label lies in the bucket of its first 12 bits, as everything that is hashed. */
export function bucketOfLabel(label: string): number {
  return Number.parseInt(label.slice(0, 3), 16)
}

/** Whose an identifier is, by its label. */
export async function aliasAt(db: Db, label: string): Promise<KeptAlias | null> {
  const found = await sql<KeptAlias>`
    select label, owner, person, head from directory_aliases
    where bucket = ${bucketOfLabel(label)} and label = ${label}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * Says whose an identifier is, once and for ever.
 * @returns Whose it is now: another's, where it was theirs already.
 */
export async function insertAlias(
  tx: Tx,
  alias: Omit<KeptAlias, 'head'> & { readonly at: Temporal.Instant }
): Promise<string> {
  const { label, owner, person, at } = alias
  const bucket = bucketOfLabel(label)
  await sql`
    insert into directory_aliases (bucket, label, owner, person, added_at, data_type)
    values (${bucket}, ${label}, ${owner}, ${person}, ${at}, 'account')
    on conflict (bucket, label) do nothing`.execute(tx)
  return (await aliasAt(tx, label))?.owner ?? owner
}

/** Identifiers that wait for the next head. */
export async function waitingAliases(db: Db, most: number): Promise<KeptAlias[]> {
  const found = await sql<KeptAlias>`
    select label, owner, person, head from directory_aliases where head is null
    order by added_at, label limit ${most}`.execute(db)
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
    select label, owner, person, head from directory_aliases where label > ${after}
    order by label limit ${most}`.execute(db)
  return found.rows
}
