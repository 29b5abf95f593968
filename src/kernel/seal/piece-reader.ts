import { concat } from '../tlog/index.ts'
import type { Pieces } from './seal-primitives.ts'

/** Reads pieces as if they were one byte string. */
export interface PieceReader {
  /** So many bytes together, or `null` where there are not so many. */
  take(count: number): Promise<Uint8Array | null>
  /** Hands on so many bytes as they come; `false` where there are not so many. */
  pass(count: number, to: (piece: Uint8Array) => void | Promise<void>): Promise<boolean>
  /** Hands on all that is left. */
  rest(to: (piece: Uint8Array) => void): Promise<void>
}

/** A reader of pieces; what it hands on are pieces too, to be copied by who keeps them. */
export function pieceReader(pieces: Pieces): PieceReader {
  const iterator = pieces[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  const more = async () => {
    while (held.length === 0) {
      const next = await iterator.next()
      if (next.done === true) return false
      held = next.value
    }
    return true
  }
  const pass: PieceReader['pass'] = async (count, to) => {
    for (let left = count; left > 0;) {
      if (!(await more())) return false
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      await to(piece)
    }
    return true
  }
  return {
    pass,
    take: async (count) => {
      const taken: Uint8Array[] = []
      return (await pass(count, (piece) => void taken.push(new Uint8Array(piece))))
        ? concat(...taken)
        : null
    },
    rest: async (to) => {
      while (await more()) {
        to(held)
        held = new Uint8Array()
      }
    }
  }
}
