import { type Actor, actorNames } from '../people/index.ts'
import type { Bilingual, Context } from '../platform/index.ts'
import type { StoredDocument } from './case-record.ts'
import { type OwnedDocument, documentsOfApplicant } from './document-store.ts'
import { documentTitle } from './sealed/sealed-form.ts'
import { cardOf } from './published.ts'
import { NotAPersonError } from './refusals.ts'
import { cursorUnknown } from './read-queue.ts'
import { bucketOfId } from './case-id.ts'

/** A document of a person, with the application that it came with. */
export interface MyDocument extends StoredDocument {
  readonly case: string
  readonly code: string
  readonly authority: string
  /** Of the service. */
  readonly service: Bilingual
  /** As the card calls it. */
  readonly title: Bilingual
  readonly giverName: Bilingual | null
  /** When its bytes were last read back, and whether they were what came; `null` before that. */
  readonly readBack: { readonly at: Temporal.Instant; readonly isWhole: boolean } | null
}

const perPage = 50

/**
 * The documents of a person's applications, the newest first.
 * @throws {NotAPersonError} If a key asks.
 * @throws {InvalidInputError} At `/cursor`: not one that was made here.
 */
export async function listMyDocuments(
  context: Context,
  actor: Actor,
  { cursor }: { readonly cursor?: string | undefined } = {}
): Promise<{ items: MyDocument[]; next: string | null }> {
  const { person } = actor
  if (person === null) throw new NotAPersonError()
  if (cursor !== undefined && bucketOfId(cursor) === null) throw cursorUnknown()
  const query = { applicant: person, before: cursor ?? null, most: perPage + 1 }
  const found = await documentsOfApplicant(context.db, query)
  const shown = found.slice(0, perPage)
  const givers = shown.flatMap(({ givenBy }) => givenBy ?? [])
  const names = await actorNames(context.db, givers)
  const items = await Promise.all(
    shown.map(async (document) => ({
      ...(await described(context, document)),
      giverName: names.get(document.givenBy ?? '')?.name ?? null
    }))
  )
  return { items, next: found.length > perPage ? (shown.at(-1)?.id ?? null) : null }
}

async function described(
  { db }: Context,
  { cardVersion, checkedAt, isWhole, ...document }: OwnedDocument
): Promise<Omit<MyDocument, 'giverName'>> {
  const card = await cardOf(db, cardVersion)
  const { type } = document
  const title = documentTitle(card, type)
  const readBack = checkedAt === null ? null : { at: checkedAt, isWhole: isWhole === true }
  return { ...document, service: card.title, title, readBack }
}
