import { type Feed, type FeedEntry, xmlText } from './feed.ts'
import { xmlDocument } from './xml.ts'

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': feed.lang,
      id: feed.self,
      title: xmlText(feed.title),
      subtitle: xmlText(feed.subtitle),
      updated: feed.updatedAt.toString(),
      ...(feed.author !== undefined && { author: { name: xmlText(feed.author) } }),
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
        { '@rel': 'alternate', '@type': 'text/html', '@href': feed.home }
      ],
      entry: feed.entries.map(entryOf)
    }
  })
}

function entryOf(entry: FeedEntry): object {
  return {
    id: entry.id,
    title: { '@type': 'text', '#text': xmlText(entry.title) },
    ...(entry.publishedAt && { published: entry.publishedAt.toString() }),
    updated: entry.updatedAt.toString(),
    author: { name: xmlText(entry.author) },
    link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.link },
    category: entry.categories.map(({ term, label }) => ({
      '@term': xmlText(term),
      '@label': xmlText(label)
    })),
    content: { '@type': 'html', '#text': xmlText(entry.html) }
  }
}
