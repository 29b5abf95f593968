import {
  type TreeHead,
  sameBytes,
  signCheckpoint,
  verifyConsistency
} from '../../kernel/tlog/index.ts'
import { logOfOrigin } from '../log-name.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { type KeyRing, readRing, signingKeys } from './keys-file.ts'
import { type SignedState, readState, writeState } from './state-file.ts'

/** A head that somebody asks a signature for, with the proof that it goes on from the last one. */
export interface HeadToSign extends TreeHead {
  /** Consistency proof from the size that was signed last. */
  readonly proof: readonly Uint8Array[]
}

/** Why a signer does not sign. */
export class SignerRefusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Signs a head if it goes on from everything that was signed before. The new state is on the disk
 * first: a signature that nobody received can be made again, one that was forgotten could be forked.
 * @returns The checkpoint with the log's own signatures.
 * @throws {SignerRefusal} `signer/unknown-log`, `signer/behind`, `signer/fork`, `signer/not-consistent`.
 */
export async function signHeadOf(folder: string, head: HeadToSign): Promise<string> {
  const { log, ring } = await ringOf(folder, head.origin)
  const signed = await readState(folder, log)
  demandConsistent(signed, head)
  if (signed.size !== head.size) {
    await writeState(folder, log, { size: head.size, root: head.root })
  }
  return signCheckpoint(head, signingKeys(ring), 0)
}

/**
 * The keys that this signer has for an origin.
 * @throws {SignerRefusal} `signer/unknown-log`.
 */
export async function ringOf(
  folder: string,
  origin: string
): Promise<{ log: string; ring: KeyRing }> {
  const log = logOfOrigin(origin)
  const ring = log === null ? null : await readRing(folder, log)
  if (log === null || ring?.origin !== origin) {
    throw new SignerRefusal('signer/unknown-log', `this signer has no keys for ${origin}`)
  }
  return { log, ring }
}

function demandConsistent(signed: SignedState, head: HeadToSign): void {
  const { size, root, proof } = head
  const of = `${head.origin}: ${String(size)} after ${String(signed.size)}`
  if (size < signed.size) throw new SignerRefusal('signer/behind', `${of} would go back`)
  if (size === signed.size && !sameBytes(root, signed.root)) {
    throw new SignerRefusal('signer/fork', `${of}: the same size with another root`)
  }
  if (size === signed.size) return
  const claim = { oldSize: signed.size, oldRoot: signed.root, newSize: size, newRoot: root, proof }
  const answer = verifyConsistency(claim, serverPrimitives)
  if (answer !== 'proven') {
    throw new SignerRefusal('signer/not-consistent', `${of} is no continuation: ${answer}`)
  }
}
