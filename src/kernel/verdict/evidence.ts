import type {
  EntryVerdict,
  LogPromise,
  PaperFault,
  Policy,
  PromiseFault,
  ReceiptVerdict,
  VerifierKey
} from '../tlog/index.ts'
import {
  isEntryProof,
  joinPaperParts,
  parseCheckpoint,
  parsePromise,
  verifyEntryProof,
  verifyPromise,
  verifyReceipt
} from '../tlog/index.ts'

/** What a file turned out to be, and what it is worth under a policy. */
export type Evidence =
  | { readonly kind: 'receipt'; readonly verdict: ReceiptVerdict }
  /** An entry that everyone may read, with its place in the log. */
  | { readonly kind: 'entry'; readonly verdict: EntryVerdict }
  | {
      readonly kind: 'promise'
      readonly promise: LogPromise
      /** Whose signature it bears. */
      readonly key: VerifierKey
    }
  | { readonly kind: 'promise-refused'; readonly reason: PromiseFault | 'no-policy' }
  /** A signed checkpoint by itself: it proves nothing to the one who holds it. */
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'parts'; readonly missing: readonly number[] }
  | { readonly kind: 'parts-refused'; readonly reason: PaperFault }

const promiseHead = 'peyman.dev/promise/'
const looked = 65_536

/**
 * Finds out what somebody brought, and checks it. Never throws, whatever the bytes are.
 * @param input - The bytes of a file; or a text that was typed or scanned, whose last line end may be
 *   missing, and which may be the parts of a receipt on paper, one on a line.
 * @param policy - Whom to believe; `null`: nobody, so that nothing is proven.
 */
export function readEvidence(input: Uint8Array | string, policy: Policy | null): Evidence {
  const text = typeof input === 'string' ? input : headOf(input)
  if (/^\S*(?:^|#)r=[0-9]/.test(text)) return readParts(text, policy)
  const whole = typeof input === 'string' ? `${text.trim()}\n` : input
  if (text.trimStart().startsWith(promiseHead)) return readPromise(whole, policy)
  if (isEntryProof(whole)) return { kind: 'entry', verdict: verifyEntryProof(whole, policy) }
  const verdict = verifyReceipt(whole, policy)
  const isOther = verdict.verdict === 'unreadable' && verdict.reason === 'proof-header'
  if (isOther && parseCheckpoint(whole).ok) return { kind: 'checkpoint' }
  return { kind: 'receipt', verdict }
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, looked))
}

function readParts(text: string, policy: Policy | null): Evidence {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  const joined = joinPaperParts(parts)
  if (!joined.ok) return { kind: 'parts-refused', reason: joined.reason }
  if (joined.value.text === null) return { kind: 'parts', missing: joined.value.missing }
  // What was joined is read as it is: parts inside parts would never end.
  const inner = joined.value.text
  if (/^\S*#?r=[0-9]/.test(inner)) return { kind: 'parts-refused', reason: 'paper-damaged' }
  return readEvidence(new TextEncoder().encode(inner), policy)
}

function readPromise(input: Uint8Array | string, policy: Policy | null): Evidence {
  const read = parsePromise(input)
  if (!read.ok) return { kind: 'promise-refused', reason: read.reason }
  if (policy === null) return { kind: 'promise-refused', reason: 'no-policy' }
  const checked = verifyPromise(input, policy)
  return checked.ok
    ? { kind: 'promise', ...checked.value }
    : { kind: 'promise-refused', reason: checked.reason }
}
