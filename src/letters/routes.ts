import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'

import { confidentialityRoutes } from './confidentiality/routes.ts'

type PartRoutes = (app: Server, context: Context) => Promise<void> | void

const parts: readonly PartRoutes[] = [confidentialityRoutes]

/** The pages and operations of letters, part by part. */
export async function routes(app: Server, context: Context): Promise<void> {
  for (const part of parts) await part(app, context)
}
