import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { outageApi } from './routes/api-outages.ts'
import { deskPages } from './routes/pages-desk.ts'
import { outagePages } from './routes/pages-outage.ts'
import { publicPages } from './routes/pages-public.ts'

/** Outages: their public pages, the desk, operations. */
export function outageRoutes(app: Server, context: Context): void {
  publicPages(app, context)
  deskPages(app, context)
  outagePages(app, context)
  outageApi(app, context)
}
