import { paragraphsOf, plainLine } from '../../kernel/notices/index.ts'
import type { Authority } from '../../people/index.ts'
import { formHref } from '../../platform/html/index.ts'
import { type Feed, type FeedEntry, htmlOf } from '../../platform/feed/index.ts'
import type { Lang } from '../../platform/index.ts'
import { changeMessages, kindMessages, messages } from '../messages.ts'
import { type Notice, noticePath } from '../notice.ts'
import type { ServiceName } from '../service-name-store.ts'

/** What a feed of notices is made of. */
export interface NoticeFeedInput {
  readonly lang: Lang
  /** The public address, without a slash at the end. */
  readonly origin: string
  /** Path of the feed, without `/en`, and the query that narrows it. */
  readonly path: string
  readonly query: string
  readonly notices: readonly Notice[]
  readonly authorities: readonly Authority[]
  readonly services: ReadonlyMap<string, ServiceName>
}

/** Notices as a feed in one language; its time is that of its newest notice. */
export function noticeFeed(input: NoticeFeedInput): Feed {
  const { lang, origin, notices } = input
  const t = messages.in(lang)
  return {
    lang,
    title: t.title,
    subtitle: t.lead,
    home: `${origin}${formHref(input, '/notices')}${input.query}`,
    self: `${origin}${formHref(input, input.path)}${input.query}`,
    updatedAt: notices[0]?.publishedAt ?? Temporal.Instant.fromEpochMilliseconds(0),
    entries: notices.map((notice) => entryOf(input, notice))
  }
}

function entryOf(input: NoticeFeedInput, notice: Notice): FeedEntry {
  const { lang, origin, authorities, services } = input
  const authority = authorities.find(({ id }) => id === notice.authority)
  const address = `${origin}${formHref(input, noticePath(notice.id))}`
  const paragraphs = paragraphsOf(notice.body[lang])
  return {
    id: address,
    link: address,
    title: plainLine(notice.title[lang]),
    html: htmlOf(paragraphs),
    text: paragraphs.join('\n\n'),
    updatedAt: notice.publishedAt,
    author: authority?.title[lang] ?? notice.authority,
    categories: [
      { term: notice.kind, label: kindMessages.in(lang)[notice.kind] },
      ...notice.changes.map((term) => ({ term, label: changeMessages.in(lang)[term] })),
      ...notice.services.map((term) => ({ term, label: services.get(term)?.title[lang] ?? term }))
    ]
  }
}
