import {
  fromDecimal,
  hashFromBase64,
  isCount,
  latestSecond,
  sameBytes,
  toBase64,
  utf8
} from './bytes.ts'
import { promiseHeader } from './checkpoint.ts'
import type { EntryVerdict } from './entry-proof.ts'
import { successorOf } from './entry-proof.ts'
import { formatNote, isSignedBy, parseNote } from './note.ts'
import type { Note, NoteFault } from './note.ts'
import type { Policy } from './policy.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import type { SigningKey } from './signing.ts'
import { signText } from './signing.ts'
import type { VerifierKey } from './vkey.ts'
import { signatureTypes } from './vkey.ts'
import type { ReceiptVerdict } from './verify-receipt.ts'

/** What a log promises before the checkpoint exists: to hold a commitment within a time. */
export interface LogPromise {
  readonly origin: string
  /** 32 bytes. */
  readonly commitment: Uint8Array
  /** POSIX seconds at which it was made. */
  readonly at: number
  /** Seconds after `at` within which the entry must be in a checkpoint. */
  readonly delaySecondsMax: number
}

/** Why bytes are no promise note, or nobody's. */
export type PromiseFault =
  | NoteFault
  | 'promise-form'
  | 'promise-commitment'
  | 'promise-time-invalid'
  | 'log-unknown'
  | 'log-signature-missing'
  | 'signature-invalid'

/** How a promise stands. */
export type PromiseOutcome =
  'kept' | 'kept-late' | 'open' | 'overdue' | 'other-statement' | 'other-log'

/** Text of a promise note. */
export function formatPromise(promise: LogPromise): string {
  const { origin, commitment, at, delaySecondsMax } = promise
  const numbers = `${String(at)}\n${String(delaySecondsMax)}\n`
  return `${promiseHeader}\n${origin}\n${toBase64(commitment)}\n${numbers}`
}

/**
 * A signed promise note.
 * @throws {RangeError} If the promise cannot be read back, or the key is not of type 0x01.
 */
export function signPromise(promise: LogPromise, by: SigningKey): string {
  const text = formatPromise(promise)
  if (!readPromise(text).ok) throw new RangeError('no promise')
  return formatNote({ text, signatures: [signText(text, by)] })
}

/** Reads a promise note strictly; believe it only after {@link verifyPromise}. */
export function parsePromise(
  input: Uint8Array | string
): Result<{ promise: LogPromise; note: Note }, PromiseFault> {
  const note = parseNote(input)
  if (!note.ok) return note
  const promise = readPromise(note.value.text)
  return promise.ok ? value({ promise: promise.value, note: note.value }) : promise
}

function readPromise(text: string): Result<LogPromise, PromiseFault> {
  const form = /^([^\n]*)\n([^\n]+)\n([^\n]*)\n([^\n]*)\n([^\n]*)\n$/.exec(text)
  if (form?.[1] !== promiseHeader) return failed('promise-form')
  const [origin = '', commitmentText = '', atText = '', delayText = ''] = form.slice(2)
  const commitment = hashFromBase64(commitmentText)
  if (commitment === null) return failed('promise-commitment')
  const [at, delaySecondsMax] = [fromDecimal(atText), fromDecimal(delayText)]
  if (at === null || delaySecondsMax === null || at + delaySecondsMax > latestSecond) {
    return failed('promise-time-invalid')
  }
  return value({ origin, commitment, at, delaySecondsMax })
}

/** Whether a promise is signed by the log that it names, under a policy. Never throws. */
export function verifyPromise(
  input: Uint8Array | string,
  policy: Policy,
  primitives: Primitives = portablePrimitives
): Result<{ promise: LogPromise; key: VerifierKey }, PromiseFault> {
  const read = parsePromise(input)
  if (!read.ok) return read
  const { promise, note } = read.value
  const keys = policy.logs
    .map((log) => log.key)
    .filter((key) => key.type === signatureTypes.note && key.name === promise.origin)
  if (keys.length === 0) return failed('log-unknown')
  let signer: VerifierKey | null = null
  for (const signature of note.signatures) {
    const key = keys.find((known) => isSignedBy(signature, known))
    if (key === undefined) continue
    const message = utf8(note.text)
    if (!primitives.ed25519Verify(signature.signature, message, key.publicKey)) {
      return failed('signature-invalid')
    }
    signer = key
  }
  return signer === null ? failed('log-signature-missing') : value({ promise, key: signer })
}

/**
 * How a verified promise stands.
 * @param by - `receipt`: the verdict on the receipt that answers it, if there is one; `closings`: proofs
 *   of entries, among which those that closed a log name the one that goes on for it; `now`: POSIX
 *   seconds of the one who asks.
 * @returns `kept` or `kept-late` by the entry's own time, in the log that promised or in one that it
 *   named itself as it was closed; `other-log` where what was promised stands in a log that nothing
 *   here shows to be such a one; without a proven receipt `open` until the delay is over, then
 *   `overdue`: the promise is then itself the evidence against the log.
 */
export function promiseOutcome(
  promise: LogPromise,
  by: { receipt: ReceiptVerdict | null; closings?: readonly EntryVerdict[]; now: number }
): PromiseOutcome {
  const { receipt, now, closings = [] } = by
  const last = promise.at + promise.delaySecondsMax
  if (receipt?.verdict !== 'proven') return isCount(now) && now > last ? 'overdue' : 'open'
  if (!sameBytes(receipt.commitment, promise.commitment)) return 'other-statement'
  const { origin } = receipt.receipt.proof.checkpoint
  if (!goesOnAs(promise.origin, origin, closings)) return 'other-log'
  return receipt.receipt.at <= last ? 'kept' : 'kept-late'
}

/** Whether `to` is the log itself, or one that it named as it was closed, or one that that one named. */
function goesOnAs(from: string, to: string, closings: readonly EntryVerdict[]): boolean {
  let origin = from
  // Each step uses one of them; a ring of logs that name each other ends.
  for (let steps = 0; origin !== to; steps += 1) {
    const next = closings.map((closing) => successorOf(origin, closing)).find((one) => one !== null)
    if (steps === closings.length || next === undefined || next === null) return false
    origin = next
  }
  return true
}
