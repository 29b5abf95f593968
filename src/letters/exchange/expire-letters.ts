import { systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { changeLetters } from './change-letter.ts'
import { sweepArrivals } from './content-store.ts'
import { expiringLetters } from './due-store.ts'
import { knownOpenings, openingWords } from './known-opening.ts'
import { unopenedStates } from './letter-state.ts'

const clockwork = systemActor('letters.expire')
const together = 200
// No line that still moves takes so long for one letter.
const arrivalHoursMax = 2

/**
 * Ends the letters whose time has passed before anybody proved to have opened them: their bytes go, the
 * fact stays. One that its page opened reached its reader: it ends where it waits still, and its fact says so; in
 * a mailbox it stays.
 * @returns How many ended.
 */
export async function expireLetters(context: Context): Promise<number> {
  let ended = 0
  for (;;) {
    const at = context.clock.now()
    const count = await inTransaction(context.db, async (tx) => {
      const expiring = await expiringLetters(tx, at, together)
      const openedBy = await knownOpenings(tx, expiring)
      const was = new Map(expiring.map(({ id, state }) => [id, state]))
      const expired = await changeLetters(tx, expiring, {
        ...{ to: 'expired', at, actor: clockwork, withContent: true },
        from: unopenedStates,
        more: (letter) => ({
          ...openingWords(openedBy(letter)),
          was: was.get(letter.id) ?? null
        })
      })
      return expired.length
    })
    ended += count
    if (count < together) return ended
  }
}

/** Takes away the bytes of letters whose line broke before they were whole. */
export async function sweepBrokenArrivals(context: Context): Promise<number> {
  const before = context.clock.now().subtract({ hours: arrivalHoursMax })
  return inTransaction(context.db, (tx) => sweepArrivals(tx, before, together))
}
