import { createHash } from 'node:crypto'
import { type Context, inTransaction } from '../../platform/index.ts'
import { type KeptLetter, lettersToCheck, noteChecked, piecesOf } from './letter-policy-store.ts'

const lettersAtOnce = 500
const bytesAtOnce = 512 * 1024 * 1024
const againAfterHours = 30 * 24

/**
 * Reads sealed letters back and compares their bytes with what was accepted (PI-5.R2.C3): those that
 * were read longest ago first, each at least once in thirty days where the machine keeps up.
 */
export async function readLettersBack(context: Context): Promise<void> {
  const before = context.clock.now().subtract({ hours: againAfterHours })
  let bytes = 0
  for (const letter of await lettersToCheck(context.db, { before, most: lettersAtOnce })) {
    if (bytes > bytesAtOnce) return
    const isWhole = await isAsAccepted(context, letter)
    const at = context.clock.now()
    await inTransaction(context.db, (tx) => noteChecked(tx, letter, { at, isWhole }))
    if (!isWhole) context.log.error({ letter: letter.id }, 'letter is not whole')
    bytes += letter.sizeBytes
  }
}

async function isAsAccepted({ db }: Context, letter: KeptLetter): Promise<boolean> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of piecesOf(db, letter)) {
    hash.update(piece)
    size += piece.length
  }
  return size === letter.sizeBytes && hash.digest('base64') === letter.sha256
}
