import type { Context } from '../platform/index.ts'
import type { Server } from '../platform/http/index.ts'
import { agentRoutes } from './probes/routes/api-agents.ts'
import { reportRoutes } from './reports/routes.ts'
import { statusRoutes } from './status/routes.ts'

type PartRoutes = (app: Server, context: Context) => Promise<void> | void

const parts: readonly PartRoutes[] = [statusRoutes, reportRoutes, agentRoutes]

/** The pages and operations of outages, part by part. */
export async function routes(app: Server, context: Context): Promise<void> {
  for (const part of parts) await part(app, context)
}
