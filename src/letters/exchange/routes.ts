import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { actRoutes } from './routes/act.ts'
import { batchRoutes } from './routes/batches.ts'
import { endRoutes } from './routes/ends.ts'
import { laneRoutes } from './routes/lanes.ts'
import { readRoutes } from './routes/read.ts'
import { sendRoutes } from './routes/send.ts'
import { waitingRoutes } from './routes/waiting.ts'

/** The operations of the exchange. */
export async function exchangeRoutes(app: Server, context: Context): Promise<void> {
  await sendRoutes(app, context)
  await batchRoutes(app, context)
  readRoutes(app, context)
  actRoutes(app, context)
  laneRoutes(app, context)
  endRoutes(app, context)
  await waitingRoutes(app, context)
}
