import { publicLog, recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { lockPerson } from '../person-store.ts'
import { listErasedPerson } from './erased-people.ts'
import { type Erasure, addCounts, farewellSeconds, lookAgainHours } from './erasure.ts'
import { claimErasure, dueErasures, emptyPerson, saveErasure } from './erasure-store.ts'
import { foreseeErasure } from './foresee-erasure.ts'
import type { KeptData, PersonalDataHolder } from './holder.ts'
import { messages } from './messages.ts'
import { shutAccount } from './people-store.ts'
import { platformAuthority } from '../platform-authority.ts'

const { entries: t } = messages
const erasuresAtOnce = 20
const leaseSeconds = 120
const actor = 'system:personal-data'
/**
 * Carries on every erasure that is due, one step each: a wish whose time has come is decided, a decided
 * one is carried out. Each step can be done again, so a crash anywhere is made good at the next turn.
 */
export async function runErasures(
  context: Context,
  holders: readonly PersonalDataHolder[]
): Promise<void> {
  const now = context.clock.now()
  for (const due of await dueErasures(context.db, now, erasuresAtOnce)) {
    try {
      if (due.state === 'waiting') await decide(context, holders, due)
      else await carryOut(context, holders, due)
    } catch (error) {
      // The next person must not wait for this one.
      context.log.error({ error, erasure: due.id }, 'an erasure failed; it goes on later')
    }
  }
}

/** The point of no return: after it the account is shut, and nothing can be taken back. */
async function decide(
  context: Context,
  holders: readonly PersonalDataHolder[],
  due: Erasure
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    // First the person: whoever places a hold or takes the wish back holds this lock too.
    await lockPerson(tx, due.person)
    const erasure = await claimErasure(tx, due)
    if (erasure === null) return
    const { refused } = await foreseeErasure(tx, holders, { person: due.person, at })
    if (refused.length > 0) {
      const because = refused.map(({ text }) => ({ what: t.person, because: text, until: null }))
      await putOff(tx, erasure, { because, at })
      return
    }
    const dueAt = at.add({ seconds: farewellSeconds })
    const decided = { ...erasure, state: 'running' as const, begunAt: at, dueAt, kept: [] }
    await saveErasure(tx, erasure, decided)
    const news = { subject: t.toldBegunSubject, text: t.toldBegun, kind: 'erasure' }
    await tellPerson(tx, { person: due.person, ...news }, at)
    await shutAccount(tx, due.person)
  })
  context.nudge()
}

async function putOff(
  tx: Tx,
  erasure: Erasure,
  { because, at }: { because: Erasure['kept']; at: Temporal.Instant }
): Promise<void> {
  const dueAt = at.add({ hours: lookAgainHours })
  await saveErasure(tx, erasure, { ...erasure, dueAt, kept: because })
  if (erasure.kept.length > 0) return
  const news = { subject: t.toldPutOffSubject, text: t.toldPutOff, kind: 'erasure' }
  await tellPerson(tx, { person: erasure.person, ...news }, at)
}

async function carryOut(
  context: Context,
  holders: readonly PersonalDataHolder[],
  due: Erasure
): Promise<void> {
  const erasure = await lease(context, due)
  if (erasure === null) return
  const { counts, kept } = await erasePerson(context, holders, erasure.person)
  await finish(context, erasure, { counts: addCounts(erasure.counts, counts), kept })
}

/** Says for a while that this process is at it; one that dies is followed by the next. */
function lease(context: Context, due: Erasure): Promise<Erasure | null> {
  const dueAt = context.clock.now().add({ seconds: leaseSeconds })
  return inTransaction(context.db, async (tx) => {
    const erasure = await claimErasure(tx, due)
    if (erasure === null || Temporal.Instant.compare(erasure.dueAt, due.dueAt) !== 0) return null
    const leased = { ...erasure, state: 'running' as const, dueAt }
    await saveErasure(tx, erasure, leased)
    return leased
  })
}

/**
 * Erases what may be erased of a person: first the list outside the database, then the evidence keys,
 * then the rows, slice by slice. Everything of it can be done again.
 */
export async function erasePerson(
  context: Context,
  holders: readonly PersonalDataHolder[],
  person: string
): Promise<{ counts: Record<string, number>; kept: KeptData[] }> {
  const at = context.clock.now()
  await listErasedPerson(context.config.dataFolder, person)
  for (const holder of holders) {
    for (const subject of await holder.evidence(context.db, person, at))
      await publicLog.eraseEvidence(context, subject)
  }
  let counts: Record<string, number> = {}
  const kept: KeptData[] = []
  for (const holder of holders) {
    const done = await inTransaction(context.db, (tx) => holder.erase(tx, person, at))
    counts = addCounts(counts, done.erased)
    kept.push(...done.kept)
  }
  // Name and identifiers go last: what has to be kept is nothing without whose it is.
  if (kept.length === 0) await inTransaction(context.db, (tx) => emptyPerson(tx, person, at))
  return { counts, kept }
}

async function finish(
  context: Context,
  erasure: Erasure,
  { counts, kept }: { counts: Record<string, number>; kept: readonly KeptData[] }
): Promise<void> {
  const at = context.clock.now()
  const isDone = kept.length === 0
  await inTransaction(context.db, async (tx) => {
    const saved = await saveErasure(tx, erasure, {
      ...erasure,
      counts,
      kept: kept.map((each) => ({ ...each, until: each.until?.toString() ?? null })),
      state: isDone ? 'done' : 'kept',
      dueAt: at.add({ hours: lookAgainHours }),
      endedAt: isDone ? at : null
    })
    if (!saved || !isDone) return
    await recordFact(tx, {
      owner: erasure.person,
      authority: platformAuthority,
      kind: 'personal-data.erased',
      subject: erasure.id,
      at,
      actor,
      body: { erasure: erasure.id, askedAt: erasure.askedAt.toString(), counts }
    })
  })
}
