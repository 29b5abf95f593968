import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { scriptReader } from '../reader/index.ts'
import { composeRoutes } from './compose-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { heldRoutes } from './held-routes.ts'
import { templateRoutes } from './template-routes.ts'

/** The pages that letters are written on. */
export function writerRoutes(app: Server, context: Context): void {
  const scripts = scriptReader(app)
  composeRoutes(app, context, scripts)
  heldRoutes(app, context, scripts)
  draftRoutes(app, context, scripts)
  templateRoutes(app, context)
}
