import { type Actor, actorOfPerson, postHolderOn } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'

/** The people who work in a replay, found by the posts that they hold. */
export interface Staff {
  /** Who holds a post now; `null` while it is vacant. */
  holder(authority: string, post: string): Promise<Actor | null>
  /** Who sits at the counter of an authority. */
  clerk(authority: string): Promise<Actor | null>
  /** Counts a refusal, to be told at the end. */
  refused(code: string): void
  readonly refusals: ReadonlyMap<string, number>
}

const counterPosts: Readonly<Record<string, string>> = {
  sko: 'clerk-front-desk',
  ito: 'clerk-service-desk'
}

/** The staff as the posts say; each person is read once. */
export function staffOf(context: Context): Staff {
  const known = new Map<string, Actor | null>()
  const refusals = new Map<string, number>()
  const holder = async (authority: string, post: string): Promise<Actor | null> => {
    const key = `${authority}/${post}`
    const before = known.get(key)
    if (before !== undefined) return before
    const now = context.clock.now()
    const held = await postHolderOn(context.db, { authority, post }, now)
    const actor = held === null ? null : await actorOfPerson(context.db, held.person, now)
    known.set(key, actor)
    return actor
  }
  return {
    holder,
    clerk: (authority) => holder(authority, counterPosts[authority] ?? ''),
    refused: (code) => refusals.set(code, (refusals.get(code) ?? 0) + 1),
    refusals
  }
}
