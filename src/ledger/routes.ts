import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { entryProofs } from './routes/entry-proofs.ts'
import { logExplorer } from './routes/log-explorer.ts'
import { logFiles } from './routes/log-files.ts'
import { verifyRoutes } from './routes/verify.ts'
import { policyOf } from './read-published.ts'

/** The public log: its published bytes, its explorer, and the page that checks receipts. */
export async function routes(app: Server, context: Context): Promise<void> {
  logFiles(app, context)
  logExplorer(app, context)
  entryProofs(app, context)
  verifyRoutes(app, context, policyOf)
}
