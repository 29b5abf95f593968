import { createHash, hash as hashOf } from 'node:crypto'
import type { Actor } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { checkSealed } from './check-letter.ts'
import {
  type ContentAt,
  beginArrival,
  endArrival,
  insertContents,
  pieceBytesMax
} from './content-store.ts'
import type { LetterInput } from './letter.ts'
import { LetterFormError, LetterHashError } from './refusals.ts'

/** Sealed bytes that are all here: in memory, or in the database and no letter yet. */
export interface Received {
  readonly at: ContentAt
  /** What is still to be written, with the letter itself. */
  readonly pieces: readonly Uint8Array[]
  readonly isLarge: boolean
}

// So much of a letter is held; of a larger one, no more at a time.
const heldPiecesMax = 4

/**
 * Takes the bytes of a letter. Small ones stay in memory until the letter is written; large ones are
 * written as they come, four pieces a transaction, so that memory stays flat.
 * @throws {LetterHashError} {@link LetterFormError} {@link LetterSizeClassError}
 */
export async function receiveContent(
  context: Context,
  actor: Actor,
  given: {
    readonly at: ContentAt
    readonly letter: Stated
    readonly content: AsyncIterable<Uint8Array> | Uint8Array
  }
): Promise<Received> {
  const { at, letter, content } = given
  if (content instanceof Uint8Array) return heldContent(at, letter, content)
  const hash = createHash('sha256')
  let held: Uint8Array[] = []
  let writtenBytes = 0
  let totalBytes = 0
  for await (const piece of piecesOf(content)) {
    if (totalBytes === 0) checkSealed(piece, letter)
    totalBytes += piece.length
    if (totalBytes > letter.sizeBytes) throw new LetterHashError()
    hash.update(piece)
    held.push(piece)
    if (held.length < heldPiecesMax || totalBytes === letter.sizeBytes) continue
    await writeHeld(context, actor, { at, held, fromByte: writtenBytes })
    writtenBytes = totalBytes
    held = []
  }
  if (totalBytes === 0) throw new LetterFormError()
  const isWhole = totalBytes === letter.sizeBytes && hash.digest('base64') === letter.sha256
  if (!isWhole) throw new LetterHashError()
  return writtenBytes === 0
    ? { at, pieces: held, isLarge: false }
    : { at, pieces: await writeRest(context, { at, held, fromByte: writtenBytes }), isLarge: true }
}

type Stated = Pick<LetterInput, 'sizeBytes' | 'sizeClass' | 'sha256'>

/** Bytes that are all in memory: looked at and hashed once, where they lie. */
function heldContent(at: ContentAt, letter: Stated, content: Uint8Array): Received {
  if (content.length === 0) throw new LetterFormError()
  checkSealed(content, letter)
  const isWhole =
    content.length === letter.sizeBytes && hashOf('sha256', content, 'base64') === letter.sha256
  if (!isWhole) throw new LetterHashError()
  const pieces: Uint8Array[] = []
  for (let from = 0; from < content.length; from += pieceBytesMax) {
    pieces.push(content.subarray(from, from + pieceBytesMax))
  }
  return { at, pieces, isLarge: false }
}

interface Held {
  readonly at: ContentAt
  readonly held: readonly Uint8Array[]
  readonly fromByte: number
}

async function writeHeld(context: Context, actor: Actor, { at, held, fromByte }: Held) {
  await inTransaction(context.db, async (tx) => {
    if (fromByte === 0) {
      await beginArrival(tx, at, { by: actor.id, begunAt: context.clock.now() })
    }
    await insertContents(tx, [{ at, fromByte, pieces: held }])
  })
}

async function writeRest(context: Context, { at, held, fromByte }: Held): Promise<[]> {
  await inTransaction(context.db, (tx) => insertContents(tx, [{ at, fromByte, pieces: held }]))
  return []
}

/**
 * Writes what is left of a content, inside the transaction of its letter.
 * @throws {LetterHashError} If it lay for so long that it was swept away.
 */
export function settleContent(tx: Tx, received: Received): Promise<void> {
  return settleContents(tx, [received])
}

/** The same for many; those that were held are one statement. @throws {LetterHashError} */
export async function settleContents(tx: Tx, all: readonly Received[]): Promise<void> {
  for (const { at, isLarge } of all) {
    if (isLarge && !(await endArrival(tx, at))) throw new LetterHashError()
  }
  const held = all.filter(({ isLarge }) => !isLarge)
  await insertContents(
    tx,
    held.map(({ at, pieces }) => ({ at, fromByte: 0, pieces }))
  )
}

/**
 * Cuts and gathers a stream to rows.
 * @yields Pieces of {@link pieceBytesMax}; the last one may be shorter.
 */
async function* piecesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  for await (const bytes of stream) {
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + pieceBytesMax - heldBytes)
      held.push(part)
      heldBytes += part.length
      from += part.length
      if (heldBytes === pieceBytesMax) {
        yield held.length === 1 ? part : Buffer.concat(held)
        held = []
        heldBytes = 0
      }
    }
  }
  if (heldBytes > 0) yield held.length === 1 ? (held[0] ?? new Uint8Array()) : Buffer.concat(held)
}
