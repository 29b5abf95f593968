import type { Context } from '../platform/index.ts'
import type { Server } from '../platform/http/index.ts'
import { agreementPages } from './routes/agreement-pages.ts'
import { apiRoutes } from './routes/api.ts'
import { boardPages, frontPage } from './routes/board-pages.ts'
import { openData } from './routes/open-data.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { unitCostRoutes } from './unit-costs/routes.ts'

/** The front page, the living agreements, the scoreboard, its open data, the dashboard, and unit costs. */
export async function routes(app: Server, context: Context): Promise<void> {
  frontPage(app, context)
  agreementPages(app, context)
  boardPages(app, context)
  openData(app, context)
  apiRoutes(app, context)
  statisticsRoutes(app, context)
  unitCostRoutes(app, context)
}
