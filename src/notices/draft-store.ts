import { sql } from 'kysely'
import { type Db, type Tx, isId, json } from '../platform/index.ts'
import type { NoticeTexts } from './notice-form.ts'

/** A notice in the making, as it was last saved. */
export interface NoticeDraft {
  /** Of the notice that it will be, or whose next version. */
  readonly id: string
  readonly authority: string
  /** The version that is corrected; `null` for a new notice. */
  readonly baseVersion: number | null
  readonly typed: NoticeTexts
  /** Raised by every save. */
  readonly revision: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

const columns = sql`id, authority, base_version as "baseVersion", typed, revision,
  saved_at as "savedAt", saved_by as "savedBy"`

/** The draft of a notice, or `null`. */
export async function draftById(db: Db, id: string): Promise<NoticeDraft | null> {
  if (!isId(id)) return null
  const found = await sql<NoticeDraft>`
    select ${columns} from notice_drafts where id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** The drafts of authorities, last saved first. */
export async function draftsOf(db: Db, authorities: readonly string[]): Promise<NoticeDraft[]> {
  const found = await sql<NoticeDraft>`
    select ${columns} from notice_drafts where authority = any(${authorities}::text[])
    order by saved_at desc, id desc`.execute(db)
  return found.rows
}

/** Begins a draft. @returns False where the notice has one already. */
export async function insertDraft(tx: Tx, draft: NoticeDraft): Promise<boolean> {
  const inserted = await sql`
    insert into notice_drafts (id, authority, base_version, typed, revision, saved_at, saved_by)
    values (${draft.id}, ${draft.authority}, ${draft.baseVersion}, ${json(draft.typed)},
      ${draft.revision}, ${draft.savedAt}, ${draft.savedBy})
    on conflict (id) do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/** Which draft is meant, as its writer last saw it. */
export interface SeenDraft {
  readonly id: string
  readonly revision: number
}

/** Saves a draft over the revision that its writer had seen. @returns False where somebody else saved. */
export async function updateDraft(
  tx: Tx,
  seen: SeenDraft,
  draft: Pick<NoticeDraft, 'typed' | 'savedAt' | 'savedBy'>
): Promise<boolean> {
  const saved = await sql`
    update notice_drafts set typed = ${json(draft.typed)}, revision = revision + 1,
      saved_at = ${draft.savedAt}, saved_by = ${draft.savedBy}
    where id = ${seen.id} and revision = ${seen.revision}`.execute(tx)
  return saved.numAffectedRows === 1n
}

/** Lets a draft correct another version than before. @returns False where somebody else saved. */
export async function rebaseDraft(tx: Tx, seen: SeenDraft, baseVersion: number): Promise<boolean> {
  const moved = await sql`
    update notice_drafts set base_version = ${baseVersion}, revision = revision + 1
    where id = ${seen.id} and revision = ${seen.revision}`.execute(tx)
  return moved.numAffectedRows === 1n
}

/** Takes a draft out, as its writer last saw it. @returns False where somebody else saved in between. */
export async function takeDraft(tx: Tx, seen: SeenDraft): Promise<boolean> {
  const taken = await sql`
    delete from notice_drafts where id = ${seen.id} and revision = ${seen.revision}`.execute(tx)
  return taken.numAffectedRows === 1n
}
