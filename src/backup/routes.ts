import { operatorOf } from '../operator/access.ts'
import type { Context } from '../platform/index.ts'
import { type Server, page } from '../platform/http/index.ts'
import { readStanding } from './read-standing.ts'
import { backupsPage } from './views/backups-page.ts'

/** The operator's page of backups; figures and states, and nothing of what a backup holds. */
export function backupRoutes(app: Server, context: Context): Promise<void> {
  page(app, { method: 'get', path: '/operator/backups' }, async ({ view, request }) => {
    operatorOf(request)
    return backupsPage(view, await readStanding(context), context.config.backups)
  })
  return Promise.resolve()
}
