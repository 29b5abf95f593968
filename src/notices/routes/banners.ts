import { type Context, recently } from '../../platform/index.ts'
import { type FastifyRequest, type Server, langOf, plainPath } from '../../platform/http/index.ts'
import type { Notice } from '../notice.ts'
import { currentNotices } from '../notice-store.ts'
import { type ServiceName, serviceNames } from '../service-name-store.ts'
import { noticeBanner } from '../views/notice-banner.ts'

/** Puts current notices on top of the front page, the menu of services, and the pages of each service. */
export function banners(app: Server, context: Context): void {
  app.addHook('preHandler', async (request) => {
    const place = request.method === 'GET' ? placeOf(request) : null
    if (place === null) return
    const notices = await noticesNow(context)
    if (notices.length === 0) return
    const names = place.service === null ? null : await serviceNames(context.db)
    const service = names?.get(place.service ?? '') ?? null
    const here = place.service === null ? notices : notices.filter((each) => fits(each, service))
    request.banner = noticeBanner({ lang: langOf(request) }, here)
  })
}

function placeOf(request: FastifyRequest): { readonly service: string | null } | null {
  const path = plainPath(request).replace(/[?#].*$/s, '')
  if (path === '/' || path === '/services') return { service: null }
  const code = /^\/services\/([0-9]{6,13})(?:\/|$)/.exec(path)?.[1]
  return code === undefined ? null : { service: code }
}

/** The same for every page of one second; each of them asks. */
function noticesNow({ db, clock }: Context): Promise<Notice[]> {
  const at = clock.now()
  const second = Math.floor(at.epochMilliseconds / 1000)
  return recently(db, `current notices ${String(second)}`, () => currentNotices(db, { at }))
}

function fits(notice: Notice, service: ServiceName | null): boolean {
  if (service === null) return false
  if (notice.services.length === 0) return notice.authority === service.authority
  return notice.services.includes(service.code)
}
