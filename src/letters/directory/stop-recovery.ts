import { type DirectoryEntry, entryHash, isOwner, signEntry } from '../../kernel/directory/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, NotFoundError, inTransaction, withScope } from '../../platform/index.ts'
import { publishEntry } from './publish-entry.ts'
import { type OwnState, readState } from './read-state.ts'
import { NothingToStopError } from './refusals.ts'

/**
 * Stops a recovery that does not count yet: an entry that says again what counted before follows it. The
 * new key then never counts, for anybody, whatever becomes of this desk.
 * @returns The entry.
 * @throws {NotFoundError} Where the actor is not whose keys they are.
 * @throws {NothingToStopError}
 */
export async function stopRecovery(
  context: Context,
  actor: Actor,
  owner: string
): Promise<DirectoryEntry> {
  if (!isOwner(owner)) throw new NotFoundError()
  const at = context.clock.now()
  const stopped = await inTransaction(context.db, async (tx) => {
    const own = await withScope('system', () => readState(tx, owner, at))
    if (own === null || !isOwn(own, actor)) throw new NotFoundError()
    const entry = entryThatStops(own, at)
    await publishEntry(tx, { entry, aliases: [], by: actor }, at)
    return entry
  })
  context.nudge()
  return stopped
}

/** A person's own, or of a unit that the actor administers. */
function isOwn({ kept }: OwnState, actor: Actor): boolean {
  const of = kept.at(-1)
  if (of === undefined) return false
  if (of.person !== null) return of.person === actor.person
  return actor.grants.some(
    ({ role, authority, unit }) =>
      role === 'authority-admin' &&
      authority === of.authority &&
      (unit === null || unit === of.unit)
  )
}

function entryThatStops({ kept, state }: OwnState, at: Temporal.Instant): DirectoryEntry {
  const { counting, pending } = state
  const last = kept.at(-1)?.entry
  if (pending === null || counting === null || last === undefined) throw new NothingToStopError()
  const { recipient, keys, owner } = counting
  const previous = entryHash(last)
  const sequence = last.sequence + 1
  const reason = 'stopped' as const
  return signEntry(
    { v: 1, owner, sequence, at: at.toString(), recipient, keys, reason, previous },
    { own: [] }
  )
}
