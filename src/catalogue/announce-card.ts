import { recordFact } from '../ledger/index.ts'
import { publishNotice } from '../notices/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Publication } from './asked-effect.ts'
import { cardNotice } from './card-notice.ts'
import { type CardEffect, type CardVersion, cardInForce, cardVersion } from './card-store.ts'
import { announcedOf, insertAnnouncement, insertEffect } from './effect-store.ts'

type Written = Omit<CardVersion, keyof CardEffect>

/**
 * Announces a later version: publishes the notice that its difference makes, and lets the version wait
 * for it. An instant in the past asks for nothing.
 * @returns The id of the notice.
 */
export async function announceCard(
  tx: Tx,
  version: Written,
  by: Pick<Publication, 'actor' | 'at' | 'effectiveAt'>
): Promise<string> {
  const { effectiveAt: asked } = by
  const askedAt = asked !== undefined && Temporal.Instant.compare(asked, by.at) > 0 ? asked : null
  const bases = await basesOf(tx, version, by.at)
  const text = cardNotice({ version: version.version, card: version.card, askedAt, bases })
  const { id } = await publishNotice(tx, text, { actor: by.actor, at: by.at })
  await insertAnnouncement(tx, {
    service: version.service,
    version: version.version,
    notice: id,
    announcedAt: by.at,
    askedAt
  })
  return id
}

/** The version in force, and those announced that may be in force before this one. */
async function basesOf(
  tx: Tx,
  { service, version }: Written,
  at: Temporal.Instant
): Promise<[CardVersion, ...CardVersion[]]> {
  const held = await cardInForce(tx, service, at)
  const waiting = (await announcedOf(tx, service, at)).filter((one) => one.version < version)
  const found = await Promise.all(
    waiting.map((one) => cardVersion(tx, `${service}@${String(one.version)}`))
  )
  const [first, ...more] = [held, ...found].filter((one) => one !== null)
  if (first === undefined) throw new Error(`nothing of ${service} is in force or announced`)
  return [first, ...more]
}

/** Puts the first version of a card in force; it changes nothing for anybody. */
export async function takeEffectAtOnce(tx: Tx, version: Written): Promise<void> {
  const { service, card, publishedAt } = version
  await insertEffect(tx, { service, version: version.version, effectiveAt: publishedAt })
  await recordFact(tx, {
    owner: card.authority,
    authority: card.authority,
    kind: 'card.effective',
    subject: service,
    at: publishedAt,
    actor: version.publishedBy,
    cardVersion: `${service}@${String(version.version)}`,
    body: { service, version: version.version, notice: null, seenAt: null, changes: [] }
  })
}
