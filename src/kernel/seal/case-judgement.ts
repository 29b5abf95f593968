import {
  type NoteSignature,
  type Primitives,
  type SigningKey,
  formatNote,
  parseNote,
  parseVerifierKey,
  portablePrimitives
} from '../tlog/index.ts'
import { judgeKeyIn, messageIn } from './note-keys.ts'

const domain = 'peyman.dev/sealed-case/v1'

/** What a unit may say of a sealed application that it opened. */
export const judgements = ['accepted', 'correct'] as const
/** One of {@link judgements}: it is right, or these items are to be corrected. */
export type JudgementVerdict = (typeof judgements)[number]

/**
 * What a unit says of an application, and of which bytes: nothing of it is a value of anybody, only ids,
 * codes and hashes of sealed files.
 */
export interface CaseJudgement {
  readonly case: string
  readonly verdict: JudgementVerdict
  /** SHA-256 of the sealed forms, hexadecimal: the application and its corrections, the first one first. */
  readonly forms: readonly string[]
  /** The current sealed documents, in any order. */
  readonly documents: readonly { readonly code: string; readonly sha256: string }[]
  /** What is to be corrected; none where it is accepted. In any order. */
  readonly defects: readonly { readonly code: string; readonly item: string }[]
}

/**
 * Signs what a unit found in a sealed application, with the keys of its mailbox.
 * @returns A signed note (C2SP signed-note), a signature of each signer.
 * @see docs/specs/sealed-cases.md §4
 */
export function signJudgement(of: CaseJudgement, signers: readonly SigningKey[]): string {
  const text = judgementText(of)
  const signatures = signers.map((signer): NoteSignature => {
    const { key } = signer
    return { name: key.name, id: key.id, signature: signer.sign(messageIn(domain, key, text)) }
  })
  return formatNote({ text, signatures })
}

/**
 * Whether a note says exactly this, signed by every given key.
 * @param keys - Verifier keys of the unit as the key directory has them; without one nothing is proven.
 */
export function verifyJudgement(
  note: string,
  of: CaseJudgement & { readonly keys: readonly string[] },
  primitives: Primitives = portablePrimitives
): boolean {
  const parsed = parseNote(note)
  if (!parsed.ok || parsed.value.text !== judgementText(of) || of.keys.length === 0) return false
  return of.keys.every((vkey) => {
    const key = parseVerifierKey(vkey, primitives)
    return (
      key.ok && judgeKeyIn(domain, { note: parsed.value, key: key.value }, primitives) === 'signed'
    )
  })
}

function judgementText(of: CaseJudgement): string {
  const lines = [
    domain,
    of.case,
    of.verdict,
    ...of.forms.map((sha256) => `form ${sha256}`),
    ...of.documents.map(({ code, sha256 }) => `document ${code} ${sha256}`).toSorted(),
    ...of.defects.map(({ code, item }) => `defect ${code} ${item}`).toSorted()
  ]
  return lines.map((line) => `${line}\n`).join('')
}
