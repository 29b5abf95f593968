import { listAgreements } from '../../agreements/index.ts'
import { cardInForce } from '../../catalogue/index.ts'
import { authorityById } from '../../people/index.ts'
import { type Context, NotFoundError, recently } from '../../platform/index.ts'
import { type FastifyRequest, type Server, langOf, plainPath } from '../../platform/http/index.ts'
import { brandings, logoBytes } from './branding-store.ts'
import { logoHref, stylesheetHref, stylesheetOf } from './stylesheet.ts'

const forEver = 'public, max-age=31536000, immutable'

/** Puts the look of an authority on its pages, and serves what it is made of. */
export function applyBranding(app: Server, context: Context): void {
  app.addHook('preHandler', async (request) => {
    const isPage = request.method === 'GET' || request.method === 'POST'
    const authority = isPage ? await authorityOf(context, request) : null
    if (authority === null) return
    const branding = (await brandings(context.db)).get(authority)
    if (branding === undefined) return
    const lang = langOf(request)
    const named = await authorityById(context.db, authority)
    request.brand = {
      name: named?.title[lang] ?? null,
      desk: branding.desk?.[lang] ?? null,
      note: branding.note?.[lang] ?? null,
      stylesheet: stylesheetHref(branding),
      logo: logoHref(branding)
    }
  })
  app.get('/branding/:authority/:file', { schema: { hide: true } }, async (request, reply) => {
    const { authority, file } = request.params as { authority: string; file: string }
    const branding = (await brandings(context.db)).get(authority)
    // Only the names that pages have: whatever else is asked for leads to nothing.
    const path = `/branding/${authority}/${file}`
    if (branding === undefined) throw new NotFoundError()
    if (branding.colours !== null && path === stylesheetHref(branding)) {
      void reply.header('cache-control', forEver).type('text/css; charset=utf-8')
      return reply.send(stylesheetOf(branding.colours))
    }
    const { logo } = branding
    const bytes =
      logo !== null && path === logoHref(branding)
        ? await logoBytes(context.db, { authority, sha256: logo.sha256 })
        : null
    if (logo === null || bytes === null) throw new NotFoundError()
    return reply.header('cache-control', forEver).type(logo.type).send(bytes)
  })
}

/** Whose page it is: a service's, an agreement's, or the desk of somebody who works for one authority. */
async function authorityOf(context: Context, request: FastifyRequest): Promise<string | null> {
  const path = plainPath(request).replace(/[?#].*$/s, '')
  const service = /^\/services\/([0-9]{6,13})(?:\/|$)/.exec(path)?.[1]
  if (service !== undefined) return authorityOfService(context, service)
  const agreement = /^\/agreements\/([A-Za-z0-9-]{1,20})(?:[@/]|$)/.exec(path)?.[1]
  if (agreement !== undefined) return authorityOfAgreement(context, agreement)
  if (!/^\/desk(\/|$)/.test(path)) return null
  const own = new Set(request.session?.actor.grants.map(({ authority }) => authority))
  return own.size === 1 ? ([...own][0] ?? null) : null
}

function authorityOfService({ db, clock }: Context, code: string): Promise<string | null> {
  return recently(db, `brand of service ${code}`, async () => {
    const found = await cardInForce(db, code, clock.now())
    return found?.card.authority ?? null
  })
}

async function authorityOfAgreement({ db }: Context, id: string): Promise<string | null> {
  const all = await recently(db, 'brands of agreements', () => listAgreements(db))
  return all.find(({ agreement }) => agreement === id)?.authority ?? null
}
