import { localPath } from './local-path.ts'
import type { FastifyRequest, Server } from './request.ts'

/**
 * The page on which a form stood, without `/en`: by what the browser says, else the address that the form
 * went to; the front page where neither is a page.
 */
export function pageBefore(app: Server, { headers, url }: FastifyRequest): string {
  const asked = [sayingOf(app, headers.referer), localPath(url)]
  return asked.flatMap((address) => pageAt(app, address) ?? [])[0] ?? '/'
}

/** The path of a `Referer` of this very site. */
function sayingOf(app: Server, referer: string | undefined): string | null {
  const url = referer === undefined ? null : URL.parse(referer)
  if (url === null || url.origin !== app.edge.context.config.origin) return null
  return localPath(`${url.pathname}${url.search}`)
}

/** The address without its language; `null` if it is no page. */
function pageAt(app: Server, address: string | null): string | null {
  const [path = '', query = ''] = address?.split('?') ?? []
  if (!app.knownAddresses.methodsOf(path).includes('GET')) return null
  const plain = path.replace(/^\/en(?=\/|$)/, '') || '/'
  return query === '' ? plain : `${plain}?${query}`
}
