import type { Context } from '../platform/index.ts'
import type { Server } from '../platform/http/index.ts'
import { apiRoutes } from './routes/api.ts'
import { banners } from './routes/banners.ts'
import { deskPages } from './routes/desk-pages.ts'
import { feedRoutes } from './routes/feeds.ts'
import { noticePages } from './routes/notice-pages.ts'
import { subscriptionPages } from './routes/subscription-pages.ts'

type PartRoutes = (app: Server, context: Context) => Promise<void> | void

const parts: readonly PartRoutes[] = [
  banners,
  noticePages,
  feedRoutes,
  deskPages,
  subscriptionPages,
  apiRoutes
]

/** The pages and operations of notices, part by part. */
export async function routes(app: Server, context: Context): Promise<void> {
  for (const part of parts) await part(app, context)
}
