import type { Pieces } from './seal-primitives.ts'

/** Pieces as a stream of the platform, read only as fast as they are asked for. */
export function streamOf(pieces: Pieces): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      // A stream asks for the next piece while this one waits to be read.
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: async () => {
      await iterator.return?.()
    }
  })
}
