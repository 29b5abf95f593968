import { type Actor, NotAllowedError } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { openCase } from './case-file.ts'
import { bucketOfId } from './case-id.ts'
import type { DocumentRecord } from './case-record.ts'
import { documentsOf } from './document-store.ts'
import { readChunks } from './file-store.ts'
import { UploadNotFoundError } from './refusals.ts'
import { recordLook } from './view-case.ts'

export interface ReadDocumentInput {
  readonly case: string
  /** Id of the document. */
  readonly document: string
}

/** A document's description, and its bytes as they are read from the database. */
export interface OpenDocument extends DocumentRecord {
  readonly content: AsyncIterable<Uint8Array>
}

/**
 * Opens a document for the applicant, or for the unit that has the case in its hands, a clerk who may
 * read it and the named approver. Whoever of them opens it has looked at the case.
 * @throws {CaseNotFoundError}
 * @throws {UploadNotFoundError} If the case has no such document.
 */
export async function readDocument(
  context: Context,
  actor: Actor,
  input: ReadDocumentInput
): Promise<OpenDocument> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['owner', 'officer', 'clerk', 'approver']
  })
  if (!file.access.owner && file.access.reader === null) throw new NotAllowedError()
  const documents = await documentsOf(context.db, input.case)
  const found = documents.find((document) => document.id === input.document)
  const bucket = bucketOfId(input.case)
  if (found === undefined || bucket === null) throw new UploadNotFoundError()
  await recordLook(context, actor, file)
  return { ...found, content: readChunks(context.db, { bucket, file: found.id }) }
}
