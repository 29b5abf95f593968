import { recordFact } from '../../ledger/index.ts'
import { systemActor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { writeCancellation } from './cancel-planned.ts'
import { type NoticeSight, type Planned, announcementSeen, verdictOf } from './planned.ts'
import { noteSeen, plannedById, plannedToWake } from './planned-store.ts'
import { PlannedChangedError, PlannedOverError } from './refusals.ts'
import { closeEmergency, endedFact } from './suspend-service.ts'
import { emergenciesToEnd } from './suspension-store.ts'
import { savePlanned, showPlanned, withSights } from './write-planned.ts'

const actor = systemActor('outages.planned').id

/**
 * Begins and ends suspensions when their time has come. Filing is refused by their times alone; this
 * records that they began and ended, at those instants. A closed form or a withdrawal whose notice was
 * not seen 72 hours before does not begin: it is cancelled, and its notice says so (SK-5.4b).
 * @returns How many were begun, ended or cancelled.
 */
export async function wakePlanned(context: Context): Promise<number> {
  const now = context.clock.now()
  let woken = 0
  for (const planned of await plannedToWake(context.db, now)) {
    if (await tried(context, planned.id, () => wake(context, planned, now))) woken += 1
  }
  for (const suspension of await emergenciesToEnd(context.db, now)) {
    const at = suspension.expectedEndAt ?? now
    const end = () => closeEmergency(context, suspension, { actor, at })
    if (await tried(context, suspension.id, end)) woken += 1
  }
  if (woken > 0) context.nudge()
  return woken
}

/** One that fails must keep no other from beginning or ending; it stays for the next turn. */
async function tried(context: Context, id: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await work()) !== false
  } catch (error) {
    const isOvertaken = error instanceof PlannedChangedError || error instanceof PlannedOverError
    if (!isOvertaken) context.log.error({ error, planned: id }, 'a suspension was not woken')
    return false
  }
}

async function wake(context: Context, found: Planned, now: Temporal.Instant): Promise<boolean> {
  const planned = await withSights(context.db, found)
  const { exempt } = verdictOf(planned)
  const stands = planned.kind === 'office-closure' ? planned : exempt
  if (stands === null && planned.begunAt === null) {
    await writeCancellation(context, planned, { because: 'notice-not-seen', actor, at: now })
    return true
  }
  const end = stands?.to ?? planned.to
  const isOver = Temporal.Instant.compare(end, now) <= 0
  if (planned.begunAt !== null && !isOver) return false
  const next: Planned = {
    ...planned,
    begunAt: planned.begunAt ?? planned.from,
    endedAt: isOver ? end : null
  }
  await inTransaction(context.db, async (tx) => {
    await savePlanned(tx, next)
    if (planned.begunAt === null) await begunFact(tx, planned)
    if (isOver) await endedFact(tx, { ...planned, planned: planned.id }, { actor, at: end })
  })
  return true
}

async function begunFact(tx: Tx, { id, authority, kind, services, from }: Planned): Promise<void> {
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'suspension.begun',
    subject: id,
    at: from,
    actor,
    body: {
      suspension: id,
      kind,
      services: services ?? [],
      planned: id,
      emergency: false,
      reason: null
    }
  })
}

/** Takes the word that a notice of a planned outage was seen: its 72 hours began then. */
export async function takeSight(
  tx: Tx,
  sight: NoticeSight & { readonly planned: string }
): Promise<void> {
  const planned = await plannedById(tx, sight.planned)
  if (planned === null) return
  const announced = planned.announcements.map(({ noticeVersion }) => noticeVersion)
  const noticeVersion = announcementSeen(announced, planned.cancelledAt, sight)
  if (noticeVersion === null) return
  await noteSeen(tx, planned, { noticeVersion, at: sight.at })
  const seen = await plannedById(tx, sight.planned)
  if (seen !== null && seen.cancelledAt === null) await showPlanned(tx, seen)
}
