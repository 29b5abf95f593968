import { type Interruption, interruptions } from '../../catalogue/index.ts'
import { type Fact, factsBetween } from '../../ledger/index.ts'
import type { Db } from '../../platform/index.ts'
import { type NoticeSight, type Planned, announcementSeen, interruptionOf } from './planned.ts'
import { allPlannedRows } from './planned-store.ts'
import { type EmergencySuspension, emergencyInterruption } from './suspension.ts'
import { emergenciesBetween } from './suspension-store.ts'

/** A plan or suspension of which the database says something else than the facts. */
export interface PlannedDifference {
  /** Id of the planned outage or suspension. */
  readonly planned: string
  /** Which value: `planned.from`, `announcement.seenAt`, `emergency.endedAt`, `shown.closed`. */
  readonly what: string
  readonly cached: string
  readonly computed: string
}

const kinds = [
  'planned-outage.announced',
  'planned-outage.moved',
  'planned-outage.cancelled',
  'suspension.begun',
  'suspension.ended',
  'notice.seen'
] as const

// Emergencies are of their own day, whatever is planned.
const allTime = {
  from: Temporal.Instant.from('1900-01-01T00:00:00Z'),
  to: Temporal.Instant.from('9999-01-01T00:00:00Z')
}

/**
 * Holds every planned outage and suspension against the facts, and what the catalogue shows and closes by
 * them against what they are.
 * @returns How many were looked at, and every difference; none where the outbox is empty.
 */
export async function checkPlanned(
  db: Db
): Promise<{ checked: number; differences: PlannedDifference[] }> {
  const facts = await factsBetween(db, { kinds })
  const [plans, emergencies, shown] = [
    await allPlannedRows(db),
    await emergenciesBetween(db, allTime),
    new Map((await interruptions.allInterruptions(db)).map((each) => [each.id, each]))
  ]
  const record: Record = {
    own: Map.groupBy(
      facts.filter(({ kind }) => kind !== 'notice.seen'),
      ({ subject }) => subject
    ),
    seen: Map.groupBy(
      facts.filter(({ kind }) => kind === 'notice.seen'),
      ({ subject }) => subject
    ),
    shown
  }
  const known = new Set([...plans, ...emergencies].map(({ id }) => id))
  const differences = [
    ...plans.flatMap((planned) => planDifferences(planned, record)),
    ...emergencies.flatMap((suspension) => emergencyDifferences(suspension, record)),
    ...lost(record, known)
  ]
  return { checked: known.size, differences }
}

interface Record {
  readonly own: ReadonlyMap<string, readonly Fact[]>
  /** By notice. */
  readonly seen: ReadonlyMap<string, readonly Fact[]>
  readonly shown: ReadonlyMap<string, Interruption>
}

function planDifferences(planned: Planned, { own, seen, shown }: Record): PlannedDifference[] {
  const { id, notice } = planned
  const facts = own.get(id) ?? []
  const times = facts.filter(({ kind }) => kind.endsWith('announced') || kind.endsWith('moved'))
  const [announced, last] = [times[0]?.body, times.at(-1)?.body]
  const atOf = (name: string) => facts.find(({ kind }) => kind === name)?.at ?? null
  const cancelledAt = atOf('planned-outage.cancelled')
  const versions = times.map(({ body }) => Number(body.noticeVersion))
  const sights = sightsOf(seen, notice)
  const announcements = times.map(({ body, at, actor }) => ({
    noticeVersion: body.noticeVersion,
    from: body.from,
    to: body.to,
    announcedAt: at,
    announcedBy: actor,
    seenAt: firstSight(
      sights.filter(
        (sight) => announcementSeen(versions, cancelledAt, sight) === body.noticeVersion
      )
    )
  }))
  const told = {
    kind: announced?.kind,
    components: announced?.components,
    services: announced?.services,
    notice: announced?.notice,
    from: last?.from,
    to: last?.to,
    announcements,
    cancelledAt,
    begunAt: atOf('suspension.begun'),
    endedAt: atOf('suspension.ended')
  }
  return [
    ...compare([id, 'planned'], { ...planned, services: planned.services ?? [] }, told),
    ...shownDifferences(id, shown.get(id) ?? null, interruptionOf(planned))
  ]
}

function emergencyDifferences(
  suspension: EmergencySuspension,
  { own, seen, shown }: Record
): PlannedDifference[] {
  const { id, notice } = suspension
  const facts = own.get(id) ?? []
  const begun = facts.find(({ kind }) => kind === 'suspension.begun')
  const told = {
    kind: begun?.body.kind,
    services: begun?.body.services,
    reason: begun?.body.reason,
    begunAt: begun?.at,
    begunBy: begun?.actor,
    endedAt: facts.find(({ kind }) => kind === 'suspension.ended')?.at ?? null,
    noticeSeenAt: firstSight(sightsOf(seen, notice))
  }
  return [
    ...compare([id, 'emergency'], suspension, told),
    ...shownDifferences(id, shown.get(id) ?? null, emergencyInterruption(suspension))
  ]
}

function sightsOf(seen: Record['seen'], notice: string): NoticeSight[] {
  const facts = seen.get(notice) ?? []
  return facts.map(({ at, body }) => ({ noticeVersion: Number(body.version), at }))
}

/** The notice of an emergency is given by whichever of its versions was seen first. */
function firstSight(sights: readonly NoticeSight[]): Temporal.Instant | null {
  return sights.map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
}

function shownDifferences(
  id: string,
  cached: Interruption | null,
  computed: Interruption | null
): PlannedDifference[] {
  return compare([id, 'shown'], { all: cached }, { all: computed })
}

/** Facts of plans that have no row any more, and what is shown of none. */
function lost({ own, shown }: Record, known: ReadonlySet<string>): PlannedDifference[] {
  const gone = [...own.keys()].filter((id) => !known.has(id))
  const strange = [...shown.keys()].filter((id) => !known.has(id))
  return [
    ...gone.map((planned) => difference(planned, 'planned', ['absent', 'told by facts'])),
    ...strange.map((planned) => difference(planned, 'shown', ['shown', 'no such plan']))
  ]
}

function compare(
  [planned, of]: readonly [string, string],
  cached: object,
  computed: object
): PlannedDifference[] {
  const before = new Map(Object.entries(cached))
  return Object.entries(computed).flatMap(([name, value]) => {
    const [was, is] = [inOrder(before.get(name)), inOrder(value)]
    return was === is ? [] : [difference(planned, `${of}.${name}`, [was, is])]
  })
}

/** Text of a value with its keys in order, so that equal values have equal texts. */
function inOrder(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value) ?? 'null')
  return JSON.stringify(plain, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )
}

function difference(
  planned: string,
  what: string,
  [cached, computed]: readonly [string, string]
): PlannedDifference {
  return { planned, what, cached, computed }
}
