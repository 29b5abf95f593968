import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { agentRoutes } from './routes/api-agents.ts'
import { probeApi } from './routes/api-probes.ts'
import { deskPages } from './routes/pages-desk.ts'

/** Probes: what agents call, the desk, operations. */
export function probeRoutes(app: Server, context: Context): void {
  agentRoutes(app, context)
  deskPages(app, context)
  probeApi(app, context)
}
