import type { Context } from '../../platform/index.ts'
import type { Server } from '../../platform/http/index.ts'
import { mailboxApi } from './api.ts'
import { pairingApi } from './pairing-api.ts'
import { shareApi } from './recovery/api.ts'
import { recoveryRoutes } from './recovery/routes.ts'
import { enrolRoutes } from './routes/enrol.ts'
import { ownRoutes } from './routes/own.ts'
import { phoneRoutes } from './routes/phone.ts'
import { sharedRoutes } from './routes/shared.ts'

/** Mailboxes: the wizard, the page of one's own, those of units and businesses, and the operations. */
export function mailboxRoutes(app: Server, context: Context): void {
  enrolRoutes(app, context)
  ownRoutes(app, context)
  phoneRoutes(app, context)
  sharedRoutes(app, context)
  mailboxApi(app, context)
  pairingApi(app, context)
  recoveryRoutes(app, context)
  shareApi(app, context)
}
