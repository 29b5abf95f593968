import { type Actor, NotAllowedError, holds, listAuthorities } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { granterRoles, proposerRoles } from './extend-for-outage.ts'
import type { DeadlineExtension } from './extension.ts'
import { extensionsOf } from './extension-store.ts'

const listed = 100

/**
 * The proposals that an actor may propose or grant, the newest first.
 * @throws {NotAllowedError} For whoever may do neither anywhere.
 */
export async function extensionsFor(
  context: Context,
  actor: Actor,
  of: { readonly outage?: string | undefined } = {}
): Promise<DeadlineExtension[]> {
  const role = [...proposerRoles, ...granterRoles]
  const own = (await listAuthorities(context.db)).filter(({ id }) =>
    holds(actor, { authority: id, role })
  )
  if (own.length === 0) throw new NotAllowedError()
  const { outage } = of
  return extensionsOf(context.db, {
    authorities: own.map(({ id }) => id),
    ...(outage === undefined ? {} : { outage }),
    most: listed
  })
}
