import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import { formsDocuments } from './data-types.ts'
import type { SavedDraft } from './draft.ts'

const columns = sql`id, service, card_version as "cardVersion", answers as "values", later,
  saved_at as "savedAt"`

/** One draft of a person, or `null`. */
export async function draftById(db: Db, person: string, id: string): Promise<SavedDraft | null> {
  if (bucketOfId(id) === null) return null
  const found = await sql<SavedDraft>`
    select ${columns} from drafts
    where bucket = ${bucketOf(person)} and id = ${id} and person = ${person}`.execute(db)
  return found.rows[0] ?? null
}

/** A person's drafts, newest first. */
export async function draftsOf(db: Db, person: string, most: number): Promise<SavedDraft[]> {
  const found = await sql<SavedDraft>`
    select ${columns} from drafts
    where bucket = ${bucketOf(person)} and person = ${person}
    order by saved_at desc limit ${most}`.execute(db)
  return found.rows
}

/**
 * Writes a new draft, or over the one before: the newest typing wins, on whatever device it was done.
 * @returns Whether it was written: one that was sent meanwhile does not come back.
 */
export async function putDraft(
  tx: Tx,
  { sender, isNew }: { sender: string; isNew: boolean },
  draft: SavedDraft
): Promise<boolean> {
  const { id, values, later } = draft
  const put = isNew
    ? await sql`
        insert into drafts (bucket, id, person, service, card_version, answers, later, saved_at,
          data_type)
        values (${bucketOf(sender)}, ${id}, ${sender}, ${draft.service}, ${draft.cardVersion},
          ${json(values)}, ${json(later)}, ${draft.savedAt}, ${formsDocuments}) returning 1`.execute(
        tx
      )
    : await sql`
        update drafts set card_version = ${draft.cardVersion}, answers = ${json(values)},
          later = ${json(later)}, saved_at = ${draft.savedAt}
        where bucket = ${bucketOf(sender)} and id = ${id} and person = ${sender}
          and service = ${draft.service} returning 1`.execute(tx)
  return put.rows.length === 1
}

/** Takes a draft away; `false` where there is none. */
export async function dropDraft(tx: Tx, person: string, id: string): Promise<boolean> {
  if (bucketOfId(id) === null) return false
  const dropped = await sql`
    delete from drafts where bucket = ${bucketOf(person)} and id = ${id} and person = ${person}
    returning 1`.execute(tx)
  return dropped.rows.length === 1
}
