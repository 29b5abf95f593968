import { hash } from 'node:crypto'
import { listAuthorities } from '../../people/index.ts'
import type { Context, Lang } from '../../platform/index.ts'
import { type Feed, atomFeed, jsonFeed, rssFeed } from '../../platform/feed/index.ts'
import type { FastifyReply, FastifyRequest, Server } from '../../platform/http/index.ts'
import { noticeFeed } from '../feeds/notice-feed.ts'
import { listNotices } from '../notice-store.ts'
import { serviceNames } from '../service-name-store.ts'
import { feedFormats } from '../views/feed-links.ts'
import { noticeFilterOf, noticeQueryOf } from './notice-query.ts'

const entriesMax = 50
const writers: Readonly<Record<string, (feed: Feed) => string>> = {
  atom: atomFeed,
  rss: rssFeed,
  json: jsonFeed
}

/** The feeds of notices in both languages: `/notices.atom`, `/en/notices.rss?service=10021001`. */
export function feedRoutes(app: Server, context: Context): void {
  for (const { ending, type } of feedFormats) {
    for (const lang of ['fa', 'en'] as const) {
      const path = `/notices.${ending}`
      const url = lang === 'fa' ? path : `/en${path}`
      app.get(url, { schema: { hide: true } }, async (request, reply) => {
        const feed = await readFeed(context, request, { lang, path })
        const text = writers[ending]?.(feed) ?? ''
        return sendMarked(request, reply.type(`${type}; charset=utf-8`), text)
      })
    }
  }
}

async function readFeed(
  context: Context,
  request: FastifyRequest,
  at: { readonly lang: Lang; readonly path: string }
): Promise<Feed> {
  const filter = noticeFilterOf(request.query)
  const [{ notices }, authorities, services] = await Promise.all([
    listNotices(context.db, filter, { skip: 0, limit: entriesMax }),
    listAuthorities(context.db),
    serviceNames(context.db)
  ])
  const query = noticeQueryOf(filter)
  const { origin } = context.config
  return noticeFeed({ ...at, origin, query, notices, authorities, services })
}

/** Feed readers ask often: who has this very text is told so, in a few bytes. */
function sendMarked(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  // Weak: the same text may be packed in different ways on its way.
  const mark = `W/"${hash('sha256', text, 'base64url').slice(0, 22)}"`
  void reply.header('etag', mark)
  if (request.caller === null) void reply.header('cache-control', 'public, max-age=60')
  const known = request.headers['if-none-match'] ?? ''
  const marks = known.split(',').map((each) => each.trim().replace(/^(?!W\/)/, 'W/'))
  return marks.includes(mark) ? reply.code(304).send() : reply.send(text)
}
