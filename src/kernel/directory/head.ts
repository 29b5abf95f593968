import {
  type Policy,
  type Primitives,
  type Result,
  failed,
  fromBase64,
  portablePrimitives,
  toBase64,
  utf8,
  value,
  verifyEntryProof
} from '../tlog/index.ts'
import { isHash } from './entry.ts'

/** The kind of fact by which a state of the directory stands in the public log. */
export const headFactKind = 'directory.head'

/** A state of the directory. */
export interface DirectoryHead {
  /** 1, 2, 3, … without a gap. */
  readonly number: number
  /** Root of the map, base64. */
  readonly root: string
  /** How many entries of owners were ever put in. */
  readonly entries: number
  /** How many labels stand in the map: owners and identifiers. */
  readonly labels: number
  /** Base64 of the hash of the head before; `null` in the first. */
  readonly previous: string | null
}

/** A head that is proven to stand in the log. */
export interface LoggedHead extends DirectoryHead {
  /** POSIX seconds of its entry in the log. */
  readonly loggedAt: number
  readonly log: {
    readonly origin: string
    readonly index: number
    /** The checkpoint by which it was proven. */
    readonly size: number
    readonly root: string
  }
}

/** Whom somebody who looks up keys believes. */
export interface LogTrust {
  /** `host[:port]` of the installation: its logs are `<host>/peyman/log/…`, its keys `<host>/…`. */
  readonly host: string
  /** Log keys and witnesses (docs/specs/log.md §7), known from before. */
  readonly policy: Policy
}

/** Why a head is none. */
export type HeadFault = 'head-unproven' | 'head-other-log' | 'head-form'

/** SHA-256 that the next head names this one by, base64. @see docs/specs/key-directory.md §4 */
export function headHash(
  { number, root, entries, labels, previous }: DirectoryHead,
  primitives: Primitives = portablePrimitives
): string {
  const lines = ['peyman.dev/directory-head/v1', number, entries, labels, root, previous ?? '-']
  return toBase64(primitives.sha256(utf8(`${lines.join('\n')}\n`)))
}

/**
 * Reads a head from the proof of its entry in the log (docs/specs/log.md §8), and checks that proof.
 * @param proof - Text of the tlog-proof file.
 */
export function verifyHead(
  proof: string,
  { host, policy }: LogTrust,
  primitives: Primitives = portablePrimitives
): Result<LoggedHead, HeadFault> {
  const verdict = verifyEntryProof(proof, policy, primitives)
  if (verdict.verdict !== 'proven') return failed('head-unproven')
  const { entry, fields, proof: file } = verdict.proof
  const { origin, size, root } = file.checkpoint
  if (!origin.startsWith(`${host}/peyman/log/`)) return failed('head-other-log')
  const head =
    entry.kind === 'public' && fields.type === headFactKind ? readHead(fields.body) : null
  if (head === null) return failed('head-form')
  const log = { origin, index: file.index, size, root: toBase64(root) }
  return value({ ...head, loggedAt: entry.at, log })
}

function readHead(body: unknown): DirectoryHead | null {
  if (typeof body !== 'object' || body === null) return null
  const { number, root, entries, labels, previous } = body as DirectoryHead
  const counts = [number, entries, labels]
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return null
  if (number < 1 || !isHash(root)) return null
  const follows = number === 1 ? previous === null : isHash(previous)
  return follows ? { number, root, entries, labels, previous } : null
}

/** Bytes of the root of a head. */
export function rootOf({ root }: DirectoryHead): Uint8Array {
  return fromBase64(root) ?? new Uint8Array()
}
