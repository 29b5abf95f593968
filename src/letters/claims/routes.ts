import type { Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'
import { deathRoutes } from './death/routes.ts'
import { kinRoutes } from './kin/routes.ts'
import { paperRoutes } from './paper/routes.ts'

/** Letters that are opened by who was named or holds a page of paper: heirs, and claims by post. */
export function claimRoutes(app: Server, context: Context): void {
  deathRoutes(app, context)
  kinRoutes(app, context)
  paperRoutes(app, context)
}
