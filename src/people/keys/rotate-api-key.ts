import { recordFact } from '../../ledger/index.ts'
import { type Context, NotFoundError, inTransaction } from '../../platform/index.ts'
import { type ApiKey, type ListedApiKey, stateOfKey } from '../api-key.ts'
import { apiKeyById, markReplaced } from '../api-key-store.ts'
import { keepNewKey } from '../create-api-key.ts'
import { KeyEndedError } from './refusals.ts'

/** How long an old key goes on beside the new one, in hours, unless somebody says otherwise. */
export const overlapHoursUsual = 24

/** The longest overlap, in hours: a week, so that a key that should go does go. */
export const overlapHoursMax = 168

/** How a key is replaced. */
export interface Rotation {
  /** Id of the key that is replaced. */
  readonly id: string
  /** Hours that it goes on, 0 to {@link overlapHoursMax}. */
  readonly overlapHours: number
  /** Actor who replaces it. */
  readonly by: string
}

/**
 * Makes a key with the same rights, and ends the old one after an overlap, so that a program can be given
 * the new one without a gap. The new key lives as long as the old one was given.
 * @returns The new key as text, for this once, and the old key with its end.
 * @throws {NotFoundError} If there is no such key.
 * @throws {KeyEndedError} If it works no longer, or was replaced already.
 */
export async function rotateApiKey(
  context: Context,
  { id, overlapHours, by }: Rotation
): Promise<{ key: ApiKey; text: string; old: ListedApiKey }> {
  const now = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const old = await apiKeyById(tx, id)
    if (old === null) throw new NotFoundError()
    if (stateOfKey(old, now) !== 'works') throw new KeyEndedError()
    const made = await keepNewKey(tx, {
      authority: old.authority,
      unit: old.unit,
      role: old.role,
      label: old.label,
      live: old.live,
      scopes: old.scopes,
      createdAt: now,
      expiresAt: old.expiresAt === null ? null : now.add(old.createdAt.until(old.expiresAt)),
      rotatedFrom: old.id,
      createdBy: by
    })
    const endsAt = now.add({ hours: overlapHours })
    // Of two who rotate at once the second finds it replaced, and its new key is undone with it.
    const isReplaced = await markReplaced(tx, { id, by: made.key.id }, { at: now, endsAt })
    if (!isReplaced) throw new KeyEndedError()
    const ended = (await apiKeyById(tx, id)) ?? old
    await recordFact(tx, {
      owner: id,
      authority: old.authority,
      kind: 'key.rotated',
      subject: id,
      at: now,
      actor: by,
      body: { key: id, replacedBy: made.key.id, endsAt: ended.expiresAt?.toString() ?? null }
    })
    return { ...made, old: ended }
  })
}
