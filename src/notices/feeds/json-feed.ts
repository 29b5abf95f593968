import { type Feed, htmlOf } from './feed.ts'

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
      url: entry.id,
      title: entry.title,
      content_html: htmlOf(entry.paragraphs),
      content_text: entry.paragraphs.join('\n\n'),
      date_modified: entry.updatedAt.toString(),
      authors: [{ name: entry.author }],
      tags: entry.categories.map(({ label }) => label)
    }))
  })
}
