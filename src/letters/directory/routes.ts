import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { lookups } from './routes/lookups.ts'
import { ownKeys } from './routes/own-keys.ts'
import { directoryPages } from './routes/pages.ts'

/** Looking up keys, seeing one's own, and how the directory is checked. */
export function directoryRoutes(app: Server, context: Context): void {
  lookups(app, context)
  ownKeys(app, context)
  directoryPages(app, context)
}
