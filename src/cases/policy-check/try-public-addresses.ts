import { dataPolicy } from '../../agreements/index.ts'
import type { Context } from '../../platform/index.ts'
import { anyDocument } from './policy-check-store.ts'

/**
 * Asks, as anybody could, for every address under which a document of a body is known, and for that of
 * its case: without a session none may give anything (PI-5.R1.C5).
 * @returns `null` where the body has no document, or the site does not answer: nothing was found out.
 */
export async function tryPublicAddresses(
  context: Context,
  authority: string
): Promise<dataPolicy.PolicyFound | null> {
  const document = await anyDocument(context.db, authority)
  if (document === null) return null
  const paths = [
    `/api/v1/cases/${document.case}/documents/${document.id}`,
    `/api/v1/cases/${document.case}/documents`,
    `/api/v1/cases/${document.case}`,
    `/api/v1/files/${document.id}`
  ]
  return dataPolicy.tryAddresses(context, paths)
}
