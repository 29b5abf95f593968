import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { broadcastRoutes } from './broadcasts/routes.ts'
import { claimRoutes } from './claims/index.ts'
import { confidentialityRoutes } from './confidentiality/routes.ts'
import { directoryRoutes } from './directory/routes.ts'
import { exchangeRoutes } from './exchange/index.ts'
import { genuinenessRoutes } from './genuineness/routes.ts'
import { mailboxRoutes } from './mailboxes/index.ts'
import { readerCodeRoutes } from './reader-code/index.ts'
import { readerRoutes } from './reader/index.ts'
import { writerRoutes } from './writer/index.ts'

type PartRoutes = (app: Server, context: Context) => Promise<void> | void

const parts: readonly PartRoutes[] = [
  directoryRoutes,
  mailboxRoutes,
  exchangeRoutes,
  readerCodeRoutes,
  readerRoutes,
  writerRoutes,
  claimRoutes,
  confidentialityRoutes,
  genuinenessRoutes,
  broadcastRoutes
]

/** The pages and operations of letters, part by part. */
export async function routes(app: Server, context: Context): Promise<void> {
  for (const part of parts) await part(app, context)
}
