import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { plannedApi } from './routes/api-planned.ts'
import { suspensionApi } from './routes/api-suspensions.ts'
import { extensionPages } from './routes/pages-extensions.ts'
import { planPages } from './routes/pages-plan.ts'
import { plannedPages } from './routes/pages-planned.ts'
import { publicPages } from './routes/pages-public.ts'

/** Planned outages, suspensions and extended deadlines: pages, operations, the calendar. */
export function plannedRoutes(app: Server, context: Context): void {
  publicPages(app, context)
  planPages(app, context)
  extensionPages(app, context)
  plannedPages(app, context)
  plannedApi(app, context)
  suspensionApi(app, context)
}
