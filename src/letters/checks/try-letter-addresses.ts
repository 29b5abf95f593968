import { dataPolicy } from '../../agreements/index.ts'
import type { Context } from '../../platform/index.ts'
import { anyLetter } from './letter-policy-store.ts'

/**
 * Tries every address under which a letter is known (PI-5.R2.C5).
 * @returns `null` where there is no letter, or the site does not answer: nothing was found out.
 */
export async function tryLetterAddresses(context: Context): Promise<dataPolicy.PolicyFound | null> {
  const letter = await anyLetter(context.db)
  if (letter === null) return null
  const paths = ['', '/content', '/evidence'].map((end) => `/api/v1/letters/${letter}${end}`)
  return dataPolicy.tryAddresses(context, paths)
}
