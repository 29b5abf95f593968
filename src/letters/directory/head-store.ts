import { sql } from 'kysely'
import type { DirectoryHead } from '../../kernel/directory/index.ts'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** A head with its fact. */
export interface KeptHead extends DirectoryHead {
  readonly hash: string
  readonly fact: string
  readonly madeAt: Temporal.Instant
}

/** There is one directory: all heads are neighbours. */
export const directorySubject = 'directory'
const bucket = bucketOf(directorySubject)
const columns = sql`number, root, entries, labels, previous, hash, fact, made_at as "madeAt"`

/** The newest heads, newest first. */
export async function newestHeads(db: Db, most: number): Promise<KeptHead[]> {
  const found = await sql<KeptHead>`
    select ${columns} from directory_heads where bucket = ${bucket}
    order by number desc limit ${most}`.execute(db)
  return found.rows
}

/** The newest heads that were made no later than an instant, newest first. */
export async function headsUntil(
  db: Db,
  until: Temporal.Instant,
  most: number
): Promise<KeptHead[]> {
  const found = await sql<KeptHead>`
    select ${columns} from directory_heads where bucket = ${bucket} and number <= (
      select coalesce(max(number), 0) from directory_heads
      where bucket = ${bucket} and made_at <= ${until})
    order by number desc limit ${most}`.execute(db)
  return found.rows
}

/** A head by its number, or `null`. */
export async function headAt(db: Db, number: number): Promise<KeptHead | null> {
  const found = await sql<KeptHead>`
    select ${columns} from directory_heads where bucket = ${bucket} and number = ${number}`.execute(
    db
  )
  return found.rows[0] ?? null
}

/** Heads behind a number, in their order: for the check of an installation. */
export async function headsAfter(db: Db, number: number, most: number): Promise<KeptHead[]> {
  const found = await sql<KeptHead>`
    select ${columns} from directory_heads where bucket = ${bucket} and number > ${number}
    order by number limit ${most}`.execute(db)
  return found.rows
}

/**
 * Keeps a head. Two workers that made the same one wait here for each other.
 * @returns `false` where there is one of that number.
 */
export async function insertHead(tx: Tx, head: KeptHead): Promise<boolean> {
  const { number, root, entries, labels, previous, hash, fact, madeAt } = head
  const added = await sql`
    insert into directory_heads (bucket, number, root, entries, labels, previous, hash, fact, made_at)
    values (${bucket}, ${number}, ${root}, ${entries}, ${labels}, ${previous}, ${hash}, ${fact}, ${madeAt})
    on conflict (bucket, number) do nothing returning number`.execute(tx)
  return added.rows.length === 1
}
