import type { Context } from '../../platform/index.ts'
import { type Found, anyDocument } from './policy-check-store.ts'

const waitMilliseconds = 5000

/**
 * Asks, as anybody could, for every address under which a document of a body is known, and for that of
 * its case: without a session none may give anything (PI-5.R1.C5).
 * @returns `null` where the body has no document, or the site does not answer: nothing was found out.
 */
export async function tryPublicAddresses(
  context: Context,
  authority: string
): Promise<Found | null> {
  const document = await anyDocument(context.db, authority)
  if (document === null) return null
  const paths = [
    `/api/v1/cases/${document.case}/documents/${document.id}`,
    `/api/v1/cases/${document.case}/documents`,
    `/api/v1/cases/${document.case}`,
    `/api/v1/files/${document.id}`
  ]
  try {
    const answers = await Promise.all(paths.map((path) => statusOf(context, path)))
    const open = answers.filter((status) => status !== 401 && status !== 404)
    return { checked: answers.length, failed: open.length, refused: answers.length - open.length }
  } catch (error) {
    context.log.warn({ error }, 'the site did not answer to the check of its addresses')
    return null
  }
}

async function statusOf({ config }: Context, path: string): Promise<number> {
  const answer = await fetch(`${config.origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(waitMilliseconds)
  })
  await answer.body?.cancel()
  return answer.status
}
