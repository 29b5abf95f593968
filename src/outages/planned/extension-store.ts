import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { DeadlineExtension } from './extension.ts'

const columns = sql`id, authority, outage, component, services, from_at as "from", to_at as "to",
  reason, proposed_at as "proposedAt", proposed_by as "proposedBy", decided_at as "decidedAt",
  decided_by as "decidedBy", approved, applied_at as "appliedAt", cases`

/** One proposal, or `null`. */
export async function extensionById(db: Db, id: string): Promise<DeadlineExtension | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  return (await read(db, sql`id = ${id}`))[0] ?? null
}

/** The proposals of some authorities, or about one outage; the newest first. */
export function extensionsOf(
  db: Db,
  of: { readonly authorities?: readonly string[]; readonly outage?: string; readonly most: number }
): Promise<DeadlineExtension[]> {
  const { authorities, outage, most } = of
  const whose = authorities === undefined ? sql`true` : sql`authority = any(${authorities}::text[])`
  const which = outage === undefined ? sql`true` : sql`outage = ${outage}::uuid`
  return read(db, sql`${whose} and ${which} order by proposed_at desc, id desc limit ${most}`)
}

/** Approved proposals whose cases were not all extended yet. */
export function extensionsToApply(db: Db): Promise<DeadlineExtension[]> {
  return read(db, sql`approved and applied_at is null order by decided_at`)
}

/** Extensions that were granted since an instant. */
export function extensionsApplied(db: Db, since: Temporal.Instant): Promise<DeadlineExtension[]> {
  return read(db, sql`approved and applied_at is not null and decided_at >= ${since}`)
}

async function read(db: Db, where: RawBuilder<unknown>): Promise<DeadlineExtension[]> {
  const found = await sql<DeadlineExtension>`
    select ${columns} from deadline_extensions where ${where}`.execute(db)
  return found.rows
}

/** Writes a new proposal. @returns False where one about the same outage waits already. */
export async function insertExtension(tx: Tx, extension: DeadlineExtension): Promise<boolean> {
  const { id, authority, outage, component, services, from, to, reason } = extension
  const inserted = await sql`
    insert into deadline_extensions (bucket, authority, id, outage, component, services, from_at,
      to_at, reason, proposed_at, proposed_by, cases)
    values (${bucketOf(authority)}, ${authority}, ${id}, ${outage}, ${component},
      ${services}::text[], ${from}, ${to}, ${reason}, ${extension.proposedAt},
      ${extension.proposedBy}, ${extension.cases})
    on conflict do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/** Decides a proposal. @returns False where it was decided before. */
export async function decideExtensionRow(
  tx: Tx,
  extension: Pick<DeadlineExtension, 'id' | 'authority'>,
  decision: { readonly at: Temporal.Instant; readonly actor: string; readonly approved: boolean }
): Promise<boolean> {
  const { at, actor, approved } = decision
  const decided = await sql`
    update deadline_extensions set decided_at = ${at}, decided_by = ${actor}, approved = ${approved}
    where bucket = ${bucketOf(extension.authority)} and authority = ${extension.authority}
      and id = ${extension.id} and decided_at is null`.execute(tx)
  return decided.numAffectedRows === 1n
}

/** Notes that the cases were extended, over this span. */
export async function noteApplied(
  db: Db,
  extension: DeadlineExtension,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update deadline_extensions set applied_at = ${at}, cases = ${extension.cases},
      from_at = ${extension.from}, to_at = ${extension.to}
    where bucket = ${bucketOf(extension.authority)} and authority = ${extension.authority}
      and id = ${extension.id}`.execute(db)
}
