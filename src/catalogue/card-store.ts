import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { sandboxAuthority } from '../kernel/terms/sandbox-authority.ts'
import { type Db, type Tx, json, recently } from '../platform/index.ts'
import type { CardDraft, ServiceCard } from './card.ts'
import type { CardChange } from './card-changes.ts'

/** A card that was published: one version of one service's identity card, in force or announced. */
export interface CardVersion extends CardEffect {
  /** Code of the service. */
  readonly service: string
  /** From 1, without gaps. */
  readonly version: number
  readonly card: ServiceCard
  /** What differs from the version before; empty for the first. */
  readonly changes: readonly CardChange[]
  readonly sha256: string
  readonly publishedAt: Temporal.Instant
  /** Id of the actor. */
  readonly publishedBy: string
}

/** From when a version is in force, and what it waits for. */
export interface CardEffect {
  /** `null`: it waits for its notice to be seen. */
  readonly effectiveAt: Temporal.Instant | null
  /** Id of the notice that tells of it; `null` for the first version, which changes nothing. */
  readonly notice: string | null
  /** Not before this instant; `null`: as soon as the notice was seen. */
  readonly askedAt: Temporal.Instant | null
  /** First sight of the notice. */
  readonly seenAt: Temporal.Instant | null
}

/** A card in the making, as it was last saved. */
export interface SavedDraft {
  readonly service: string
  readonly authority: string
  readonly card: CardDraft
  /** Raised by every save. */
  readonly revision: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

const versionColumns = sql`v.service, v.version, v.card, v.changes, v.sha256,
  v.published_at as "publishedAt", v.published_by as "publishedBy",
  e.effective_at as "effectiveAt", a.notice, a.asked_at as "askedAt", a.seen_at as "seenAt"`
const effectsBeside = sql`left join card_effects e
    on e.service = v.service and e.version = v.version
  left join card_announcements a on a.service = v.service and a.version = v.version`
const draftColumns = sql`service, authority, card, revision, saved_at as "savedAt",
  saved_by as "savedBy"`

/** SHA-256 of a card's content, whatever order its keys were written in. */
export function cardSha256(card: ServiceCard): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(card)))
    .digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)])
  )
}

/**
 * The card of a service that was in force at an instant. A version that was announced is not in force
 * before its notice was seen.
 * @returns `null` where there is no such service, or none was in force by then.
 */
export async function cardInForce(
  db: Db,
  code: string,
  at: Temporal.Instant
): Promise<CardVersion | null> {
  const effects = await recently(db, `card effects ${code}`, () => effectsOf(db, code))
  const found = effects.find(({ effectiveAt }) => Temporal.Instant.compare(effectiveAt, at) <= 0)
  if (found === undefined) return null
  const name = `${code}@${String(found.version)}`
  return recently(db, `card ${name}`, () => cardVersion(db, name))
}

/** Versions whose time is known, the newest first. */
async function effectsOf(
  db: Db,
  code: string
): Promise<{ version: number; effectiveAt: Temporal.Instant }[]> {
  const found = await sql<{ version: number; effectiveAt: Temporal.Instant }>`
    select version, effective_at as "effectiveAt" from card_effects
    where service = ${code} order by version desc`.execute(db)
  return found.rows
}

/** The newest card of a service, in force or announced: what the next one differs from. */
export async function newestCard(db: Db, code: string): Promise<CardVersion | null> {
  const found = await sql<CardVersion>`
    select ${versionColumns} from card_versions v ${effectsBeside}
    where v.service = ${code} order by v.version desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** The name of the version in force at an instant, `10021001@3`; `null` where there is none. */
export async function cardNameInForce(
  db: Db,
  code: string,
  at: Temporal.Instant
): Promise<string | null> {
  const found = await sql<{ version: number }>`
    select version from card_effects
    where service = ${code} and effective_at <= ${at} order by version desc limit 1`.execute(db)
  const version = found.rows[0]?.version
  return version === undefined ? null : `${code}@${String(version)}`
}

/** One version by its name, `10021001@3`, in force or not; `null` where there is none. */
export async function cardVersion(db: Db, name: string): Promise<CardVersion | null> {
  const parts = /^([0-9]{6,13})@([1-9][0-9]{0,5})$/.exec(name)
  if (!parts) return null
  const found = await sql<CardVersion>`
    select ${versionColumns} from card_versions v ${effectsBeside}
    where v.service = ${parts[1]} and v.version = ${Number(parts[2])}`.execute(db)
  return found.rows[0] ?? null
}

/** All versions of one service, the newest first. */
export async function cardVersionsOf(db: Db, code: string): Promise<CardVersion[]> {
  const found = await sql<CardVersion>`
    select ${versionColumns} from card_versions v ${effectsBeside}
    where v.service = ${code} order by v.version desc`.execute(db)
  return found.rows
}

/** Every version of every card, in force or not, the newest of each service first. */
export async function allVersions(db: Db): Promise<CardVersion[]> {
  const found = await sql<CardVersion>`
    select ${versionColumns} from card_versions v ${effectsBeside}
    order by v.service, v.version desc`.execute(db)
  return found.rows
}

/**
 * The card in force of every service, or of one authority's, at an instant, by code. Those for trying are
 * listed for their own authority only.
 */
export async function listServices(
  db: Db,
  of: { readonly authority?: string; readonly at: Temporal.Instant }
): Promise<CardVersion[]> {
  const only =
    of.authority === undefined
      ? sql`s.authority <> ${sandboxAuthority}`
      : sql`s.authority = ${of.authority}`
  const found = await sql<CardVersion>`
    select distinct on (s.code) ${versionColumns} from services s
    join card_versions v on v.service = s.code ${effectsBeside}
    where ${only} and e.effective_at <= ${of.at}
    order by s.code, v.version desc`.execute(db)
  return found.rows
}

/** Changes whenever another card is in force: what a cache of the catalogue is checked against. */
export async function catalogueMark(db: Db, at: Temporal.Instant): Promise<string> {
  const found = await sql<{ mark: string }>`
    select count(*) || '/' || coalesce(max(effective_at)::text, '') as mark
    from card_effects where effective_at <= ${at}`.execute(db)
  return found.rows[0]?.mark ?? ''
}

/** Whether this very content was published before, as whatever version. */
export async function wasPublished(db: Db, code: string, sha256: string): Promise<boolean> {
  const found = await sql`
    select 1 from card_versions where service = ${code} and sha256 = ${sha256} limit 1`.execute(db)
  return found.rows.length > 0
}

/**
 * Takes the next version number of a service, if nobody else took it since.
 * @returns False where somebody did; the transaction is then to be given up.
 */
export async function takeVersion(
  tx: Tx,
  take: { readonly code: string; readonly authority: string; readonly version: number }
): Promise<boolean> {
  const taken =
    take.version === 1
      ? await sql`
          insert into services (code, authority, version)
          values (${take.code}, ${take.authority}, 1) on conflict (code) do nothing`.execute(tx)
      : await sql`
          update services set version = ${take.version}
          where code = ${take.code} and authority = ${take.authority}
            and version = ${take.version - 1}`.execute(tx)
  return taken.numAffectedRows === 1n
}

/** Writes a version whose number was taken; from when it is in force is written apart. */
export async function insertVersion(
  tx: Tx,
  version: Omit<CardVersion, keyof CardEffect>
): Promise<void> {
  await sql`
    insert into card_versions (service, version, card, changes, sha256, published_at, published_by)
    values (${version.service}, ${version.version}, ${json(version.card)},
      ${json(version.changes)}, ${version.sha256}, ${version.publishedAt},
      ${version.publishedBy})`.execute(tx)
}

/** The draft of one service, or `null`. */
export async function draftOf(db: Db, code: string): Promise<SavedDraft | null> {
  const found = await sql<SavedDraft>`
    select ${draftColumns} from card_drafts where service = ${code}`.execute(db)
  return found.rows[0] ?? null
}

/** All drafts of one authority, by code. */
export async function draftsOf(db: Db, authority: string): Promise<SavedDraft[]> {
  const found = await sql<SavedDraft>`
    select ${draftColumns} from card_drafts
    where authority = ${authority} order by service`.execute(db)
  return found.rows
}

/**
 * Saves a draft over the revision that its editor had seen (0: there was none).
 * @returns The new revision, or `null` where somebody else saved in between.
 */
export async function saveDraft(
  tx: Tx,
  draft: Omit<SavedDraft, 'revision'>,
  seenRevision: number
): Promise<number | null> {
  const values = sql`${json(draft.card)}, ${seenRevision + 1}, ${draft.savedAt}, ${draft.savedBy}`
  const saved =
    seenRevision === 0
      ? await sql`
          insert into card_drafts (service, authority, card, revision, saved_at, saved_by)
          values (${draft.service}, ${draft.authority}, ${values})
          on conflict (service) do nothing`.execute(tx)
      : await sql`
          update card_drafts set (card, revision, saved_at, saved_by) = (${values})
          where service = ${draft.service} and revision = ${seenRevision}`.execute(tx)
  return saved.numAffectedRows === 1n ? seenRevision + 1 : null
}

/** Deletes a draft, whichever revision it has; it was published, or is given up. */
export async function deleteDraft(tx: Tx, code: string): Promise<void> {
  await sql`delete from card_drafts where service = ${code}`.execute(tx)
}
