import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { isDeepStrictEqual } from 'node:util'
import { type Fact, factsBetween } from '../ledger/index.ts'
import type { Db } from '../platform/index.ts'
import { type Notice, noticeSha256 } from './notice.ts'
import { allNoticeVersions } from './notice-store.ts'
import { publishedBody } from './publish-notice.ts'
import { type Sighting, allSightings, snapshotOf } from './sighting-store.ts'

/** A notice of which the database says something else than the facts. */
export interface NoticeDifference {
  /** `<id>@2`. */
  readonly notice: string
  readonly what: 'text' | 'published' | 'lost' | 'seen' | 'sight' | 'snapshot'
  readonly cached: string
  readonly computed: string
}

/**
 * Holds every version of every notice against the facts: that it says what was published, that its sight
 * is on record, and that the page that proves the sight is the one that was kept. A text that a hand
 * changed in the database after it was seen is found so.
 * @returns How many versions were looked at, and every difference.
 */
export async function checkNotices(
  db: Db
): Promise<{ checked: number; differences: NoticeDifference[] }> {
  const versions = await allNoticeVersions(db)
  const facts = await factsBetween(db, { kinds: ['notice.published', 'notice.seen'] })
  const byName = Map.groupBy(facts, ({ body, kind }) => `${kind} ${nameOfBody(body)}`)
  const differences: NoticeDifference[] = []
  for (const notice of versions) {
    const name = nameOf(notice)
    const [published] = byName.get(`notice.published ${name}`) ?? []
    const [seen] = byName.get(`notice.seen ${name}`) ?? []
    differences.push(...textOf(notice, published), ...(await sightOf(db, notice, seen)))
  }
  differences.push(...lostOf(versions, byName), ...sightsOf(await allSightings(db), byName))
  return { checked: versions.length, differences }
}

/** Versions that were published and have no row any more. */
function lostOf(
  versions: readonly Notice[],
  byName: ReadonlyMap<string, readonly Fact[]>
): NoticeDifference[] {
  const known = new Set(versions.map((notice) => `notice.published ${nameOf(notice)}`))
  return [...byName].flatMap(([name, [fact]]) =>
    fact === undefined || fact.kind !== 'notice.published' || known.has(name)
      ? []
      : [{ notice: nameOfBody(fact.body), what: 'lost', cached: '–', computed: fact.id }]
  )
}

/** What is kept of sights beside the page; a sight that no fact tells of was never had. */
function sightsOf(
  sightings: readonly Sighting[],
  byName: ReadonlyMap<string, readonly Fact[]>
): NoticeDifference[] {
  return sightings.flatMap((sighting) => {
    const { vantage, outside, seenAt, recordedAt, snapshotSha256, fact } = sighting
    const notice = `${sighting.notice}@${String(sighting.version)}`
    const [seen] = byName.get(`notice.seen ${notice}`) ?? []
    const { body, at, knownAt, id } = seen ?? {}
    const [cached, computed] = [
      [vantage, outside, seenAt, recordedAt, snapshotSha256, fact],
      [body?.['vantage'], body?.['outside'], at, knownAt, body?.['snapshotSha256'], id]
    ].map((values) => values.map(String).join(' '))
    if (cached === undefined || computed === undefined || cached === computed) return []
    return [{ notice, what: 'sight' as const, cached, computed }]
  })
}

function nameOf({ id, version }: Notice): string {
  return `${id}@${String(version)}`
}

function nameOfBody(body: Fact['body']): string {
  const { notice, version } = body as { notice: string; version: number }
  return `${notice}@${String(version)}`
}

function textOf(notice: Notice, published: Fact | undefined): NoticeDifference[] {
  const name = nameOf(notice)
  const sha256 = noticeSha256(notice)
  const found: NoticeDifference[] = []
  if (sha256 !== notice.sha256) {
    found.push({ notice: name, what: 'text', cached: sha256, computed: notice.sha256 })
  }
  const now = publishedBody(notice)
  if (!isDeepStrictEqual(now, published?.body)) {
    const computed = published === undefined ? '–' : JSON.stringify(published.body)
    found.push({ notice: name, what: 'published', cached: JSON.stringify(now), computed })
  }
  return found
}

async function sightOf(
  db: Db,
  notice: Notice,
  seen: Fact | undefined
): Promise<NoticeDifference[]> {
  const name = nameOf(notice)
  const [cached, computed] = [notice.seenAt, seen?.at].map((at) => at?.toString() ?? '–')
  if (cached !== computed) {
    return [{ notice: name, what: 'seen', cached: cached ?? '–', computed: computed ?? '–' }]
  }
  if (seen === undefined) return []
  const kept = await snapshotOf(db, notice.id, notice.version)
  const page = kept === null ? null : unpacked(kept.snapshot)
  const sha256 = page === null ? '–' : createHash('sha256').update(page).digest('hex')
  const recorded = seen.body.snapshotSha256 as string
  if (sha256 === recorded) return []
  return [{ notice: name, what: 'snapshot', cached: sha256, computed: recorded }]
}

function unpacked(snapshot: Buffer): Buffer | null {
  try {
    return gunzipSync(snapshot)
  } catch {
    return null
  }
}
