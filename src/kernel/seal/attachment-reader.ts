import { piecesOf } from '../files/index.ts'
import { openStream } from './open-stream.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { Pieces, SealPrimitives } from './seal-primitives.ts'

/** A sealed file that was opened to its end before, and what opens it. */
export interface SealedSource {
  readonly identity: string
  /** Reads the sealed file from its start. */
  read(): Pieces
}

interface Part {
  readonly attachment: number
  readonly piece: Uint8Array
}

/** One reading of the file, and how far it came. */
interface Place {
  readonly parts: AsyncGenerator<Part>
  /** The first piece of a later attachment, which ended the one before. */
  ahead: Part | null
  /** The attachment that it stands before. */
  next: number
}

/**
 * Reads attachments out of a sealed file, by their places in its header, whenever they are asked for and only as
 * fast: nothing opened is held or written. Asked for one after the other, all come from one reading of the file.
 */
export function attachmentReader(
  source: SealedSource,
  primitives: SealPrimitives = portableSealPrimitives
): (attachment: number) => AsyncGenerator<Uint8Array> {
  let idle: Place | null = null

  async function placeBefore(attachment: number): Promise<Place> {
    const left = idle
    // Two that read at the same time have a reading each.
    idle = null
    if (left !== null && left.next <= attachment) return left
    await left?.parts.return(undefined)
    return { parts: partsOf(source, primitives), ahead: null, next: 0 }
  }

  return async function* attachmentAt(attachment) {
    const place = await placeBefore(attachment)
    let isLeft = true
    try {
      for (;;) {
        const part = place.ahead ?? (await nextOf(place.parts))
        place.ahead = null
        if (part === null) break
        if (part.attachment > attachment) {
          place.ahead = part
          break
        }
        if (part.attachment === attachment) yield part.piece
      }
      place.next = attachment + 1
      isLeft = false
    } finally {
      if (isLeft || idle !== null) await place.parts.return(undefined)
      else idle = place
    }
  }
}

async function nextOf(parts: AsyncGenerator<Part>): Promise<Part | null> {
  const next = await parts.next()
  return next.done === true ? null : next.value
}

/** The pieces of all attachments in their order. Throws where the file is not what it was. */
async function* partsOf(source: SealedSource, primitives: SealPrimitives): AsyncGenerator<Part> {
  const { readable, writable } = new TransformStream<Part, Part>()
  const writer = writable.getWriter()
  const write = (attachment: number, piece: Uint8Array) =>
    writer.write({ attachment, piece: new Uint8Array(piece) })
  const { identity } = source
  const ended = openStream(source.read(), { identity, write }, primitives)
    .then((opened) => (opened.ok ? writer.close() : writer.abort(new Error(opened.reason))))
    .catch((error: unknown) => writer.abort(error).catch(() => undefined))
  yield* piecesOf(readable)
  await ended
}
