import { dataPolicy } from '../../agreements/index.ts'
import { type Actor, authorityById } from '../../people/index.ts'
import { type Context, InvalidInputError, inTransaction } from '../../platform/index.ts'
import { type CaseFile, openCase } from '../case-file.ts'
import { newOwnedId } from '../case-id.ts'
import { formsDocuments } from '../data-types.ts'
import { documentsOf, insertNotes } from '../document-store.ts'
import { noteOf } from '../note.ts'
import { DocumentNotFoundError, problem } from '../refusals.ts'
import { SealedNotHandedOnError } from '../sealed/refusals.ts'
import { sealedMediaType } from '../sealed/sealed-form.ts'
import { insertShare } from './handed-on-store.ts'
import { handOnMessages } from './messages.ts'

export interface HandOnInput {
  readonly case: string
  /** Id of the document. */
  readonly document: string
  /** The body of the case where absent; the data policy lets nothing go to another. */
  readonly authority?: string | undefined
  readonly unit: string
  /** Shown to the applicant. */
  readonly reason: string
}

/**
 * Hands a document on to another unit of the same body, with the reason, which the applicant reads
 * (PI-5.R1.C6). That unit reads this document and nothing else of the case.
 * @throws {UseRefusedError} Beyond the body; recorded for the applicant.
 * @throws {InvalidInputError} At `/unit`, `/reason`.
 * @throws {SealedNotHandedOnError} Of a document that is sealed to the unit that has it.
 * @throws {NotAllowedError} Unless the actor is of the unit that has the case.
 */
export async function handOnDocument(
  context: Context,
  actor: Actor,
  input: HandOnInput
): Promise<void> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['officer', 'approver']
  })
  const { record } = file
  const documents = await documentsOf(context.db, record.id)
  const document = documents.find(({ id }) => id === input.document)
  if (document === undefined) throw new DocumentNotFoundError()
  if (document.mediaType === sealedMediaType) throw new SealedNotHandedOnError()
  const authority = input.authority ?? record.authority
  const use = useOf(actor, { file, input, authority })
  await dataPolicy.demandUse(context, { ...use, record: 'refused' })
  await demandUnit(context, { authority, unit: input.unit, own: record.unit })
  const at = context.clock.now()
  const reason = noteOf(input.reason, { pointer: '/reason', actor, at })
  if (reason === null) {
    const { reasonRequired } = handOnMessages.entries
    throw new InvalidInputError([problem('/reason', 'hand-on/reason', reasonRequired)])
  }
  await inTransaction(context.db, async (tx) => {
    await insertNotes(tx, record.id, [reason])
    const isNew = await insertShare(tx, {
      ...{ id: newOwnedId(record.applicant, at), case: record.id, document: input.document },
      ...{ authority, unit: input.unit, reason: reason.id, sharedBy: actor.id, sharedAt: at },
      ...{ applicant: record.applicant, code: record.code, cardVersion: record.cardVersion }
    })
    if (!isNew) {
      const { already } = handOnMessages.entries
      throw new InvalidInputError([problem('/unit', 'hand-on/already', already)])
    }
    const told = { ...use, record: 'each' as const, subject: record.id, reason: reason.id }
    await dataPolicy.demandUse({ ...context, db: tx }, told)
  })
}

function useOf(
  actor: Actor,
  { file, input, authority }: { file: CaseFile; input: HandOnInput; authority: string }
): dataPolicy.DemandedUse {
  const { record } = file
  return {
    actor,
    authority: record.authority,
    dataType: formsDocuments,
    action: 'share',
    object: { kind: 'document', id: input.document },
    owner: record.applicant,
    relation: 'assigned',
    case: record.id,
    to: { authority, ...(authority === record.authority && { unit: input.unit }) }
  }
}

async function demandUnit(
  context: Context,
  { authority, unit, own }: { authority: string; unit: string; own: string }
): Promise<void> {
  const units = (await authorityById(context.db, authority))?.units ?? []
  const { unitUnknown, unitOwn } = handOnMessages.entries
  if (!units.some(({ id }) => id === unit)) {
    throw new InvalidInputError([problem('/unit', 'hand-on/unit', unitUnknown)])
  }
  if (unit === own) throw new InvalidInputError([problem('/unit', 'hand-on/own-unit', unitOwn)])
}
