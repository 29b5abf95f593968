import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { logExplorer } from './routes/log-explorer.ts'
import { logFiles } from './routes/log-files.ts'

/** The public log: its published bytes, and its explorer. */
export async function routes(app: Server, context: Context): Promise<void> {
  logFiles(app, context)
  logExplorer(app, context)
}
