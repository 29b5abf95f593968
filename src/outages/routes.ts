import type { Context } from '../platform/index.ts'
import type { Server } from '../platform/http/index.ts'
import { outageRoutes } from './outages/routes.ts'
import { probeRoutes } from './probes/routes.ts'
import { open311Routes } from './open311/routes.ts'
import { type Guard, openGuard } from './reports/guard/guard.ts'
import { plannedRoutes } from './planned/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { statusRoutes } from './status/routes.ts'

type PartRoutes = (app: Server, context: Context, guard: Guard) => Promise<void> | void

const parts: readonly PartRoutes[] = [
  plannedRoutes,
  statusRoutes,
  reportRoutes,
  open311Routes,
  probeRoutes,
  outageRoutes
]

/** The pages and operations of outages, part by part. */
export async function routes(app: Server, context: Context): Promise<void> {
  // One for all ways in: whoever asks too often by one of them asks too often.
  const guard = await openGuard(context.config, context.clock)
  for (const part of parts) await part(app, context, guard)
}
