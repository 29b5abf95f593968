import type { Feed } from './feed.ts'

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.lang,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      content_html: entry.html,
      content_text: entry.text,
      ...(entry.publishedAt && { date_published: entry.publishedAt.toString() }),
      date_modified: entry.updatedAt.toString(),
      authors: [{ name: entry.author }],
      tags: entry.categories.map(({ label }) => label)
    }))
  })
}
