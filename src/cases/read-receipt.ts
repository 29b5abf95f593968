import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import type { DocumentRecord } from './case-record.ts'
import { receiptOfCase } from './receipt-store.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import { type CaseView, type ViewedDocument, viewCase } from './view-case.ts'

/** A receipt with its case in the state that it was in when the receipt was issued. */
export interface IssuedReceipt {
  readonly receipt: Receipt
  /** The case as then: its filing, clock, documents, and what was missing. */
  readonly shown: CaseView
}

/**
 * The receipt of a case as it was issued. What was kept then is never computed again; a case that was
 * filed before receipts were kept is read from its facts as they were known at its registration.
 * @throws {CaseNotFoundError} If there is none, or none for this actor.
 */
export async function readReceipt(
  context: Context,
  actor: Actor,
  input: { readonly case: string }
): Promise<IssuedReceipt> {
  const { registeredAt: asKnownAt } = await viewCase(context, actor, input)
  const then = await viewCase(context, actor, { ...input, asKnownAt })
  const kept = await receiptOfCase(context.db, input.case)
  return kept === null
    ? { receipt: receiptFrom(then), shown: then }
    : { receipt: kept, shown: asIssued(then, kept) }
}

function receiptFrom(view: CaseView): Receipt {
  const { id, filedAt, code, history, card, clock, missing } = view
  const { cardVersion, agreementVersion, factsThrough } = history
  return receiptOf({
    record: { id, filedAt, code, cardVersion, agreementVersion, factsThrough },
    card,
    clock,
    documents: view.documents.map(recordOf),
    missing,
    issuedAt: view.registeredAt
  })
}

/** What a receipt says of a document: what it is, not who gave it. */
function recordOf(document: ViewedDocument): DocumentRecord {
  const { current: _, dataType: _type, origin: _origin, givenBy: _by, ...rest } = document
  const { giverName: _name, ...record } = rest
  return record
}

function asIssued(view: CaseView, kept: Receipt): CaseView {
  const { promisedTime, feeRial, startedAt, dueAt, calendarVersion } = kept
  return {
    ...view,
    filedAt: kept.filedAt,
    card: { ...view.card, promisedTime, feeRial },
    clock: { ...view.clock, state: kept.clockState, startedAt, dueAt, calendarVersion },
    documents: kept.documents.map((document) => ({
      ...document,
      current: true
    })),
    missing: kept.missing
  }
}
