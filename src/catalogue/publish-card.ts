import { recordFact } from '../ledger/index.ts'
import { nameService } from '../notices/index.ts'
import { type Actor, authorityById, demand } from '../people/index.ts'
import { type Context, type JsonObject, type Tx, inTransaction } from '../platform/index.ts'
import type { CardDraft, ServiceCard } from './card.ts'
import { compareCards } from './card-changes.ts'
import {
  type CardVersion,
  cardInForce,
  cardSha256,
  deleteDraft,
  insertVersion,
  takeVersion
} from './card-store.ts'
import { checkCard } from './check-card.ts'
import { missingFields } from './missing-fields.ts'
import {
  CardChangedMeanwhileError,
  CardIncompleteError,
  CardInvalidError,
  CardUnchangedError,
  CodeTakenError
} from './refusals.ts'

/**
 * Publishes a card as the next version of its service, and drops its draft. In one transaction with
 * the fact `card.published`, whose `changes` say what differs from the version before. A refusal for
 * missing fields is a fact too, `card.publication-refused`.
 * @throws {CardIncompleteError} While mandatory fields are empty; it names them.
 * @throws {CardInvalidError} Where values are not right, or posts and units are not the authority's.
 * @throws {CardUnchangedError} Where the version in force says the same.
 * @throws {CardChangedMeanwhileError} Where somebody else published in between.
 */
export async function publishCard(
  context: Context,
  actor: Actor,
  draft: CardDraft
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
  return inTransaction(context.db, async (tx) => {
    const version = await publishVersion(tx, card, {
      actor: actor.id,
      at: context.clock.now()
    })
    await deleteDraft(tx, card.code)
    return version
  })
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

/** Writes a checked card as the next version, with its fact; whoever calls it has judged the right to. */
export async function publishVersion(
  tx: Tx,
  card: ServiceCard,
  by: { readonly actor: string; readonly at: Temporal.Instant }
): Promise<CardVersion> {
  const before = await cardInForce(tx, card.code)
  if (before !== null && before.card.authority !== card.authority) throw new CodeTakenError()
  const changes = before === null ? [] : compareCards(before.card, card)
  const sha256 = cardSha256(card)
  if (before?.sha256 === sha256) throw new CardUnchangedError()
  const version: CardVersion = {
    service: card.code,
    version: (before?.version ?? 0) + 1,
    card,
    changes,
    sha256,
    publishedAt: by.at,
    publishedBy: by.actor
  }
  const { code, authority } = card
  if (!(await takeVersion(tx, { code, authority, version: version.version }))) {
    throw new CardChangedMeanwhileError()
  }
  await insertVersion(tx, version)
  await nameService(tx, { code, authority, title: card.title })
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'card.published',
    subject: code,
    at: by.at,
    actor: by.actor,
    cardVersion: `${code}@${String(version.version)}`,
    body: factBody(version)
  })
  return version
}

/** What measures read of a card: its promises and its names, no text of people. */
function factBody({ card, version, changes }: CardVersion): JsonObject {
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
    changes: changes.map(({ field, kind, before, after }) => ({ field, kind, before, after }))
  }
}
