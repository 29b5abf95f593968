import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Guard } from './guard/guard.ts'
import { answeringApi } from './routes/api-answering.ts'
import { reportApi } from './routes/api-reports.ts'
import { reportFeeds } from './routes/feeds.ts'
import { reportDeskPages } from './routes/pages-desk.ts'
import { receiptPages } from './routes/pages-receipt.ts'
import { reportPages } from './routes/pages-report.ts'

/** Pages and operations of failure reports. */
export function reportRoutes(app: Server, context: Context, guard: Guard): void {
  reportPages(app, context, guard)
  receiptPages(app, context, guard)
  reportDeskPages(app, context)
  reportApi(app, context, guard)
  answeringApi(app, context)
  reportFeeds(app, context)
}
