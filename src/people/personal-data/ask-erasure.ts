import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { lockPerson } from '../person-store.ts'
import { erasureOf, insertErasure, saveErasure } from './erasure-store.ts'
import { foreseeErasure } from './foresee-erasure.ts'
import type { PersonalDataHolder } from './holder.ts'
import { messages } from './messages.ts'
import { ErasureAskedError, ErasureRefusedError, NoErasureWaitsError } from './refusals.ts'

const { entries: t } = messages

/**
 * Asks for everything about a person to be erased, once the waiting time has passed. Only the person
 * asks, with a fresh proof: the caller has seen to both.
 * @throws {ErasureRefusedError} With every reason, where something stands against it.
 * @throws {ErasureAskedError}
 */
export async function askErasure(
  context: Context,
  holders: readonly PersonalDataHolder[],
  person: string
): Promise<void> {
  const at = context.clock.now()
  const days = context.config.erasureDays
  await inTransaction(context.db, async (tx) => {
    await lockPerson(tx, person)
    const { refused } = await foreseeErasure(tx, holders, { person, at })
    if (refused.length > 0) throw new ErasureRefusedError(refused)
    const dueAt = at.add({ hours: 24 * days })
    if (!(await insertErasure(tx, { id: newId(at), person, askedAt: at, dueAt })))
      throw new ErasureAskedError()
    const [subject, text] = [t.toldAskedSubject, t.toldAsked(days)]
    await tellPerson(tx, { person, subject, text, kind: 'erasure' }, at)
  })
  context.nudge()
}

/**
 * Takes a wish to be erased back, as long as it has not begun.
 * @throws {NoErasureWaitsError}
 */
export async function cancelErasure(context: Context, person: string): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    await lockPerson(tx, person)
    const erasure = await erasureOf(tx, person)
    const cancelled = erasure && { ...erasure, state: 'cancelled' as const, endedAt: at }
    const isDone = cancelled !== null && (await saveErasure(tx, { state: 'waiting' }, cancelled))
    if (!isDone) throw new NoErasureWaitsError()
    const [subject, text] = [t.toldCancelledSubject, t.toldCancelled]
    await tellPerson(tx, { person, subject, text, kind: 'erasure' }, at)
  })
  context.nudge()
}
