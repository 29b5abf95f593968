import type { Db } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import { casesInOrder } from './case-store.ts'
import { open } from './demand-stage.ts'

/** Which applicants: of open cases of some services of an authority, or of all where `null`. */
export interface WaitingQuery {
  readonly authority: string
  readonly services: readonly string[] | null
  /** Where the page before ended; `null` for the first. */
  readonly after: { readonly bucket: number; readonly id: string } | null
  readonly most: number
}

/**
 * People who wait for an answer, page by page.
 * @returns `next`: where to go on; `null` where all were seen.
 */
export async function waitingApplicants(
  db: Db,
  { authority, services, after, most }: WaitingQuery
): Promise<{ applicants: string[]; next: WaitingQuery['after'] }> {
  const records = await casesInOrder(db, { after, authority, most })
  const last = records.at(-1)
  const waiting = records.filter(
    ({ stage, service }) =>
      open.includes(stage) && (services === null || services.includes(service))
  )
  const next =
    last === undefined || records.length < most
      ? null
      : { bucket: bucketOfId(last.id) ?? 0, id: last.id }
  return { applicants: [...new Set(waiting.map(({ applicant }) => applicant))], next }
}
