import { listApiKeys } from '../../../people/index.ts'
import { type Db, withScope } from '../../../platform/index.ts'
import { recipientEndOf } from '../../exchange/index.ts'

/**
 * Whether somebody recorded the death of a person: themselves, or by a program whose key they made. Letters open
 * by the word of two people, so they look at no certificate of inheritance of it.
 */
export async function recordedDeath(
  db: Db,
  { actor, person }: { readonly actor: string; readonly person: string }
): Promise<boolean> {
  const end = await recipientEndOf(db, person)
  if (end === null || end.by === actor) return end !== null
  // Who made a key is looked at, and shown to nobody.
  const keys = await withScope('system', () => listApiKeys(db, end.authority))
  return keys.some(({ id, createdBy }) => id === end.by && createdBy === actor)
}
