import { systemActor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { pastCanaries, removeRows } from './canary-store.ts'
import { changeLetters, takeContents } from './change-letter.ts'
import { purgeable, removeWords } from './personal-data-store.ts'

const program = systemActor('letters.canaries')
const keptHours = 24
const together = 500

/**
 * Takes the letters of probes away after a day, rows and all: nobody wrote them, and nobody has to keep
 * them. Their facts stay, as everything that happened does.
 * @returns How many were taken away.
 */
export async function purgeCanaries(context: Context): Promise<number> {
  const at = context.clock.now()
  const before = at.subtract({ hours: keptHours })
  return inTransaction(context.db, async (tx) => {
    const letters = await pastCanaries(tx, { before, most: together })
    await changeLetters(tx, letters, { to: 'purged', at, actor: program, from: purgeable })
    await takeContents(tx, letters)
    await removeWords(tx, letters)
    await removeRows(tx, letters)
    return letters.length
  })
}
