/** A stream of the platform, such as that of a `Blob`, piece by piece. */
export async function* piecesOf<T = Uint8Array>(stream: ReadableStream<T>): AsyncGenerator<T> {
  // Not every browser lets a stream be walked through by itself.
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
