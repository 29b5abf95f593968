import type { Server } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { caseActApi } from './routes/api-case-acts.ts'
import { caseApi } from './routes/api-cases.ts'
import { consentApi } from './routes/api-consents.ts'
import { documentApi } from './routes/api-documents.ts'
import { draftApi } from './routes/api-drafts.ts'
import { pageRoutes } from './routes/pages.ts'
import { uploadRoutes } from './routes/uploads.ts'

/** Pages and operations of the desk. */
export async function routes(app: Server, context: Context): Promise<void> {
  await uploadRoutes(app, context)
  caseApi(app, context)
  caseActApi(app, context)
  documentApi(app, context)
  consentApi(app, context)
  draftApi(app, context)
  pageRoutes(app, context)
}
