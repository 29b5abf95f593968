import { sql } from 'kysely'
import { type Db, type Tx, recently } from '../platform/index.ts'
import type { AgreementId } from './agreement-version.ts'

/** One text of a version. */
export interface Revision {
  readonly agreement: AgreementId
  readonly version: string
  /** From 1. */
  readonly revision: number
}

/** A text that was announced, and is not in force as long as nobody outside saw its notice. */
export interface AnnouncedRevision extends Revision {
  /** Id of the notice that tells what it changes. */
  readonly notice: string
  readonly announcedAt: Temporal.Instant
  /** When its notice was first seen; `null` as long as it was not. */
  readonly seenAt: Temporal.Instant | null
}

/** Notes that a text was announced. */
export async function insertAnnouncement(
  tx: Tx,
  one: Omit<AnnouncedRevision, 'seenAt'>
): Promise<void> {
  await sql`
    insert into agreement_announcements (agreement, version, revision, notice, announced_at)
    values (${one.agreement}, ${one.version}, ${one.revision}, ${one.notice}::uuid,
      ${one.announcedAt})`.execute(tx)
}

/** Announced texts that are not in force yet, in their order; of one version where it is named. */
export function waitingRevisions(
  db: Db,
  of: { readonly agreement?: AgreementId; readonly version?: string } = {}
): Promise<AnnouncedRevision[]> {
  const key = `agreement announcements ${of.agreement ?? '*'}@${of.version ?? '*'}`
  return recently(db, key, () => readWaiting(db, of))
}

async function readWaiting(
  db: Db,
  of: { readonly agreement?: AgreementId; readonly version?: string }
): Promise<AnnouncedRevision[]> {
  const found = await sql<AnnouncedRevision>`
    select a.agreement, a.version, a.revision, a.notice, a.announced_at as "announcedAt",
      a.seen_at as "seenAt"
    from agreement_announcements a
    where (${of.agreement ?? null}::text is null or a.agreement = ${of.agreement ?? null}::text)
      and (${of.version ?? null}::text is null or a.version = ${of.version ?? null}::text)
      and not exists (select 1 from agreement_effects e where e.agreement = a.agreement
        and e.version = a.version and e.revision = a.revision)
    order by a.agreement, a.version, a.revision`.execute(db)
  return found.rows
}

/**
 * Notes the first sight of the notice of a text.
 * @returns False where it was seen before, or where another notice tells of that text.
 */
export async function noteSight(
  tx: Tx,
  one: Revision & { readonly notice: string; readonly seenAt: Temporal.Instant }
): Promise<boolean> {
  const noted = await sql`
    update agreement_announcements set seen_at = ${one.seenAt}
    where agreement = ${one.agreement} and version = ${one.version}
      and revision = ${one.revision} and notice = ${one.notice}::uuid
      and seen_at is null`.execute(tx)
  return noted.numAffectedRows === 1n
}

/** Puts a text in force from an instant on. */
export async function insertEffect(
  tx: Tx,
  one: Revision & { readonly effectiveAt: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into agreement_effects (agreement, version, revision, effective_at)
    values (${one.agreement}, ${one.version}, ${one.revision}, ${one.effectiveAt})`.execute(tx)
}
