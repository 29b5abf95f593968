import { z } from 'zod'
import { compareAgreements, publishedSchemas } from '../kernel/terms/index.ts'
import { type Context, NotFoundError } from '../platform/index.ts'
import { type Server, page } from '../platform/http/index.ts'
import { sourceTextOf } from './agreement-store.ts'
import { waitingRevisions } from './effect-store.ts'
import { standingOf } from './agreement-version.ts'
import { agreementVersions, listAgreements } from './find-agreement.ts'
import { acceptanceRoutes } from './acceptance/routes.ts'
import { policyRoutes } from './data-policy/routes.ts'
import { apiRoutes } from './routes/api.ts'
import { comparePage } from './views/compare-page.ts'
import { listPage } from './views/list-page.ts'
import { versionsPage } from './views/versions-page.ts'

const named = z.object({ id: z.string() })
const revisionQuery = z.object({
  revision: z.coerce.number().int().min(1).max(999_999).optional().catch(undefined)
})
const asked = z.object({ from: z.string().catch(''), to: z.string().catch('') })

/** Agreements: the list, the versions, what changed, the files, the operations. */
export function routes(app: Server, context: Context): Promise<void> {
  page(app, { method: 'get', path: '/agreements' }, async ({ view }) => {
    const agreements = await listAgreements(context.db)
    const listed = agreements.map(async ({ agreement }) => {
      const versions = await agreementVersions(context.db, agreement)
      const announced = await waitingRevisions(context.db, { agreement })
      return { versions, announced, standing: standingOf(versions, view.now) }
    })
    return listPage(view, await Promise.all(listed))
  })
  page(app, { method: 'get', path: '/agreements/:id/versions' }, async ({ view, request }) => {
    const versions = await versionsOf(context, request.params)
    const announced = await waitingRevisions(context.db, {
      agreement: versions[0]?.agreement ?? ''
    })
    return versionsPage(view, { versions, announced, standing: standingOf(versions, view.now) })
  })
  page(app, { method: 'get', path: '/agreements/:id/compare' }, async ({ view, request }) => {
    const versions = await versionsOf(context, request.params)
    const query = asked.parse(request.query)
    const from = versions.find(({ version }) => version === query.from) ?? null
    const to = versions.find(({ version }) => version === query.to) ?? null
    const differences = from && to ? compareAgreements(from.document, to.document) : []
    const title = versions[0]?.document.title[view.lang] ?? ''
    const id = versions[0]?.agreement ?? ''
    return comparePage(view, { id, title, versions, from, to, differences })
  })
  policyRoutes(app, context)
  files(app, context)
  apiRoutes(app, context)
  acceptanceRoutes(app, context)
  return Promise.resolve()
}

async function versionsOf(context: Context, params: unknown) {
  const read = named.safeParse(params)
  if (!read.success) throw new NotFoundError()
  const versions = await agreementVersions(context.db, read.data.id)
  if (versions.length === 0) throw new NotFoundError()
  return versions
}

/** The files themselves: each version as it was imported, and the schemas they are checked by. */
function files(app: Server, context: Context): void {
  app.get('/agreements/:id/:version.yaml', { schema: { hide: true } }, async (request, reply) => {
    const at = z.object({ id: z.string(), version: z.string() }).parse(request.params)
    const { revision } = revisionQuery.parse(request.query)
    const text = await sourceTextOf(context.db, {
      agreement: at.id,
      version: at.version,
      ...(revision !== undefined && { revision })
    })
    if (text === null) throw new NotFoundError()
    const name = `${at.id.toLowerCase()}-${at.version}.yaml`
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(text)
  })
  for (const name of ['agreement', 'calendar', 'holidays'] as const) {
    app.get(`/schemas/${name}.json`, { schema: { hide: true } }, (_request, reply) =>
      reply
        .type('application/schema+json; charset=utf-8')
        .send(JSON.stringify(publishedSchemas()[name], null, 2))
    )
  }
}
