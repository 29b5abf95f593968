import {
  type Note,
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
  /** Id of the judgement before this one: an earlier word of the unit does not count again. `null`: none. */
  readonly after: string | null
  /** SHA-256 of the sealed forms, hexadecimal: the application and its corrections, the first one first. */
  readonly forms: readonly string[]
  /** The current sealed documents, in any order. */
  readonly documents: readonly { readonly code: string; readonly sha256: string }[]
  /** What is to be corrected; none where it is accepted. In any order. */
  readonly defects: readonly { readonly code: string; readonly item: string }[]
}

/**
 * Why a note is no judgement of a unit: it is none of a case, of another case, says something else than what
 * is asked, is signed with a key that the unit had before, or by nobody of it.
 */
export type JudgementFault = 'no-note' | 'other-case' | 'other-words' | 'key-left' | 'unsigned'

/** Verifier keys of a unit, as the key directory has them. */
interface JudgementKeys {
  /** Those of now; without one nothing is proven. */
  readonly keys: readonly string[]
  /** Each set that it had before. */
  readonly former?: readonly (readonly string[])[]
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
 * Checks that a note says exactly this, signed by every key that the unit has now.
 * @returns `null` of one that holds.
 */
export function judgementFault(
  note: string,
  of: CaseJudgement & JudgementKeys,
  primitives: Primitives = portablePrimitives
): JudgementFault | null {
  const parsed = parseNote(note)
  if (!parsed.ok) return 'no-note'
  const [first, of_] = parsed.value.text.split('\n')
  if (first !== domain) return 'no-note'
  if (of_ !== of.case) return 'other-case'
  if (parsed.value.text !== judgementText(of)) return 'other-words'
  if (isSignedByAll(parsed.value, of.keys, primitives)) return null
  const isFormer = (of.former ?? []).some((keys) => isSignedByAll(parsed.value, keys, primitives))
  return isFormer ? 'key-left' : 'unsigned'
}

function isSignedByAll(note: Note, keys: readonly string[], primitives: Primitives): boolean {
  if (keys.length === 0) return false
  return keys.every((vkey) => {
    const key = parseVerifierKey(vkey, primitives)
    return key.ok && judgeKeyIn(domain, { note, key: key.value }, primitives) === 'signed'
  })
}

function judgementText(of: CaseJudgement): string {
  const lines = [
    domain,
    of.case,
    of.verdict,
    ...(of.after === null ? [] : [`after ${of.after}`]),
    ...of.forms.map((sha256) => `form ${sha256}`),
    ...of.documents.map(({ code, sha256 }) => `document ${code} ${sha256}`).toSorted(),
    ...of.defects.map(({ code, item }) => `defect ${code} ${item}`).toSorted()
  ]
  return lines.map((line) => `${line}\n`).join('')
}
