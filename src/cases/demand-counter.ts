import type { FastifyRequest } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { type AtCounter, isAtCounter } from './case-consent.ts'
import { demandOfficeChannel } from './counter-consent.ts'

/**
 * Lets a device of a pishkhan office do for applicants only what they agreed to there.
 * @throws {InvalidInputError} At `/channel`.
 */
export async function demandCounter(
  context: Context,
  { session }: Pick<FastifyRequest, 'session'>,
  said: AtCounter
): Promise<void> {
  // Citizens sign in there too, and do by themselves what is theirs.
  if (session?.actor.grants.some(({ role }) => role === 'clerk') !== true) return
  await demandOfficeChannel(context, session, isAtCounter(said) ? 'pishkhan' : 'in-person')
}
