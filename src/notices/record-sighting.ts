import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { queueOutbox } from '../channels/index.ts'
import { noticeFoundIn, noticeLines } from '../kernel/notices/index.ts'
import { factsBetween, recordFact } from '../ledger/index.ts'
import { type Context, type Db, type Tx, inTransaction } from '../platform/index.ts'
import type { Notice, NoticeAbout } from './notice.ts'
import { markSeen, noticeById } from './notice-store.ts'
import { insertSighting } from './sighting-store.ts'

/** A page that a vantage point fetched, and says to show a notice. */
export interface SightingInput {
  readonly notice: string
  readonly version: number
  /** Id of the vantage point. */
  readonly vantage: string
  readonly outside: boolean
  /** When it was fetched, by this installation's clock. */
  readonly at: Temporal.Instant
  /** The page as it came. */
  readonly page: Buffer
}

/** What follows the first sight of a notice about a thing; no topic where nothing waits for it. */
const topics: Readonly<Record<NoticeAbout['kind'], string | null>> = {
  card: 'notice.seen.card',
  agreement: 'notice.seen.agreement',
  'planned-outage': 'notice.seen.planned-outage',
  suspension: 'notice.seen.planned-outage',
  outage: null,
  system: null
}

/**
 * Takes the word of a vantage point that it saw a notice, and checks the page itself. The first one that
 * counts makes the notice given: the fact `notice.seen`, the page as proof, and the outbox row for
 * whoever waits, all at once.
 * @returns `already` where nothing came of it: seen before, or looked at from inside while the authority
 *   has a vantage point outside; `not-found` where the page does not show the notice.
 */
export async function recordSighting(
  context: Context,
  sighting: SightingInput
): Promise<'seen' | 'already' | 'not-found'> {
  const notice = await noticeById(context.db, sighting.notice, sighting.version)
  if (notice === null || !shows(sighting.page, notice)) return 'not-found'
  const isFirst =
    notice.seenAt === null &&
    (await counts(context.db, notice.authority, sighting)) &&
    (await inTransaction(context.db, (tx) => keepSighting(context, tx, { notice, sighting })))
  if (isFirst) context.nudge()
  return isFirst ? 'seen' : 'already'
}

/** Older versions have pages of their own, which are marked otherwise: only the notice's own one counts. */
function shows(page: Buffer, notice: Notice): boolean {
  const html = page.toString('utf8')
  const mark = `data-notice="${notice.id}" data-version="${String(notice.version)}"`
  return html.includes(mark) && noticeFoundIn(html, noticeLines(notice))
}

/** Inside eyes count only as long as the authority has no eye outside. */
async function counts(
  db: Db,
  authority: string,
  { outside }: Pick<SightingInput, 'outside'>
): Promise<boolean> {
  if (outside) return true
  const facts = await factsBetween(db, {
    authority,
    kinds: ['vantage-point.registered', 'vantage-point.retired']
  })
  const latest = new Map(facts.map((fact) => [fact.subject, fact]))
  return !Array.from(latest.values()).some(
    ({ kind, body }) => kind === 'vantage-point.registered' && body.outside === true
  )
}

async function keepSighting(
  context: Context,
  tx: Tx,
  { notice, sighting }: { notice: Notice; sighting: SightingInput }
): Promise<boolean> {
  const now = context.clock.now()
  const seenAt = within(sighting.at, notice.publishedAt, now)
  if (!(await markSeen(tx, notice, seenAt))) return false
  const snapshotSha256 = createHash('sha256').update(sighting.page).digest('hex')
  const { id, version, authority, sha256 } = notice
  const { vantage, outside } = sighting
  const about = notice.about && { kind: notice.about.kind, id: notice.about.id }
  const { id: fact } = await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'notice.seen',
    subject: id,
    at: seenAt,
    knownAt: now,
    actor: vantage,
    body: { notice: id, version, sha256, vantage, outside, snapshotSha256, about }
  })
  await insertSighting(
    tx,
    { notice: id, version, vantage, outside, seenAt, recordedAt: now, snapshotSha256, fact },
    gzipSync(sighting.page)
  )
  const topic = about && topics[about.kind]
  if (topic !== null) {
    const payload = { notice: id, version, about, seenAt: seenAt.toString() }
    await queueOutbox(tx, [{ owner: authority, topic, payload }], now)
  }
  return true
}

/** No page shows a notice before it is published, nor later than now, whatever a clock says. */
function within(
  at: Temporal.Instant,
  first: Temporal.Instant,
  last: Temporal.Instant
): Temporal.Instant {
  if (Temporal.Instant.compare(at, first) < 0) return first
  return Temporal.Instant.compare(at, last) > 0 ? last : at
}
