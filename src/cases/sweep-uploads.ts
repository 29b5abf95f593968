import { type Context, inTransaction } from '../platform/index.ts'
import { removeChunks } from './file-store.ts'
import { dropStaleUploads, staleUploads } from './upload-store.ts'

// A person may lose the line, or the heart, for a while; a draft's files wait as long as this.
const keptHours = 14 * 24
const uploadsAtOnce = 500

/** Removes files that were never sent with a case. @returns How many. */
export async function sweepUploads(context: Context): Promise<number> {
  const before = context.clock.now().subtract({ hours: keptHours })
  const stale = await staleUploads(context.db, before, uploadsAtOnce)
  let swept = 0
  for (const [bucket, own] of Map.groupBy(stale, (upload) => upload.bucket)) {
    swept += await inTransaction(context.db, async (tx) => {
      const ids = own.map((upload) => upload.id)
      const dropped = await dropStaleUploads(tx, { bucket, before, ids })
      await removeChunks(tx, bucket, dropped)
      return dropped.length
    })
  }
  return swept
}
