import { interruptions } from '../../catalogue/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { noticesAbout } from '../../notices/index.ts'
import { authorityById, keys } from '../../people/index.ts'
import { type Db, type JsonObject, NotFoundError, type Tx } from '../../platform/index.ts'
import type { Named } from './notice-text.ts'
import { type Planned, announcementSeen, interruptionOf } from './planned.ts'
import { updatePlanned } from './planned-store.ts'
import { PlannedChangedError } from './refusals.ts'
import { plannableComponents } from './scope.ts'

/** Who does it, and when. */
export interface Doing {
  /** Id of the actor. */
  readonly actor: string
  readonly at: Temporal.Instant
}

const endOfTime = Temporal.Instant.from('9999-01-01T00:00:00Z')

/** What the notices of an authority name. */
export async function namesOf(db: Db, authority: string, at: Temporal.Instant): Promise<Named> {
  const found = await authorityById(db, authority)
  if (found === null) throw new NotFoundError()
  // A clock that was turned back takes away no part that the sandbox has had since.
  const by = authority === keys.sandboxAuthority ? endOfTime : at
  return { authority: found, components: await plannableComponents(db, authority, by) }
}

/** Writes a planned outage over what was read, with what the catalogue shows of it. */
export async function savePlanned(tx: Tx, planned: Planned): Promise<void> {
  if (!(await updatePlanned(tx, planned))) throw new PlannedChangedError()
  await showPlanned(tx, planned)
}

/** Brings the catalogue to what is announced. */
export async function showPlanned(tx: Tx, planned: Planned): Promise<void> {
  const shown = interruptionOf(planned)
  if (shown === null) await interruptions.removeInterruption(tx, planned.id)
  else await interruptions.putInterruption(tx, shown)
}

/** Records a fact about a planned outage. */
export async function plannedFact(
  tx: Tx,
  kind: 'planned-outage.announced' | 'planned-outage.moved' | 'planned-outage.cancelled',
  of: { readonly planned: Planned; readonly by: Doing; readonly body?: JsonObject }
): Promise<void> {
  const { id, authority } = of.planned
  await recordFact(tx, {
    owner: authority,
    authority,
    kind,
    subject: id,
    at: of.by.at,
    actor: of.by.actor,
    body: { planned: id, ...of.body }
  })
}

/** The time of a planned outage as facts write it. */
export function spanBody({ from, to }: Pick<Planned, 'from' | 'to'>): JsonObject {
  return { from: from.toString(), to: to.toString() }
}

/** A sight that the outbox has not told yet, because nothing ran for a while, counts all the same. */
export async function withSights(db: Db, planned: Planned): Promise<Planned> {
  if (planned.announcements.every(({ seenAt }) => seenAt !== null)) return planned
  const announced = planned.announcements.map(({ noticeVersion }) => noticeVersion)
  const versions = await noticesAbout(db, { kind: 'planned-outage', id: planned.id })
  const sights = versions.flatMap(({ id, version: noticeVersion, seenAt: at }) =>
    id === planned.notice && at !== null ? [{ noticeVersion, at }] : []
  )
  const announcements = planned.announcements.map((each) => {
    if (each.seenAt !== null) return each
    const own = sights.filter(
      (sight) => announcementSeen(announced, planned.cancelledAt, sight) === each.noticeVersion
    )
    return {
      ...each,
      seenAt: own.map(({ at }) => at).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
    }
  })
  return { ...planned, announcements }
}
