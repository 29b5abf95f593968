import { type Context, NotFoundError, inTransaction, withScope } from '../../platform/index.ts'
import { findLink, useLink } from '../devices/link-store.ts'
import { endRecovery, openRecoveryOf } from './recovery-store.ts'

/**
 * Stops the recovery of an account that is under way, by its signed-in owner.
 * @throws {NotFoundError} If there is none.
 */
export async function stopRecovery(context: Context, person: string): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const open = await openRecoveryOf(tx, person, at)
    if (open === null || !(await endRecovery(tx, open, { at, isDone: false })))
      throw new NotFoundError()
  })
}

/**
 * The same by the link of a message, without a session.
 * @throws {NotFoundError} If the link is unknown, used or run out, or the recovery is over.
 */
export async function stopRecoveryByLink(context: Context, token: string): Promise<void> {
  const at = context.clock.now()
  await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      const link = await findLink(tx, { token, purpose: 'stop-recovery' }, at)
      if (link === null || !(await useLink(tx, token, at))) throw new NotFoundError()
      const { person, subject } = link
      if (!(await endRecovery(tx, { person, id: subject }, { at, isDone: false })))
        throw new NotFoundError()
    })
  )
}
