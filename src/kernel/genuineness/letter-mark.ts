import { type EntryDoubt, type EntryProofFault } from '../tlog/index.ts'
import {
  type Policy,
  type Primitives,
  portablePrimitives,
  toBase64,
  utf8,
  verifyEntryProof
} from '../tlog/index.ts'
import type { LetterCode } from './letter-code.ts'

/** Kind of the public facts in which marks stand. */
export const enteredFactKind = 'letters.entered'

/** States of a letter that the log tells; what its reader does is nobody's but the two sides'. */
export const toldStates = [
  'accepted',
  'refused',
  'failed',
  'expired',
  'withdrawn',
  'purged'
] as const

/** One of {@link toldStates}. */
export type ToldState = (typeof toldStates)[number]

/** What the log tells of a letter, to whoever knows its code: never who receives it. */
export interface LetterStatement extends LetterCode {
  /** `unit:<authority>/<unit>` as in the key directory; `person` for whoever is no unit. */
  readonly sender: string
  readonly state: ToldState
  /** RFC 3339, UTC, as it was entered. */
  readonly at: string
}

/**
 * The mark of a statement, which alone stands in the log: nobody finds it but whoever knows id and hash.
 * @returns Base64 of SHA-256("peyman.dev/letter-mark/v1\n" letter "\n" sha256 "\n" sender "\n" state "\n" at "\n").
 * @see docs/specs/verify.md §5
 */
export function letterMark(
  { letter, sha256, sender, state, at }: LetterStatement,
  primitives: Primitives = portablePrimitives
): string {
  const lines = ['peyman.dev/letter-mark/v1', letter, sha256, sender, state, at, '']
  return toBase64(primitives.sha256(utf8(lines.join('\n'))))
}

/** What the proof of a statement is worth. */
export type StatementVerdict =
  | { readonly ok: true; /** POSIX seconds of the entry. */ readonly loggedAt: number }
  | { readonly ok: false; readonly reason: EntryDoubt | EntryProofFault | 'not-in-entry' }

/**
 * Checks that a statement stands in the public log: the entry by its proof, the mark in the entry.
 * @param proof - C2SP tlog-proof of the entry, as `/api/v1/log/{log}/entries/{index}/proof` gives it.
 * @param policy - Whom to believe; `null`: nobody.
 */
export function verifyStatement(
  statement: LetterStatement,
  proof: string,
  policy: Policy | null
): StatementVerdict {
  const read = verifyEntryProof(proof, policy)
  if (read.verdict !== 'proven') return { ok: false, reason: read.reason }
  const { fields, entry } = read.proof
  const body = fields.body as { marks?: unknown } | undefined
  const marks = fields.type === enteredFactKind ? body?.marks : undefined
  const isIn = Array.isArray(marks) && marks.includes(letterMark(statement))
  return isIn ? { ok: true, loggedAt: entry.at } : { ok: false, reason: 'not-in-entry' }
}
