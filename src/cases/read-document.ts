import { type Actor, NotAllowedError } from '../people/index.ts'
import { type Context, inScopeOfNow } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import { openCase } from './case-file.ts'
import { handedOnTo } from './handed-on/list-handed-on.ts'
import { bucketOfId } from './case-id.ts'
import type { StoredDocument } from './case-record.ts'
import { type CaseUse, demandCaseUse, recordCaseRefusal } from './case-use.ts'
import { documentsOf } from './document-store.ts'
import { readChunks } from './file-store.ts'
import { DocumentNotFoundError } from './refusals.ts'
import { recordLook } from './view-case.ts'

export interface ReadDocumentInput {
  readonly case: string
  /** Id of the document. */
  readonly document: string
}

/** A document's description, and its bytes as they are read from the database. */
export interface OpenDocument extends StoredDocument {
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Opens a document for the applicant, or for the unit that has the case in its hands, a clerk who may
 * read it and the named approver. Whoever of them opens it has looked at the case; who of the body is
 * refused is recorded for the applicant.
 * @throws {CaseNotFoundError}
 * @throws {DocumentNotFoundError} If the case has no such document.
 * @throws {UseRefusedError} If the data policy does not permit it.
 */
export async function readDocument(
  context: Context,
  actor: Actor,
  input: ReadDocumentInput
): Promise<OpenDocument> {
  const shared = await handedOnTo(context, actor, input)
  if (shared !== null) return readHandedOn(context, actor, { ...input, record: shared })
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner', 'officer', 'clerk', 'approver', 'reader']
  })
  const { record, access } = file
  const documents = await documentsOf(context.db, input.case)
  const found = documents.find((document) => document.id === input.document)
  const bucket = bucketOfId(input.case)
  if (found === undefined || bucket === null) throw new DocumentNotFoundError()
  if (!mayRead(access)) {
    await recordCaseRefusal(context, actor, { record, access, document: found.id })
    throw new NotAllowedError()
  }
  await demandCaseUse(context, actor, { record, access, document: found.id })
  await recordLook(context, actor, file)
  const content = readChunks(context.db, { bucket, file: found.id })
  return { ...found, content: inScopeOfNow(content) }
}

/** Opens a document for the unit to which it was handed on, which reads nothing else of the case. */
async function readHandedOn(
  context: Context,
  actor: Actor,
  input: ReadDocumentInput & { readonly record: CaseUse['record'] }
): Promise<OpenDocument> {
  const { record } = input
  const documents = await documentsOf(context.db, input.case)
  const found = documents.find((document) => document.id === input.document)
  const bucket = bucketOfId(input.case)
  if (found === undefined || bucket === null) throw new DocumentNotFoundError()
  const use = { record, access: null, document: found.id, relation: 'shared' as const }
  await demandCaseUse(context, actor, use)
  const content = readChunks(context.db, { bucket, file: found.id })
  return { ...found, content: inScopeOfNow(content) }
}

/** Who reads a case for all its units reads what it says, and not the papers of its applicant. */
function mayRead({ owner, reader, officer, clerk, approver }: Access): boolean {
  return owner || (reader !== null && (officer || clerk || approver))
}
