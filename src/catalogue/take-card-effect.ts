import { queueOutbox } from '../channels/index.ts'
import { recordFact } from '../ledger/index.ts'
import type { Context, Tx } from '../platform/index.ts'
import { changeWords } from './card-notice.ts'
import { cardInForce, cardNameInForce, cardVersion } from './card-store.ts'
import { compareCards } from './card-changes.ts'
import { announcementOf, insertEffect, noteSight } from './effect-store.ts'

/** That a notice about a version of a card was seen. */
export interface CardSighting {
  /** The version, as its notice names it: `10021001@3`. */
  readonly about: string
  /** Id of the notice. */
  readonly notice: string
  readonly seenAt: Temporal.Instant
}

/** Says at its instant that a version is in force: `{ service, version }`. */
export const effectDueTopic = 'card.effect-due'

/**
 * Fixes from when an announced version is in force, once its notice was seen: the latest of the instant
 * asked for, the sighting and now, so that nothing changes in the past. Only the notice that announced
 * the version counts; a correction of it still tells all that it told.
 * @returns The instant; `null` where the sighting changes nothing.
 */
export async function takeCardEffect(
  context: Context,
  tx: Tx,
  sighting: CardSighting
): Promise<Temporal.Instant | null> {
  const [service = '', number = ''] = sighting.about.split('@')
  const which = { service, version: Number(number) }
  if (!Number.isSafeInteger(which.version)) return null
  const announced = await announcementOf(tx, which)
  if (announced?.notice !== sighting.notice) return null
  if (!(await noteSight(tx, { ...which, seenAt: sighting.seenAt }))) return null
  const effectiveAt = latest(announced.askedAt, sighting.seenAt, context.clock.now())
  await insertEffect(tx, { ...which, effectiveAt })
  const card = await cardVersion(tx, sighting.about)
  const owner = card?.card.authority ?? service
  await queueOutbox(tx, [{ owner, topic: effectDueTopic, payload: which }], effectiveAt)
  return effectiveAt
}

function latest(...instants: readonly (Temporal.Instant | null)[]): Temporal.Instant {
  return instants
    .filter((instant) => instant !== null)
    .reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b))
}

/**
 * Records `card.effective` when the instant has come; nothing where a newer version was in force by
 * then, which the notice of that one had said.
 */
export async function recordCardEffect(
  context: Context,
  tx: Tx,
  due: { readonly service: string; readonly version: number }
): Promise<void> {
  const name = `${due.service}@${String(due.version)}`
  const version = await cardVersion(tx, name)
  const effectiveAt = version?.effectiveAt ?? null
  if (version === null || effectiveAt === null) throw new Error(`${name} has no instant of effect`)
  if ((await cardNameInForce(tx, due.service, effectiveAt)) !== name) return
  const justBefore = effectiveAt.subtract({ nanoseconds: 1000 })
  const before = await cardInForce(tx, due.service, justBefore)
  const changes = before === null ? [] : changeWords(compareCards(before.card, version.card))
  const { authority } = version.card
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'card.effective',
    subject: due.service,
    at: effectiveAt,
    knownAt: context.clock.now(),
    actor: 'system',
    cardVersion: name,
    body: {
      service: due.service,
      version: due.version,
      notice: version.notice,
      seenAt: version.seenAt?.toString() ?? null,
      changes
    }
  })
}
