import { fromDecimal, readText, sameBytes } from './bytes.ts'
import { hasControlCharacter } from './note.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import { failed, value } from './result.ts'
import type { Result } from './result.ts'
import type { KeyFault, VerifierKey } from './vkey.ts'
import { parseVerifierKey, signatureTypes } from './vkey.ts'

/** Longest policy that is read, bytes. */
const policyBytesMax = 262_144

/** A log that the holder of the policy knows; the name of its key is the origin of the log. */
export interface PolicyLog {
  readonly key: VerifierKey
  readonly url: string | null
}

/** A witness that the holder of the policy knows. */
export interface PolicyWitness {
  /** Name inside the policy; not the name on the signature line. */
  readonly name: string
  readonly key: VerifierKey
  readonly url: string | null
}

/** Which witnesses are enough: none, one, or so many members of a group. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly witness: PolicyWitness }
  | {
      readonly kind: 'group'
      readonly name: string
      readonly threshold: number
      readonly members: readonly Quorum[]
    }

/** Whom the holder of a receipt believes (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly PolicyLog[]
  readonly witnesses: readonly PolicyWitness[]
  readonly quorum: Quorum
}

/** Why a text is no policy. */
export type PolicyFault =
  | KeyFault
  | 'too-large'
  | 'not-utf-8'
  | 'control-character'
  | 'policy-line-unknown'
  | 'policy-line-form'
  | 'policy-key-type'
  | 'policy-key-twice'
  | 'policy-name-taken'
  | 'policy-name-unknown'
  | 'policy-member-twice'
  | 'policy-threshold'
  | 'policy-quorum-twice'
  | 'policy-quorum-missing'

/** A policy, or the first fault in it with its line, counted from 1 (0: the whole text). */
export type PolicyResult =
  | { readonly ok: true; readonly value: Policy }
  | { readonly ok: false; readonly reason: PolicyFault; readonly line: number }

interface Draft {
  readonly logs: PolicyLog[]
  readonly witnesses: PolicyWitness[]
  readonly named: Map<string, Quorum>
  readonly members: Set<string>
  quorum: Quorum | null
  readonly primitives: Primitives
}

type LineFault = PolicyFault | null

/** Reads a policy file: `log`, `witness`, `group` and `quorum` lines, `#` comments. Never throws. */
export function parsePolicy(
  input: Uint8Array | string,
  primitives: Primitives = portablePrimitives
): PolicyResult {
  const read = readText(input, policyBytesMax)
  if (!read.ok) return { ok: false, reason: read.reason, line: 0 }
  const draft: Draft = {
    logs: [],
    witnesses: [],
    named: new Map([['none', { kind: 'none' }]]),
    members: new Set(),
    quorum: null,
    primitives
  }
  for (const [i, line] of read.value.split('\n').entries()) {
    const fault = readLine(draft, line)
    if (fault !== null) return { ok: false, reason: fault, line: i + 1 }
  }
  if (draft.quorum === null) return { ok: false, reason: 'policy-quorum-missing', line: 0 }
  return value({ logs: draft.logs, witnesses: draft.witnesses, quorum: draft.quorum })
}

function readLine(draft: Draft, line: string): LineFault {
  // The standard allows the tab and no other control character, a carriage return included.
  if (hasControlCharacter(line.replaceAll('\t', ' ')) || line.includes('\u007f')) {
    return 'control-character'
  }
  const [word, ...rest] = line.split(/[ \t]+/).filter((item) => item !== '')
  if (word === undefined || word.startsWith('#')) return null
  if (word === 'log') return readLog(draft, rest)
  if (word === 'witness') return readWitness(draft, rest)
  if (word === 'group') return readGroup(draft, rest)
  return word === 'quorum' ? readQuorum(draft, rest) : 'policy-line-unknown'
}

function readLog(draft: Draft, [vkey, url, ...more]: string[]): LineFault {
  if (vkey === undefined || more.length > 0) return 'policy-line-form'
  const key = readKey(draft, vkey, draft.logs)
  if (!key.ok) return key.reason
  if (key.value.type === signatureTypes.cosignature) return 'policy-key-type'
  draft.logs.push({ key: key.value, url: url ?? null })
  return null
}

function readWitness(draft: Draft, [name, vkey, url, ...more]: string[]): LineFault {
  if (name === undefined || vkey === undefined || more.length > 0) return 'policy-line-form'
  if (draft.named.has(name)) return 'policy-name-taken'
  const key = readKey(draft, vkey, draft.witnesses)
  if (!key.ok) return key.reason
  if (key.value.type === signatureTypes.note) return 'policy-key-type'
  const witness = { name, key: key.value, url: url ?? null }
  draft.witnesses.push(witness)
  draft.named.set(name, { kind: 'witness', witness })
  return null
}

function readKey(
  draft: Draft,
  vkey: string,
  known: readonly { readonly key: VerifierKey }[]
): Result<VerifierKey, KeyFault | 'policy-key-twice'> {
  const key = parseVerifierKey(vkey, draft.primitives)
  if (!key.ok) return key
  const twice = known.some((other) => sameBytes(other.key.publicKey, key.value.publicKey))
  return twice ? failed('policy-key-twice') : key
}

function readGroup(draft: Draft, [name, count, ...names]: string[]): LineFault {
  if (name === undefined || count === undefined || names.length === 0) return 'policy-line-form'
  if (draft.named.has(name)) return 'policy-name-taken'
  const threshold = thresholdOf(count, names.length)
  if (threshold === null) return 'policy-threshold'
  const members: Quorum[] = []
  for (const item of names) {
    const member = draft.named.get(item)
    if (member === undefined || member.kind === 'none') return 'policy-name-unknown'
    // A member of two groups would let one witness count twice.
    if (draft.members.has(item)) return 'policy-member-twice'
    draft.members.add(item)
    members.push(member)
  }
  draft.named.set(name, { kind: 'group', name, threshold, members })
  return null
}

function thresholdOf(word: string, members: number): number | null {
  if (word === 'any') return 1
  if (word === 'all') return members
  const number = fromDecimal(word)
  return number !== null && number >= 1 && number <= members ? number : null
}

function readQuorum(draft: Draft, [name, ...more]: string[]): LineFault {
  if (name === undefined || more.length > 0) return 'policy-line-form'
  if (draft.quorum !== null) return 'policy-quorum-twice'
  const quorum = draft.named.get(name)
  if (quorum === undefined) return 'policy-name-unknown'
  draft.quorum = quorum
  return null
}

/** Whether the witnesses that cosigned are enough. */
export function quorumReached(quorum: Quorum, cosigned: ReadonlySet<PolicyWitness>): boolean {
  if (quorum.kind === 'none') return true
  if (quorum.kind === 'witness') return cosigned.has(quorum.witness)
  const reached = quorum.members.filter((member) => quorumReached(member, cosigned))
  return reached.length >= quorum.threshold
}
