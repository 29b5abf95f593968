import type { Bilingual, Context } from '../platform/index.ts'
import { casesOfApplicant } from './case-store.ts'
import { cardOf } from './published.ts'
import { formatTrackingCode } from './tracking-code.ts'

/** A case as its applicant knows it. */
export interface NamedCase {
  readonly id: string
  /** As printed. */
  readonly code: string
  readonly title: Bilingual
}

const namedMax = 500

/** What the newest cases of a person are called. */
export async function nameCases(context: Context, applicant: string): Promise<NamedCase[]> {
  const records = await casesOfApplicant(context.db, {
    applicant,
    scopes: [{ all: true }],
    before: null,
    most: namedMax
  })
  return Promise.all(
    records.map(async ({ id, code, cardVersion }) => {
      const { title } = await cardOf(context.db, cardVersion)
      return { id, code: formatTrackingCode(code), title }
    })
  )
}
