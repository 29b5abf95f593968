import { formatNumber } from '../kernel/persian/index.ts'
import type { Context } from '../platform/index.ts'
import { type Server, page, redirect } from '../platform/http/index.ts'
import { operatorOf } from './access.ts'
import { operatorApi } from './api.ts'
import { authorityRoutes } from './authority-routes.ts'
import { applyBranding } from './branding/apply-branding.ts'
import { messages } from './messages.ts'
import { readPlatform, replayQueue } from './read-platform.ts'
import { consolePage } from './views/console-page.ts'

/** The operator's console, and the look of authorities on their pages. */
export function operatorRoutes(app: Server, context: Context): Promise<void> {
  applyBranding(app, context)
  page(app, { method: 'get', path: '/operator' }, async ({ view, request }) => {
    operatorOf(request)
    const { mail } = request.query as { readonly mail?: unknown }
    return consolePage(view, await readPlatform(context, { asksMail: mail === 'ask' }))
  })
  page(app, { method: 'post', path: '/operator/queues/replay' }, async (p) => {
    operatorOf(p.request)
    const { topic } = p.request.body as { readonly topic?: unknown }
    const count = await replayQueue(context, typeof topic === 'string' ? topic : '')
    const text = messages.in(p.lang).replayed(formatNumber(count, p.lang))
    return redirect(p, '/operator', { kind: 'success', text })
  })
  authorityRoutes(app, context)
  operatorApi(app, context)
  return Promise.resolve()
}
