import { type Context, bucketOf } from '../platform/index.ts'
import { type EvidenceState, evidenceState } from './evidence-state.ts'
import type { FactKind } from './fact.ts'
import { newestFactText } from './fact-text-store.ts'
import { type PublishedLeaf, publishedLeaves } from './leaf-store.ts'
import { promiseNoteOf } from './promise-note.ts'
import { type ReceiptFile, receiptOf } from './receipt-of.ts'
import { EvidenceErasedError, EvidenceMismatchError, ReceiptPendingError } from './refusals.ts'

/** What a person can be given of one fact, at this moment. */
export type Evidence = { readonly fact: string; readonly log: EvidenceState } & (
  | { readonly is: 'proven'; readonly leaf: PublishedLeaf; readonly receipt: ReceiptFile }
  /** No checkpoint covers it yet: the log has signed that one will. */
  | { readonly is: 'promised'; readonly promise: string }
  /** No checkpoint covers it, and the signer does not answer. */
  | { readonly is: 'delayed' }
  /** The key of its salts was erased. */
  | { readonly is: 'erased' }
  /** Its row is no longer what the log says. */
  | { readonly is: 'altered' }
)

/**
 * The evidence of the newest fact of a kind about a subject: its receipt, else the promise of the log.
 * All of it is made from rows, a few of them; no published file is read, and nothing is stored. Whoever
 * asks must have been allowed to by the caller.
 * @param of - `owner`: of the fact.
 * @returns `null` where there is no such fact.
 */
export async function evidenceOf(
  context: Context,
  of: { readonly owner: string; readonly subject: string; readonly kind: FactKind }
): Promise<Evidence | null> {
  const whose = { bucket: bucketOf(of.owner), subject: of.subject, kind: of.kind }
  const [fact, log] = await Promise.all([newestFactText(context.db, whose), evidenceState(context)])
  if (fact === null) return null
  const known = { fact: fact.id, log }
  try {
    const receipt = await receiptOf(context, fact.id)
    const leaf = (await publishedLeaves(context.db, [fact.id])).get(fact.id)
    if (leaf === undefined) throw new ReceiptPendingError()
    return { ...known, is: 'proven', leaf, receipt }
  } catch (error) {
    if (error instanceof EvidenceErasedError) return { ...known, is: 'erased' }
    if (error instanceof EvidenceMismatchError) return { ...known, is: 'altered' }
    if (!(error instanceof ReceiptPendingError)) throw error
  }
  const promise = await promiseNoteOf(context, whose)
  return promise === null ? { ...known, is: 'delayed' } : { ...known, is: 'promised', promise }
}
