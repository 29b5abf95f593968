import { queueOutbox } from '../../channels/index.ts'
import { recordFacts } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction, withScope } from '../../platform/index.ts'
import { firstAuthority } from './choice-store.ts'
import type { Filing } from './filing.ts'
import { ProofUsedError } from './refusals.ts'
import { insertReport, receiptOfReport, useKey } from './report-store.ts'

/** What a report led to. */
export interface Filed {
  readonly report: string
  readonly code: string
  readonly filedAt: Temporal.Instant
  /** The same had come before: this is its receipt. */
  readonly repeated: boolean
}

/** Topic of the outbox under which new reports wait to be matched with outages. */
export const filedTopic = 'failure-report.filed'

/**
 * Files a report: its row, its receipt and the facts of both in one transaction, so that there is no
 * report without receipt. The same sending again gives the same receipt.
 * @throws {ProofUsedError} If its key filed something else before.
 */
export function fileReport(context: Context, filing: Filing): Promise<Filed> {
  // Anybody reports a failure, and nobody is asked who they are.
  return withScope('system', () => fileWithin(context, filing))
}

async function fileWithin(context: Context, filing: Filing): Promise<Filed> {
  const how = { knownAt: filing.filedAt, spooled: false }
  const filed = await inTransaction(context.db, (tx) => writeFiling(tx, filing, how))
  context.nudge()
  return filed
}

/**
 * Writes a filing down, within a transaction; once, however often it is done.
 * @param how - `spooled`: it was acknowledged while there was no database.
 */
export async function writeFiling(
  tx: Tx,
  filing: Filing,
  how: { readonly knownAt: Temporal.Instant; readonly spooled: boolean }
): Promise<Filed> {
  const used = await useKey(tx, filing, how.knownAt)
  if (used !== null) {
    const receipt = await receiptOfReport(tx, used.report)
    if (receipt === null || used.contentSha256 !== filing.contentSha256) throw new ProofUsedError()
    const { report, code, issuedAt } = receipt
    return { report, code, filedAt: issuedAt, repeated: true }
  }
  const authority = filing.input.choice.authority ?? (await firstAuthority(tx))
  await insertReport(tx, filing, { authority, ...how })
  await recordFiling(tx, filing, { authority, ...how })
  const payload = { report: filing.id }
  await queueOutbox(tx, [{ owner: filing.id, topic: filedTopic, payload }], how.knownAt)
  const { id: report, filedAt } = filing
  return { report, code: filing.receipt.code, filedAt, repeated: false }
}

async function recordFiling(
  tx: Tx,
  filing: Filing,
  how: { authority: string; knownAt: Temporal.Instant; spooled: boolean }
): Promise<void> {
  const { id: report, input, channel, actor, filedAt, receipt } = filing
  const { component, service, cardVersion, agreementVersion } = input.choice
  const about = {
    ...{ owner: report, authority: how.authority, subject: report, at: filedAt },
    ...{ knownAt: how.knownAt, actor, cardVersion, agreementVersion }
  }
  await recordFacts(tx, [
    {
      ...about,
      kind: 'failure-report.filed',
      body: {
        ...{ report, kind: input.kind, component, service, channel },
        ...{ filedAt: filedAt.toString(), spooled: how.spooled }
      }
    },
    {
      ...about,
      kind: 'failure-receipt.issued',
      body: { report, service, channel, sha256: receipt.sha256 }
    }
  ])
}
