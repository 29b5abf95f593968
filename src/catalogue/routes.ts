import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { apiRoutes } from './routes/api.ts'
import { deskPages } from './routes/desk-pages.ts'
import { servicePages } from './routes/service-pages.ts'

/** Pages and operations of the catalogue. */
export function routes(app: Server, context: Context): Promise<void> {
  servicePages(app, context)
  deskPages(app, context)
  apiRoutes(app, context)
  return Promise.resolve()
}
