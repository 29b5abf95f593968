import type { CardDocument } from '../catalogue/index.ts'
import type { Db } from '../platform/index.ts'
import { caseById } from './case-store.ts'
import { cardOf, offeredCard } from './published.ts'
import { UploadRefusedError } from './refusals.ts'
import type { Upload } from './upload.ts'

/** What the card says of the document that an upload is meant for: its case's card, or the one in force. */
export async function documentOfUpload(
  db: Db,
  upload: Upload,
  at: Temporal.Instant
): Promise<CardDocument> {
  const record = upload.case === null ? null : await caseById(db, upload.case)
  const card =
    record === null
      ? (await offeredCard(db, upload.service, at)).card
      : await cardOf(db, record.cardVersion)
  const document = card.documents.find(({ code }) => code === upload.document)
  if (document === undefined) throw new UploadRefusedError('not-on-card')
  return document
}
