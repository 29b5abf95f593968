import type { Context } from '../../platform/index.ts'
import { type Found, anyLetter } from './letter-policy-store.ts'

const waitMilliseconds = 5000

/**
 * Asks, as anybody could, for every address under which a letter is known: without a session none may
 * give anything (PI-5.R2.C5).
 * @returns `null` where there is no letter, or the site does not answer: nothing was found out.
 */
export async function tryLetterAddresses({ db, config, log }: Context): Promise<Found | null> {
  const letter = await anyLetter(db)
  if (letter === null) return null
  const paths = ['', '/content', '/evidence'].map((end) => `/api/v1/letters/${letter}${end}`)
  try {
    const answers = await Promise.all(
      paths.map(async (path) => {
        const signal = AbortSignal.timeout(waitMilliseconds)
        const answer = await fetch(`${config.origin}${path}`, { redirect: 'manual', signal })
        await answer.body?.cancel()
        return answer.status
      })
    )
    const open = answers.filter((status) => status !== 401 && status !== 404)
    return { checked: answers.length, failed: open.length, refused: answers.length - open.length }
  } catch (error) {
    log.warn({ error }, 'the site did not answer to the check of its letters')
    return null
  }
}
