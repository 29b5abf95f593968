import { hash, randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

const last = { msecs: -1, sequence: 0 }

// One call to the system for many ids: each costs more than all that is done with its bytes.
const randomBytesPerId = 16
const pool = { bytes: randomBytes(0), used: 0 }

function nextRandom(): Uint8Array {
  if (pool.used === pool.bytes.length) {
    pool.bytes = randomBytes(randomBytesPerId * 256)
    pool.used = 0
  }
  pool.used += randomBytesPerId
  return pool.bytes.subarray(pool.used - randomBytesPerId, pool.used)
}

/**
 * A new identifier: UUIDv7 (RFC 9562 section 5.7), made in the application so that no sequence of
 * the database is needed on any stage. Ids made one after the other for the same millisecond sort in
 * the order in which they were made (section 6.2, method 1).
 * @param at - The time part; a replay of the past gives its own.
 */
export function newId(at?: Temporal.Instant): string {
  if (at === undefined) return v7()
  const msecs = at.epochMilliseconds
  // A fresh start stays in the lower half, so that the sequence does not wrap within a millisecond.
  const sequence = msecs === last.msecs ? last.sequence + 1 : randomInt(2 ** 31)
  last.msecs = msecs
  last.sequence = sequence >>> 0
  return v7({ msecs, seq: last.sequence, random: nextRandom() })
}

const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text of somebody else can be an id at all: the database refuses to compare any other. */
export function isId(text: string): boolean {
  return idForm.test(text)
}

const anyCase = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

/**
 * A text with every id in it as the database writes it: the same id in capitals is the same thing, and
 * whatever compares or hashes it takes it as a text.
 */
export function plainIds(text: string): string {
  return /[A-F]/.test(text) ? text.replaceAll(anyCase, (id) => id.toLowerCase()) : text
}

const knownBuckets = new Map<string, number>()
const knownBucketsMax = 4096

/**
 * The bucket of everything that an owner roots: 0..4095, the first 12 bits of SHA-256 of the owner's
 * id. It leads every primary key, so that one owner's rows live together on a distributed database.
 */
export function bucketOf(ownerId: string): number {
  const known = knownBuckets.get(ownerId)
  if (known !== undefined) return known
  const bucket = hash('sha256', plainIds(ownerId), 'buffer').readUInt16BE(0) >> 4
  // One owner is asked for many times in one request, and seldom after it.
  if (knownBuckets.size >= knownBucketsMax) knownBuckets.clear()
  knownBuckets.set(ownerId, bucket)
  return bucket
}
