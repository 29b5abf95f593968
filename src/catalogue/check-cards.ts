import { isDeepStrictEqual } from 'node:util'
import { type Fact, factsBetween } from '../ledger/index.ts'
import type { Db, JsonObject } from '../platform/index.ts'
import { compareCards } from './card-changes.ts'
import { type CardVersion, allVersions, cardSha256 } from './card-store.ts'
import { factBody } from './publish-card.ts'

/** A card of which the database says something else than the facts. */
export interface CardDifference {
  /** `10021001@3`. */
  readonly card: string
  readonly what: 'content' | 'published' | 'changes' | 'effect'
  readonly cached: string
  readonly computed: string
}

/**
 * Holds every version of every card against the facts: that its content is the one that was published,
 * that it differs from the version before as was said then, and that nothing but a sighting on record
 * put it in force. A card that a hand changed in the database is found so.
 * @returns How many versions were looked at, and every difference.
 */
export async function checkCards(
  db: Db
): Promise<{ checked: number; differences: CardDifference[] }> {
  const versions = await allVersions(db)
  const facts = await factsBetween(db, {
    kinds: ['card.published', 'card.effective', 'notice.seen']
  })
  const record: Record = {
    published: new Map(ofKind(facts, 'card.published').map((fact) => [fact.cardVersion, fact])),
    effective: new Map(ofKind(facts, 'card.effective').map((fact) => [fact.cardVersion, fact])),
    seen: Map.groupBy(ofKind(facts, 'notice.seen'), ({ subject }) => subject)
  }
  const byName = new Map(versions.map((version) => [nameOf(version), version]))
  const differences = versions.flatMap((version) => {
    const before = byName.get(`${version.service}@${String(version.version - 1)}`) ?? null
    return [...contentOf(version, before, record), ...effectOf(version, record)]
  })
  return { checked: versions.length, differences }
}

interface Record {
  readonly published: ReadonlyMap<string | null, Fact>
  readonly effective: ReadonlyMap<string | null, Fact>
  readonly seen: ReadonlyMap<string, readonly Fact[]>
}

function ofKind(facts: readonly Fact[], kind: Fact['kind']): Fact[] {
  return facts.filter((fact) => fact.kind === kind)
}

function nameOf({ service, version }: CardVersion): string {
  return `${service}@${String(version)}`
}

function contentOf(
  version: CardVersion,
  before: CardVersion | null,
  { published }: Record
): CardDifference[] {
  const card = nameOf(version)
  const fact = published.get(card)
  const sha256 = cardSha256(version.card)
  const found: CardDifference[] = []
  if (sha256 !== version.sha256) {
    found.push({ card, what: 'content', cached: version.sha256, computed: sha256 })
  }
  if (fact === undefined) {
    found.push({ card, what: 'published', cached: version.publishedAt.toString(), computed: '–' })
    return found
  }
  const now = factBody(version)
  const other = Object.keys(fact.body).filter((key) => !isDeepStrictEqual(fact.body[key], now[key]))
  for (const key of other) {
    found.push({ card, what: 'published', cached: part(now, key), computed: part(fact.body, key) })
  }
  // Before versions waited for notices, some differences were not told; those facts stay as they are.
  if (before !== null && 'notice' in fact.body) {
    const changes = compareCards(before.card, version.card).map(({ field }) => field)
    const told = version.changes.map(({ field }) => field)
    if (!isDeepStrictEqual(changes, told)) {
      found.push({ card, what: 'changes', cached: changes.join(', '), computed: told.join(', ') })
    }
  }
  return found
}

function part(body: JsonObject, key: string): string {
  return `${key}: ${JSON.stringify(body[key])}`
}

/** From when a version is in force, and whether what that rests on is on record. */
function effectOf(version: CardVersion, record: Record): CardDifference[] {
  const { effectiveAt } = version
  if (effectiveAt === null) return []
  const card = nameOf(version)
  const recorded = record.effective.get(card)?.at
  const due = isFirst(version, record)
    ? version.publishedAt
    : sightBefore(version, effectiveAt, record)
  const isRight = (recorded ?? effectiveAt).equals(effectiveAt) && due !== null
  if (isRight && (!isFirst(version, record) || due.equals(effectiveAt))) return []
  const computed = (recorded ?? due)?.toString() ?? '–'
  return [{ card, what: 'effect', cached: effectiveAt.toString(), computed }]
}

/** What was published before versions waited for notices was in force at once, as first versions are. */
function isFirst(version: CardVersion, { published }: Record): boolean {
  const fact = published.get(nameOf(version))
  return version.version === 1 || (fact !== undefined && !('notice' in fact.body))
}

/** The sight on record of a version's notice, if it was not after the version came into force. */
function sightBefore(
  { notice, seenAt }: CardVersion,
  effectiveAt: Temporal.Instant,
  { seen }: Record
): Temporal.Instant | null {
  if (seenAt === null || Temporal.Instant.compare(seenAt, effectiveAt) > 0) return null
  const sights = seen.get(notice ?? '') ?? []
  return sights.some(({ at }) => at.equals(seenAt)) ? seenAt : null
}
