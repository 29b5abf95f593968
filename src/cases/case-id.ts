import { bucketOf, newId } from '../platform/index.ts'

/**
 * A new id of something that an owner roots. It is a UUIDv7 whose 12 bits after the version digit are
 * the owner's bucket (RFC 9562 leaves them to the application), so that an address which names only
 * the id leads to the row, with no directory to ask. 62 random bits remain beside the millisecond.
 */
export function newOwnedId(owner: string, at: Temporal.Instant): string {
  const id = newId(at)
  return `${id.slice(0, 15)}${bucketOf(owner).toString(16).padStart(3, '0')}${id.slice(18)}`
}

/** The bucket that an id of {@link newOwnedId} carries; `null` for what is no such id. */
export function bucketOfId(id: string): number | null {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
    ? Number.parseInt(id.slice(15, 18), 16)
    : null
}
