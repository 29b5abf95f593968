import { caseDesk } from '../../cases/index.ts'
import { queueOutbox } from '../../channels/index.ts'
import { tellPersons } from '../../notices/index.ts'
import type { Context, JsonObject, OutboxMessage, Tx } from '../../platform/index.ts'

/** Word for whoever waits for an answer of the services that a notice is about. */
export interface Word {
  readonly authority: string
  /** Codes; `null`: all of the authority. */
  readonly services: readonly string[] | null
  readonly notice: string
  readonly version: number
}

const topic = 'planned.tell'
const casesAtOnce = 1000

/** Leaves word in this transaction; nothing where no service is concerned. */
export async function tellApplicants(tx: Tx, word: Word, at: Temporal.Instant): Promise<void> {
  if (word.services !== null && word.services.length === 0) return
  await queueWord(tx, { ...word, after: null }, at)
}

type Page = Word & { readonly after: { readonly bucket: number; readonly id: string } | null }

function queueWord(tx: Tx, page: Page, at: Temporal.Instant): Promise<void> {
  const payload = page as unknown as JsonObject
  return queueOutbox(tx, [{ owner: page.authority, topic, payload }], at)
}

/** Tells the applicants of one page of cases, and leaves word for the next page. */
export async function tellPlanned(
  context: Context,
  tx: Tx,
  messages: readonly OutboxMessage[]
): Promise<void> {
  const at = context.clock.now()
  for (const { payload } of messages) {
    const page = payload as unknown as Page
    const query = { ...page, most: casesAtOnce }
    const { applicants, next } = await caseDesk.waitingApplicants(tx, query)
    const { notice, version } = page
    if (applicants.length > 0) await tellPersons(tx, { notice, version, persons: applicants, at })
    if (next !== null) await queueWord(tx, { ...page, after: next }, at)
  }
}
