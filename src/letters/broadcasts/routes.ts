import { z } from 'zod'
import { atomFeed } from '../../platform/feed/index.ts'
import { html } from '../../platform/html/index.ts'
import { type Server, api, langOf, page } from '../../platform/http/index.ts'
import { type Context, NotFoundError, isId, recently } from '../../platform/index.ts'
import { actorOf, authorityById, everyAuthority, holds } from '../../people/index.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastById, newestBroadcasts, standingBroadcasts } from './broadcast-store.ts'
import { alertFeed } from './feed.ts'
import { newAlertPages } from './new-alert-pages.ts'
import { broadcastingRoles, publishBroadcast } from './publish-broadcast.ts'
import { reachOf } from './telling-store.ts'
import { alertBanner, alertListPage } from './views/alert-list-page.ts'
import { alertPage } from './views/alert-page.ts'

const listedMax = 100

/** Public alerts: pages, feed, CAP documents, operations, and the banner on every page. */
export function broadcastRoutes(app: Server, context: Context): void {
  banner(app, context)
  page(app, { method: 'get', path: '/alerts' }, async (p) => {
    const broadcasts = await newestBroadcasts(context.db, listedMax)
    return alertListPage(p.view, { broadcasts, authorities: await everyAuthority(context.db) })
  })
  page(app, { method: 'get', path: '/alerts/:id' }, async (p) => {
    const broadcast = await broadcastOf(context, (p.request.params as { id: string }).id)
    const [authority, reach] = await Promise.all([
      authorityById(context.db, broadcast.authority),
      reachOf(context.db, broadcast)
    ])
    const actor = p.request.session?.actor
    const mayFollow =
      actor !== undefined &&
      broadcast.replacedAt === null &&
      broadcast.msgType !== 'Cancel' &&
      holds(actor, { authority: broadcast.authority, role: broadcastingRoles })
    return alertPage(p.view, { broadcast, authority, reach, mayFollow })
  })
  app.get('/alerts/:id.cap', { schema: { hide: true } }, async (request, reply) => {
    const { xml } = await broadcastOf(context, (request.params as { id: string }).id)
    return reply.type('application/cap+xml; charset=utf-8').send(xml)
  })
  app.get('/alerts.atom', { schema: { hide: true } }, async (_request, reply) => {
    const broadcasts = await newestBroadcasts(context.db, listedMax)
    const authorities = await everyAuthority(context.db)
    const { origin } = context.config
    const feed = alertFeed({ broadcasts, authorities, origin, now: context.clock.now() })
    return reply.type('application/atom+xml; charset=utf-8').send(atomFeed(feed))
  })
  newAlertPages(app, context)
  broadcastApi(app, context)
}

async function broadcastOf({ db }: Context, wanted: string): Promise<Broadcast> {
  const broadcast = isId(wanted) ? await broadcastById(db, wanted) : null
  if (broadcast === null) throw new NotFoundError()
  return broadcast
}

/** What everybody has to know now stands above every page, before whatever else stands there. */
function banner(app: Server, { db, clock }: Context): void {
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'GET' || request.routeOptions.config.hasBanner !== true) return
    const at = clock.now()
    const second = Math.floor(at.epochMilliseconds / 1000)
    const current = await recently(db, `standing broadcasts ${String(second)}`, () =>
      standingBroadcasts(db, at)
    )
    const own = alertBanner({ lang: langOf(request) }, current)
    if (own !== null) request.banner = html`${own}${request.banner}`
  })
}

const shape = z.object({
  id: z.string(),
  authority: z.string(),
  unit: z.string(),
  identifier: z.string(),
  status: z.string(),
  msgType: z.string(),
  sha256: z.string(),
  publishedAt: z.string(),
  expiresAt: z.string(),
  replacedAt: z.string().nullable(),
  /** CAP 1.2. */
  xml: z.string(),
  /** C2SP signed note of the unit. */
  note: z.string()
})

function shown(broadcast: Broadcast): z.infer<typeof shape> {
  const { publishedAt, expiresAt, replacedAt } = broadcast
  return {
    ...broadcast,
    publishedAt: publishedAt.toString(),
    expiresAt: expiresAt.toString(),
    replacedAt: replacedAt?.toString() ?? null
  }
}

function broadcastApi(app: Server, context: Context): void {
  api(app, {
    method: 'get',
    path: '/broadcasts',
    summary: 'Public alerts of all bodies, the newest first',
    tag: 'broadcasts',
    auth: 'public',
    response: z.object({ broadcasts: z.array(shape) }),
    handler: async () => ({
      broadcasts: (await newestBroadcasts(context.db, listedMax)).map(shown)
    })
  })
  api(app, {
    method: 'get',
    path: '/broadcasts/{id}',
    summary: 'One public alert, with how many people it reached',
    tag: 'broadcasts',
    auth: 'public',
    params: z.object({ id: z.string().describe('Id of the alert.') }),
    response: shape.extend({
      reach: z.object({
        audience: z.number(),
        reached: z.number(),
        sent: z.number(),
        refused: z.number(),
        waiting: z.number(),
        p95Seconds: z.number().nullable()
      })
    }),
    handler: async ({ params }) => {
      const broadcast = await broadcastOf(context, params.id)
      return { ...shown(broadcast), reach: await reachOf(context.db, broadcast) }
    }
  })
  api(app, {
    method: 'post',
    path: '/broadcasts',
    summary: 'Publish an alert of CAP 1.2 that its unit signed',
    tag: 'broadcasts',
    auth: 'session-or-key',
    body: z.object({
      authority: z.string(),
      unit: z.string(),
      xml: z.string(),
      note: z.string().max(20_000),
      target: z.object({ percent: z.number(), seconds: z.number() }).optional()
    }),
    response: shape,
    status: 201,
    handler: async ({ body, request }) =>
      shown(await publishBroadcast(context, actorOf(request), body))
  })
}
