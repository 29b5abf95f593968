import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'

/** The own copies that a mailbox has of letters that it sent, by the letter. */
export async function copiesOf(
  db: Db,
  mailbox: string,
  letters: readonly string[]
): Promise<Map<string, string>> {
  if (letters.length === 0) return new Map()
  const found = await sql<{ id: string; copyOf: string }>`
    select id, copy_of as "copyOf" from letters
    where bucket = ${bucketOf(mailbox)} and recipient = ${mailbox}
      and copy_of = any(${letters}::uuid[]) and content is not null`.execute(db)
  return new Map(found.rows.map(({ id, copyOf }) => [copyOf, id]))
}
