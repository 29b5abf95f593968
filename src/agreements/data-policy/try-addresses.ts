import type { Context } from '../../platform/index.ts'

/** What a check of the data policy found: how many, how many against it, how many attempts were refused. */
export interface PolicyFound {
  readonly checked: number
  readonly failed: number
  readonly refused: number
}

const waitMilliseconds = 5000

/**
 * Asks the site, as anybody could, for addresses of what is nobody else's: without a session none may give
 * anything.
 * @param paths - Below the origin.
 * @returns `null` where the site does not answer: nothing was found out.
 */
export async function tryAddresses(
  context: Context,
  paths: readonly string[]
): Promise<PolicyFound | null> {
  try {
    const answers = await Promise.all(paths.map((path) => statusOf(context, path)))
    const open = answers.filter((status) => status !== 401 && status !== 404)
    return { checked: answers.length, failed: open.length, refused: answers.length - open.length }
  } catch (error) {
    context.log.warn({ error }, 'the site did not answer to the check of its addresses')
    return null
  }
}

async function statusOf({ config }: Context, path: string): Promise<number> {
  const answer = await fetch(`${config.origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(waitMilliseconds)
  })
  await answer.body?.cancel()
  return answer.status
}
