import { z } from 'zod'
import { authorityById, keys, listAuthorities, postHolderOn } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import { type CardVersion, cardInForce, cardVersion, cardVersionsOf } from '../card-store.ts'
import { announcedOf } from '../effect-store.ts'
import { interruptionsOf, interruptionsOfService } from '../interruption-store.ts'
import { cpsvOf } from '../json-ld.ts'
import { ServiceNotFoundError } from '../refusals.ts'
import { findServices, queryLengthMax } from '../search-services.ts'
import { cardPage } from '../views/card-page.ts'
import { menuPage } from '../views/menu-page.ts'
import { approverPage, formsPage, processPage } from '../views/part-pages.ts'
import type { ShownService } from '../views/service-frame.ts'
import { versionsPage } from '../views/versions-page.ts'

const menuQuery = z.object({
  q: z.string().catch(''),
  by: z.enum(['authority', 'life-event']).catch('authority'),
  authority: z.string().max(60).optional().catch(undefined),
  'life-event': z.string().max(60).optional().catch(undefined)
})
const versionNumber = z.coerce.number().int().min(1).max(999_999)
const compareQuery = z.object({
  before: versionNumber.optional().catch(undefined),
  after: versionNumber.optional().catch(undefined)
})

/** The menu, and the pages of each service, for everyone. */
export function servicePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/services' }, async ({ view, request }) => {
    const query = menuQuery.parse(request.query)
    const [found, authorities] = await Promise.all([
      findServices(context.db, query.q, context.clock.now()),
      listAuthorities(context.db)
    ])
    const event = query['life-event']
    const now = context.clock.now()
    const interruptions = await Promise.all(
      authorities.map(({ id }) => interruptionsOf(context.db, id, now))
    )
    return menuPage(view, {
      query: query.q.slice(0, queryLengthMax).toWellFormed().trim(),
      isCut: query.q.trim().length > queryLengthMax,
      isWhole: found.isWhole,
      by: event === undefined ? query.by : 'life-event',
      open: event ?? query.authority ?? null,
      services: found.cards,
      authorities,
      interruptions: interruptions.flat()
    })
  })
  cardRoutes(app, context)
  page(app, { method: 'get', path: '/services/:code/process' }, async (it) =>
    processPage(it.view, await shownService(context, it))
  )
  page(app, { method: 'get', path: '/services/:code/forms' }, async (it) =>
    formsPage(it.view, await shownService(context, it))
  )
  page(app, { method: 'get', path: '/services/:code/approver' }, async (it) => {
    const service = await shownService(context, it)
    const { authority, approver } = service.version.card
    const post = { authority, post: approver.post }
    const holder = await postHolderOn(context.db, post, context.clock.now())
    return approverPage(it.view, service, holder)
  })
  versionRoutes(app, context)
}

function cardRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/services/:code' }, async (it) => {
    void it.reply.header('vary', 'accept')
    const service = await shownService(context, it)
    if (wantsLinkedData(it)) {
      await it.reply
        .type('application/ld+json; charset=utf-8')
        .send(JSON.stringify(linkedData(context, service)))
      return undefined
    }
    return cardPage(it.view, service, context.config.origin)
  })
  app.get<{ Params: { code: string } }>(
    '/services/:code.jsonld',
    { schema: { hide: true } },
    async (request, reply) => {
      const current = await cardInForce(context.db, request.params.code, context.clock.now())
      const service = await serviceOf(context, current, current)
      return reply
        .type('application/ld+json; charset=utf-8')
        .send(JSON.stringify(linkedData(context, service)))
    }
  )
}

function linkedData(context: Context, { version, authority }: ShownService): object {
  return cpsvOf({ version, authority, origin: context.config.origin })
}

/** Whether the request asks for JSON-LD rather than for a page. */
function wantsLinkedData({ request }: Page): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/ld+json') && !accept.includes('text/html')
}

function versionRoutes(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/services/:code/versions' }, async (it) => {
    const service = await shownService(context, it)
    const versions = await cardVersionsOf(context.db, service.version.service)
    const asked = compareQuery.parse(it.request.query)
    const after = versions.find(({ version }) => version === asked.after) ?? null
    const before = versions.find(({ version }) => version === asked.before) ?? null
    return versionsPage(it.view, service, { versions, before, after })
  })
  page(app, { method: 'get', path: '/services/:code/versions/:version' }, async (it) => {
    const { code, version } = it.request.params as { code: string; version: string }
    const [asked, current] = await Promise.all([
      cardVersion(context.db, `${code}@${version}`),
      cardInForce(context.db, code, context.clock.now())
    ])
    const service = await serviceOf(context, asked, current)
    return cardPage(it.view, service, context.config.origin)
  })
}

async function shownService(context: Context, { request }: Page): Promise<ShownService> {
  const { code } = request.params as { code: string }
  const current = await cardInForce(context.db, code, context.clock.now())
  return serviceOf(context, current, current)
}

async function serviceOf(
  context: Context,
  version: CardVersion | null,
  current: CardVersion | null
): Promise<ShownService> {
  const isSandbox = version?.card.authority === keys.sandboxAuthority
  if (version === null || isSandbox) throw new ServiceNotFoundError()
  const { card } = version
  const now = context.clock.now()
  const [authority, interruptions, announced] = await Promise.all([
    authorityById(context.db, card.authority),
    interruptionsOfService(context.db, card, now),
    announcedOf(context.db, card.code, now)
  ])
  const isCurrent = current?.version === version.version
  return { version, authority, isCurrent, interruptions, announced }
}
