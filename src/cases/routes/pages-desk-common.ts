import { type Actor, listAuthorities, NotAllowedError, staffOf } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Named } from '../views/queue-page-options.ts'

const deskRoles = ['officer', 'approver', 'clerk', 'inspector', 'auditor'] as const

/**
 * The bodies at whose desk an actor works, in the order of their files.
 * @throws {NotAllowedError} If there is none: the desk is not for applicants.
 */
export async function desksOf(context: Context, actor: Actor): Promise<Named[]> {
  const own = new Set(
    actor.grants
      .filter(({ role }) => deskRoles.some((each) => each === role))
      .map(({ authority }) => authority)
  )
  const all = await listAuthorities(context.db)
  const desks = all.filter(({ id }) => own.has(id) || own.has('*'))
  if (desks.length === 0) throw new NotAllowedError()
  return desks.map(({ id, title }) => ({ id, name: title }))
}

/**
 * The officers of a body, each once: whom a case can be given to.
 * @param at - `units`: only those who work in one of them; `null` for all.
 */
export async function colleaguesOf(
  context: Context,
  at: { readonly authority: string; readonly units: readonly string[] | null }
): Promise<Named[]> {
  const staff = await staffOf(context.db, {
    authority: at.authority,
    roles: ['officer'],
    at: context.clock.now()
  })
  const there = staff.filter(
    ({ unit }) => at.units === null || unit === null || at.units.includes(unit)
  )
  return [...new Map(there.map(({ id, name }) => [id, { id, name }])).values()]
}
