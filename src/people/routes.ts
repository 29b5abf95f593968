import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { delegationRoutes } from './delegation/routes.ts'
import { sharingRoutes } from './sharing/routes.ts'
import { keyRoutes } from './keys/routes.ts'
import { accountRoutes } from './routes/account.ts'
import { registryRoutes } from './registry/routes.ts'
import { apiRoutes } from './routes/api.ts'
import { codeRoutes } from './codes/routes.ts'
import { oidcRoutes } from './oidc/routes.ts'
import { againRoutes } from './routes/again.ts'
import { deviceRoutes } from './devices/routes.ts'
import { contactRoutes } from './contact/routes.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { recoveryRoutes } from './recovery/routes.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { staffRoutes } from './staff/routes.ts'

/** Sign-in, account, and the operations about people; `installSessions` comes first. */
export function routes(app: Server, context: Context): Promise<void> {
  signInRoutes(app, context)
  againRoutes(app, context)
  codeRoutes(app, context)
  enrolmentRoutes(app, context)
  passkeyRoutes(app, context)
  recoveryRoutes(app, context)
  contactRoutes(app, context)
  deviceRoutes(app, context)
  oidcRoutes(app, context)
  accountRoutes(app, context)
  apiRoutes(app, context)
  keyRoutes(app, context)
  delegationRoutes(app, context)
  sharingRoutes(app, context)
  staffRoutes(app, context)
  registryRoutes(app, context)
  return Promise.resolve()
}
