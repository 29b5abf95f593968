import { recordFact } from '../ledger/index.ts'
import { nameService } from '../notices/index.ts'
import { type Actor, authorityById, demand } from '../people/index.ts'
import { type Context, type JsonObject, type Tx, inTransaction } from '../platform/index.ts'
import type { CardDraft, ServiceCard } from './card.ts'
import { compareCards } from './card-changes.ts'
import {
  type CardEffect,
  type CardVersion,
  cardSha256,
  cardVersion,
  deleteDraft,
  insertVersion,
  newestCard,
  takeVersion
} from './card-store.ts'
import { announceCard, takeEffectAtOnce } from './announce-card.ts'
import type { AskedEffect, Publication } from './asked-effect.ts'
import { checkCard } from './check-card.ts'
import { missingFields } from './missing-fields.ts'
import {
  CardChangedMeanwhileError,
  CardIncompleteError,
  CardInvalidError,
  CardUnchangedError,
  CodeTakenError,
  EffectInPastError,
  EffectOfFirstError
} from './refusals.ts'

/**
 * Publishes a card as the next version of its service, and drops its draft. The first version is in
 * force at once; a later one is announced by its notice, and is in force when that was seen and not
 * before the instant asked for. In one transaction with the fact `card.published`, whose `changes` say
 * what differs from the version before. A refusal for missing fields is a fact too,
 * `card.publication-refused`.
 * @throws {CardIncompleteError} While mandatory fields are empty; it names them.
 * @throws {CardInvalidError} Where values are not right, or posts and units are not the authority's.
 * @throws {CardUnchangedError} Where the newest version, in force or announced, says the same.
 * @throws {CardChangedMeanwhileError} Where somebody else published in between.
 * @throws {EffectInPastError} Where the instant asked for has passed.
 * @throws {EffectOfFirstError} Where an instant is asked for the first version.
 */
// oxlint-disable-next-line max-params -- the card and from when it holds are two things
export async function publishCard(
  context: Context,
  actor: Actor,
  draft: CardDraft,
  asked: AskedEffect = {}
): Promise<CardVersion> {
  demand(actor, { authority: draft.authority, role: 'authority-admin' })
  const missing = missingFields(draft)
  if (missing.length > 0) {
    await recordPublicationRefused(context, actor, draft)
    throw new CardIncompleteError(missing)
  }
  const checked = checkCard(draft, await authorityById(context.db, draft.authority))
  if (!checked.ok) throw new CardInvalidError(checked.problems)
  const { card } = checked
  const at = context.clock.now()
  const { effectiveAt } = asked
  if (effectiveAt !== undefined) {
    if (Temporal.Instant.compare(effectiveAt, at) < 0) throw new EffectInPastError()
    if ((await newestCard(context.db, card.code)) === null) throw new EffectOfFirstError()
  }
  const version = await inTransaction(context.db, async (tx) => {
    const published = await publishVersion(tx, card, { actor: actor.id, at, effectiveAt })
    await deleteDraft(tx, card.code)
    return published
  })
  context.nudge()
  return version
}

async function recordPublicationRefused(
  context: Context,
  actor: Actor,
  draft: CardDraft
): Promise<void> {
  const missing = [...new Set(missingFields(draft).map(({ field }) => field))]
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: draft.authority,
      authority: draft.authority,
      kind: 'card.publication-refused',
      subject: draft.code,
      at: context.clock.now(),
      actor: actor.id,
      body: { service: draft.code, missing }
    })
  )
}

/**
 * Writes a checked card as the next version, with its fact and, unless it is the first, its notice;
 * whoever calls it has judged the right to. There is no other way to a version of a card.
 */
export async function publishVersion(
  tx: Tx,
  card: ServiceCard,
  by: Publication
): Promise<CardVersion> {
  const before = await newestCard(tx, card.code)
  if (before !== null && before.card.authority !== card.authority) throw new CodeTakenError()
  const changes = before === null ? [] : compareCards(before.card, card)
  if (before !== null && changes.length === 0) throw new CardUnchangedError()
  const version = {
    service: card.code,
    version: (before?.version ?? 0) + 1,
    card,
    changes,
    sha256: cardSha256(card),
    publishedAt: by.at,
    publishedBy: by.actor
  }
  const { code, authority } = card
  if (!(await takeVersion(tx, { code, authority, version: version.version }))) {
    throw new CardChangedMeanwhileError()
  }
  await insertVersion(tx, version)
  await nameService(tx, { code, authority, title: card.title })
  const notice = before === null ? null : await announceCard(tx, version, by)
  await recordPublished(tx, { ...version, notice })
  if (notice === null) await takeEffectAtOnce(tx, version)
  const written = await cardVersion(tx, `${code}@${String(version.version)}`)
  if (written === null) throw new Error(`${code} was published and is not there`)
  return written
}

type Published = Omit<CardVersion, Exclude<keyof CardEffect, 'notice'>>

function recordPublished(tx: Tx, version: Published): Promise<unknown> {
  const { card, publishedAt, publishedBy } = version
  return recordFact(tx, {
    owner: card.authority,
    authority: card.authority,
    kind: 'card.published',
    subject: card.code,
    at: publishedAt,
    actor: publishedBy,
    cardVersion: `${card.code}@${String(version.version)}`,
    body: factBody(version)
  })
}

/**
 * What measures read of a card: its promises and its names, no text of people. `notice` is there since
 * versions wait for theirs; a fact without it is of a card that was in force at once.
 */
export function factBody({ card, version, changes, notice }: Published): JsonObject {
  return {
    service: card.code,
    version,
    feeRial: card.feeRial,
    visitsMax: card.visitsMax,
    promisedTime: card.promisedTime,
    documents: card.documents.map((document) => document.code),
    channels: card.channels,
    steps: card.steps.map((step) => step.code),
    approverPost: card.approver.post,
    legalBases: card.legalBases.length,
    missing: [],
    notice,
    changes: changes.map(({ field, kind, before, after }) => ({ field, kind, before, after }))
  }
}
