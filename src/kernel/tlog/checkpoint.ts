import { fromDecimal, hashFromBase64, isCount, toBase64 } from './bytes.ts'
import type { Note, NoteFault } from './note.ts'
import { hasControlCharacter, parseNote } from './note.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { hashBytes } from './tree.ts'

/** First line of a promise note; no log may take it for its origin, so neither passes for the other. */
export const promiseHeader = 'peyman.dev/promise/v1'

/** A tree head: what a checkpoint says. */
export interface TreeHead {
  /** Identity of the log, `<domain>/peyman/log/<year>`. */
  readonly origin: string
  /** Number of leaves, 0 to 2^53 - 1. */
  readonly size: number
  /** Root hash, 32 bytes. */
  readonly root: Uint8Array
}

/** A checkpoint as it was written, its signatures not yet checked. */
export interface Checkpoint extends TreeHead {
  /** Lines after the root; we write none and believe none. */
  readonly extensions: readonly string[]
  readonly note: Note
}

/** Why a text is no tree head. */
export type HeadFault =
  | 'checkpoint-form'
  | 'checkpoint-origin'
  | 'checkpoint-size'
  | 'checkpoint-root'
  | 'checkpoint-extension'

/** Why bytes are no checkpoint. */
export type CheckpointFault = NoteFault | HeadFault

/**
 * Text that a log signs: origin, size, root, each on a line (C2SP tlog-checkpoint).
 * @throws {RangeError} If the head cannot be written: a fault of the caller.
 */
export function formatTreeHead(head: TreeHead): string {
  const { origin, size, root } = head
  if (!isOrigin(origin) || !isCount(size) || root.length !== hashBytes) {
    throw new RangeError(`no tree head of ${origin} at ${String(size)}`)
  }
  return `${origin}\n${String(size)}\n${toBase64(root)}\n`
}

/** Reads a signed checkpoint strictly; believe it only after `verifyCheckpoint`. */
export function parseCheckpoint(input: Uint8Array | string): Result<Checkpoint, CheckpointFault> {
  const note = parseNote(input)
  if (!note.ok) return note
  const head = parseTreeHead(note.value.text)
  return head.ok ? value({ ...head.value, note: note.value }) : head
}

/** Reads the text of a checkpoint, without signatures. */
export function parseTreeHead(
  text: string
): Result<TreeHead & { readonly extensions: readonly string[] }, HeadFault> {
  if (!text.endsWith('\n')) return failed('checkpoint-form')
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || sizeText === undefined || rootText === undefined) {
    return failed('checkpoint-form')
  }
  if (!isOrigin(origin)) return failed('checkpoint-origin')
  const size = fromDecimal(sizeText)
  if (size === null) return failed('checkpoint-size')
  const root = hashFromBase64(rootText)
  if (root === null) return failed('checkpoint-root')
  if (extensions.includes('')) return failed('checkpoint-extension')
  return value({ origin, size, root, extensions })
}

function isOrigin(origin: string): boolean {
  return (
    origin !== '' &&
    origin.length <= 255 &&
    origin !== promiseHeader &&
    origin.isWellFormed() &&
    !origin.includes('\n') &&
    !hasControlCharacter(origin)
  )
}
