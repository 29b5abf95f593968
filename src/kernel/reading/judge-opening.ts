import { type OpeningState, tokenHashOf, verifyOpening } from '../seal/index.ts'
import { fromBase64 } from '../tlog/index.ts'

/**
 * What a sender may believe of what a recipient is said to have done with a letter.
 * - `proven`: signed by the recipient's mailbox, with the token that the sender's own key put into the letter.
 * - `signed`: signed so, with a token of which this sender cannot tell whether it was in the letter.
 * - `said`: the desk says so, and shows nothing that is signed.
 * - `broken`: what it shows is not signed by the recipient for this letter and this state.
 */
export type OpeningVerdict = 'proven' | 'signed' | 'said' | 'broken'

/** What a desk shows of an opening. */
export interface ShownProof {
  readonly state: string
  /** Base64. */
  readonly token: string
  readonly note: string
}

/**
 * Judges what a desk says of the opening of a letter.
 * @param of - `signers`: each set of keys of the recipient that the key directory proves to have counted;
 *   `ownHashes`: hashes of the tokens that the sender's keys make for this letter.
 * @see docs/specs/letter-reading.md §5
 */
export function judgeOpening(of: {
  readonly letter: string
  readonly state: OpeningState
  readonly proofs: readonly ShownProof[]
  readonly signers: readonly (readonly string[])[]
  readonly ownHashes: readonly string[]
}): OpeningVerdict {
  const shown = of.proofs.filter(({ state }) => state === of.state)
  if (shown.length === 0) return 'said'
  const verdicts = shown.map((proof) => judge(of, proof))
  return (['proven', 'signed'] as const).find((each) => verdicts.includes(each)) ?? 'broken'
}

function judge(
  { letter, state, signers, ownHashes }: Parameters<typeof judgeOpening>[0],
  { token, note }: ShownProof
): OpeningVerdict {
  const bytes = fromBase64(token)
  if (bytes === null) return 'broken'
  const tokenHash = tokenHashOf(bytes)
  const isSigned = signers.some((keys) => verifyOpening(note, { letter, state, tokenHash, keys }))
  if (!isSigned) return 'broken'
  return ownHashes.includes(tokenHash) ? 'proven' : 'signed'
}
