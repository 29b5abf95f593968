import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress
} from 'node:zlib'
import { ProbeFailure } from './failure.ts'

/**
 * The body of an answer, unpacked where it was packed though nobody asked for that.
 * @throws {ProbeFailure} If it is packed in a way that nobody here knows.
 */
export function inflated(answer: IncomingMessage): Readable {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (coding === 'identity' || coding === '') return answer
  const unpacker = unpackers.get(coding)?.()
  if (unpacker === undefined) {
    throw new ProbeFailure('protocol', `the answer is packed as "${coding.slice(0, 50)}"`)
  }
  answer.once('error', (error) => unpacker.destroy(error))
  return answer.pipe(unpacker)
}

const unpackers = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  ['zstd', createZstdDecompress]
])
