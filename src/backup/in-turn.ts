import { type Context, newId } from '../platform/index.ts'
import { giveTurn, takeTurn } from './turn-store.ts'

const heldMinutes = 5
const renewedMilliseconds = 60_000

/**
 * Runs work that one process at a time is to do, for as long as it takes. Whoever is killed holds the
 * turn for five minutes more.
 * @returns Whether it was this process's turn.
 */
export async function inTurn(
  context: Context,
  name: string,
  work: () => Promise<void>
): Promise<boolean> {
  const holder = newId()
  const hold = () => {
    const now = context.clock.now()
    return takeTurn(context.db, { name, holder, now, until: now.add({ minutes: heldMinutes }) })
  }
  if (!(await hold())) return false
  const renewing = setInterval(() => {
    hold().catch((error: unknown) => context.log.warn({ error, name }, 'a turn was not renewed'))
  }, renewedMilliseconds)
  try {
    await work()
    return true
  } finally {
    clearInterval(renewing)
    await giveTurn(context.db, name, holder)
  }
}
