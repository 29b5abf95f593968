import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { publicLog } from '../../ledger/index.ts'
import { actorNames, authorityById, listAuthorities } from '../../people/index.ts'
import type { Context } from '../../platform/index.ts'
import { type Page, type Server, page } from '../../platform/http/index.ts'
import type { Html } from '../../platform/html/index.ts'
import type { Notice } from '../notice.ts'
import { listNotices, noticeVersions } from '../notice-store.ts'
import { NoticeNotFoundError } from '../refusals.ts'
import { serviceNames } from '../service-name-store.ts'
import { sightingsOf, snapshotOf } from '../sighting-store.ts'
import { noticeListPage } from '../views/notice-list-page.ts'
import { type ShownNotice, noticePage } from '../views/notice-page.ts'
import { noticeFilterOf, noticeQueryOf } from './notice-query.ts'

const perPage = 20
const pageNumber = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

/** The list, the pages of single notices and of their versions, and what proves that they were seen. */
export function noticePages(app: Server, context: Context): void {
  page(app, { method: 'get', path: '/notices' }, (it) => noticeList(context, it))
  page(app, { method: 'get', path: '/notices/:id' }, async ({ view, request }) => {
    const { id } = request.params as { id: string }
    const versions = await noticeVersions(context.db, id)
    return noticePage(view, await shownNotice(context, versions, null))
  })
  page(app, { method: 'get', path: '/notices/:id/versions/:version' }, async (it) => {
    const { id, version } = it.request.params as { id: string; version: string }
    const versions = await noticeVersions(context.db, id)
    return noticePage(it.view, await shownNotice(context, versions, version))
  })
  snapshotRoute(app, context)
}

async function noticeList({ db }: Context, { view, request }: Page): Promise<Html> {
  const filter = noticeFilterOf(request.query)
  const asked = pageNumber.parse(request.query).page
  const [{ notices, total }, authorities, services] = await Promise.all([
    listNotices(db, filter, { skip: (asked - 1) * perPage, limit: perPage }),
    listAuthorities(db),
    serviceNames(db)
  ])
  return noticeListPage(view, {
    notices,
    total,
    page: asked,
    pages: Math.max(1, Math.ceil(total / perPage)),
    filter,
    query: noticeQueryOf(filter),
    pageHref: (n) => `/notices${noticeQueryOf(filter, { page: String(n) })}`,
    authorities,
    services
  })
}

async function shownNotice(
  context: Context,
  versions: readonly Notice[],
  asked: string | null
): Promise<ShownNotice> {
  const notice =
    asked === null ? versions[0] : versions.find(({ version }) => String(version) === asked)
  if (notice === undefined) throw new NoticeNotFoundError()
  const { db } = context
  const [authority, services, sightings] = await Promise.all([
    authorityById(db, notice.authority),
    serviceNames(db),
    sightingsOf(db, notice.id)
  ])
  const facts = [notice.fact, ...sightings.map(({ fact }) => fact)]
  const [names, leaves] = await Promise.all([
    actorNames(
      db,
      sightings.map(({ vantage }) => vantage)
    ),
    publicLog.publishedLeaves(db, facts)
  ])
  const proof = { sightings, names, leaves }
  return { notice, versions, authority, services, proof, isOwnPage: asked === null }
}

/** The page as a vantage point fetched it: a file to keep, never a page to open. */
function snapshotRoute(app: Server, context: Context): void {
  for (const prefix of ['', '/en']) {
    app.get<{ Params: { id: string; version: string } }>(
      `${prefix}/notices/:id/versions/:version/snapshot`,
      { schema: { hide: true } },
      async ({ params }, reply) => {
        const versions = await noticeVersions(context.db, params.id)
        const notice = versions.find(({ version }) => String(version) === params.version)
        const proof = notice && (await snapshotOf(context.db, notice.id, notice.version))
        if (notice === undefined || !proof) throw new NoticeNotFoundError()
        const name = `notice-${notice.id}-${String(notice.version)}.txt`
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(gunzipSync(proof.snapshot))
      }
    )
  }
}
