import type { Primitives, Result, SignatureType, SigningKey } from '../tlog/index.ts'

/** Why a file was not opened. */
export type AgeFault = 'age-form' | 'age-other-recipient' | 'age-damaged'

/** SHA-256 of what comes piece by piece. */
export interface RunningHash {
  update(bytes: Uint8Array): void
  /** 32 bytes; to be asked once. */
  digest(): Uint8Array
}

/**
 * What comes piece by piece, of any lengths. A piece is its reader's until the next one is asked for, and may
 * be written over then: who keeps it keeps a copy (`new Uint8Array(piece)`: `slice` of a `Buffer` is none).
 */
export type Pieces = AsyncIterable<Uint8Array>

/**
 * All cryptography that sealing and opening rests on. A browser takes `portableSealPrimitives`; a server may
 * pass those of `node:crypto`. Both make and open the same age v1 files (docs/specs/letter.md §10). None
 * throws on bad input, and none keeps the bytes that it is given.
 */
export interface SealPrimitives extends Primitives {
  /** A hash that takes its input in pieces. */
  runningHash(): RunningHash
  /** An age file to one recipient, `age1pq1…` or `age1…`; the plain text is all parts one after the other. */
  encrypt(
    recipient: string,
    parts: readonly Uint8Array[]
  ): Promise<Result<Uint8Array, 'recipient-invalid'>>
  /** The plain text of an age file that is not armoured. */
  decrypt(
    file: Uint8Array,
    identity: string
  ): Promise<Result<Uint8Array, AgeFault | 'identity-invalid'>>
  /** As {@link SealPrimitives.encrypt}, piece by piece. */
  encryptStream(recipient: string, plain: Pieces): Promise<Result<Pieces, 'recipient-invalid'>>
  /**
   * As {@link SealPrimitives.decrypt}, piece by piece. Damage behind the head is told by a
   * {@link DamagedFileError} while reading: only after the last piece is any of it to be relied on.
   */
  decryptStream(
    file: Pieces,
    identity: string
  ): Promise<Result<Pieces, AgeFault | 'identity-invalid'>>
  /** The recipient of an identity, or `null` for a text that is none. */
  recipientOf(identity: string): Promise<string | null>
  /** A signing key of a seed. */
  readonly signingKey: (parts: {
    name: string
    type: SignatureType
    seed: Uint8Array
  }) => SigningKey
}

/** Thrown while a stream is read that turns out to be cut off or changed. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError'
  readonly code = 'age-damaged'
}
