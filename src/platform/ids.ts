import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/**
 * A new identifier: UUIDv7 (RFC 9562 section 5.7), made in the application so that no sequence of
 * the database is needed on any stage.
 * @param at - The time part; a replay of the past gives its own.
 */
export function newId(at?: Temporal.Instant): string {
  return at === undefined ? v7() : v7({ msecs: at.epochMilliseconds })
}

/**
 * The bucket of everything that an owner roots: 0..4095, the first 12 bits of SHA-256 of the owner's
 * id. It leads every primary key, so that one owner's rows live together on a distributed database.
 */
export function bucketOf(ownerId: string): number {
  return createHash('sha256').update(ownerId).digest().readUInt16BE(0) >> 4
}
