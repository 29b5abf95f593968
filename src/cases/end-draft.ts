import type { Actor } from '../people/index.ts'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import { dropDraft } from './draft-store.ts'
import { removeChunks } from './file-store.ts'
import { senderOf } from './sender.ts'
import { holdUploads, takeUploads, uploadsOf } from './upload-store.ts'

/** The finished uploads of a draft, the newest of each document. */
export async function finishedUploadsOf(
  db: Db,
  actor: Actor,
  draft: string | undefined
): Promise<{ document: string; upload: string }[]> {
  if (draft === undefined) return []
  const own = (await uploadsOf(db, senderOf(actor))).filter(
    (upload) => upload.draft === draft && upload.finished
  )
  const newest = new Map(own.map((upload) => [upload.document, upload.id]))
  return Array.from(newest, ([document, upload]) => ({ document, upload }))
}

/**
 * Ends a draft: it was sent, or is given up; what was uploaded for it and not sent goes too.
 * @returns Whether there was one.
 */
export async function endDraft(tx: Tx, actor: Actor, draft: string): Promise<boolean> {
  const sender = senderOf(actor)
  const left = (await uploadsOf(tx, sender)).filter((upload) => upload.draft === draft)
  const held = await holdUploads(
    tx,
    sender,
    left.map((upload) => upload.id)
  )
  // Their bytes first: without the uploads they are nobody's, and would stay.
  await removeChunks(tx, bucketOf(sender), held)
  await takeUploads(tx, sender, held)
  return dropDraft(tx, sender, draft)
}
