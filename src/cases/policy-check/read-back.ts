import { createHash } from 'node:crypto'
import { dataPolicy } from '../../agreements/index.ts'
import { systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { formsDocuments } from '../data-types.ts'
import { readChunks } from '../file-store.ts'
import { type KeptDocument, documentsToCheck, noteChecked } from './policy-check-store.ts'

const documentsAtOnce = 200
const bytesAtOnce = 512 * 1024 * 1024
const againAfterDays = 30

/**
 * Reads documents back and compares their bytes with what was received (PI-5.R1.C3): those that were
 * read longest ago first, each at least once in thirty days where the machine keeps up.
 * @returns How many were read, and how many are not what came.
 */
export async function readBack(context: Context): Promise<{ checked: number; failed: number }> {
  const before = context.clock.now().subtract({ hours: 24 * againAfterDays })
  const documents = await documentsToCheck(context.db, { before, most: documentsAtOnce })
  let [checked, failed, bytes] = [0, 0, 0]
  for (const document of documents) {
    if (bytes > bytesAtOnce) break
    const isWhole = await isAsReceived(context, document)
    const at = context.clock.now()
    await inTransaction(context.db, (tx) => noteChecked(tx, document, { at, isWhole }))
    if (!isWhole) {
      failed += 1
      context.log.error({ document: document.id, case: document.case }, 'document is not whole')
    }
    checked += 1
    bytes += document.sizeBytes
  }
  return { checked, failed }
}

async function isAsReceived(context: Context, document: KeptDocument): Promise<boolean> {
  const { bucket, id, sizeBytes, sha256, authority } = document
  await dataPolicy.demandUse(context, {
    actor: systemActor('cases.policy'),
    ...{ authority, dataType: formsDocuments, action: 'keep', case: document.case },
    ...{ object: { kind: 'document', id }, owner: document.applicant, relation: 'operation' },
    record: 'refused'
  })
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of readChunks(context.db, { bucket, file: id })) {
    hash.update(piece)
    size += piece.length
  }
  return size === sizeBytes && hash.digest('hex') === sha256
}
