import { dataPolicy } from '../../agreements/index.ts'
import { type Actor, NotAllowedError, actorNames } from '../../people/index.ts'
import type { Bilingual, Context } from '../../platform/index.ts'
import { bucketOfId } from '../case-id.ts'
import { formsDocuments } from '../data-types.ts'
import { cardOf } from '../published.ts'
import { type SharedDocument, type UnitsOf, sharedCase, sharesTo } from './handed-on-store.ts'

const shownMax = 200

/** A document that was handed on to the units of its reader. */
export interface HandedOnDocument extends SharedDocument {
  readonly service: Bilingual
  /** As the card calls it. */
  readonly title: Bilingual
  readonly sharedByName: Bilingual | null
}

/**
 * What was handed on to the units of an actor, the newest first.
 * @throws {NotAllowedError} For whoever works in no unit.
 */
export async function listHandedOn(context: Context, actor: Actor): Promise<HandedOnDocument[]> {
  const units = unitsOf(actor)
  if (units.units.length === 0) throw new NotAllowedError()
  for (const authority of new Set(units.authorities)) {
    await dataPolicy.demandUse(context, {
      ...{ actor, authority, owner: authority, dataType: formsDocuments, action: 'read' },
      ...{ object: { kind: 'queue', id: authority }, relation: 'shared' }
    })
  }
  const shares = await sharesTo(context.db, units, shownMax)
  const names = await actorNames(
    context.db,
    shares.map(({ sharedBy }) => sharedBy)
  )
  return Promise.all(
    shares.map(async (share) => {
      const card = await cardOf(context.db, share.cardVersion)
      const { type } = share
      const title = card.documents.find(({ code }) => code === type)?.title
      return {
        ...share,
        service: card.title,
        title: title ?? { fa: type, en: type },
        sharedByName: names.get(share.sharedBy)?.name ?? null
      }
    })
  )
}

/**
 * Whose the case of a document is that was handed on to a unit in which the actor works; `null` where it
 * was not. Nothing is asked for others.
 */
export async function handedOnTo(
  context: Context,
  actor: Actor,
  of: { readonly case: string; readonly document: string }
): ReturnType<typeof sharedCase> {
  const units = unitsOf(actor)
  if (bucketOfId(of.case) === null || bucketOfId(of.document) === null) return null
  return units.units.length > 0 ? sharedCase(context.db, { ...of, ...units }) : null
}

/** Who works on applications in a unit reads what is handed on to it. */
function unitsOf(actor: Actor): UnitsOf {
  const staffed = actor.grants.filter(
    ({ role, unit }) => unit !== null && (role === 'officer' || role === 'approver')
  )
  return {
    authorities: staffed.map(({ authority }) => authority),
    units: staffed.flatMap(({ unit }) => unit ?? [])
  }
}
