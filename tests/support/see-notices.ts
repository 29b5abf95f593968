import { createServer } from '../../src/platform/http/index.ts'
import type { Context } from '../../src/platform/index.ts'
import { noticesToSee, recordSighting } from '../../src/notices/index.ts'
import { routes } from '../../src/notices/routes.ts'

/** Where the looks of a test come from. */
export interface TestVantage {
  readonly vantage?: string
  readonly outside?: boolean
}

/**
 * Looks at every notice that waits to be seen, as a probe would: asks the real page for it over HTTP
 * and brings the bytes. What follows from the sight (the outbox) is left to the caller.
 * @returns The notices that were seen, in the order in which they were published.
 */
export async function seeNotices(
  context: Context,
  { vantage = 'test-vantage', outside = true }: TestVantage = {}
): Promise<{ readonly id: string; readonly version: number }[]> {
  const app = await createServer({
    context,
    assetsFolder: import.meta.dirname,
    describeReader: () => ({ account: null, nav: [] })
  })
  await routes(app, context)
  try {
    const seen: { id: string; version: number }[] = []
    for (const { id, version, path } of await noticesToSee(context.db)) {
      const { rawPayload: page } = await app.inject({ method: 'GET', url: path })
      const at = context.clock.now()
      const sighting = { notice: id, version, vantage, outside, at, page }
      if ((await recordSighting(context, sighting)) === 'seen') seen.push({ id, version })
    }
    return seen
  } finally {
    await app.close()
  }
}
