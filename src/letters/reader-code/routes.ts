import { publicLog } from '../../ledger/index.ts'
import { type Server, page } from '../../platform/http/index.ts'
import { type Context, withScope } from '../../platform/index.ts'
import { publishedScripts } from './publish-reader-code.ts'
import { digestsOf } from './reader-scripts.ts'
import { readerCodePage } from './views/reader-code-page.ts'

/** The page on which everybody compares what their browser was served. */
export function readerCodeRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/letters/reader-code' }, async ({ view }) => {
    const served = await digestsOf(app.edge.assetsFolder)
    // Of the program and of nobody: it is everybody's to read.
    const published = await withScope('system', () => publishedScripts(context.db))
    const leaves = await publicLog.publishedLeaves(
      context.db,
      published.map(({ id }) => id)
    )
    return readerCodePage(view, { published, served, leaves })
  })
}
