import { type Feed, type FeedEntry, xmlText } from './feed.ts'
import { xmlDocument } from './xml.ts'

/** A feed as RSS 2.0, dates as RFC 822 writes them. */
export function rssFeed(feed: Feed): string {
  return xmlDocument({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title: xmlText(feed.title),
        link: feed.home,
        description: xmlText(feed.subtitle),
        language: feed.lang,
        lastBuildDate: mailDate(feed.updatedAt),
        'atom:link': { '@rel': 'self', '@type': 'application/rss+xml', '@href': feed.self },
        item: feed.entries.map(itemOf)
      }
    }
  })
}

function itemOf(entry: FeedEntry): object {
  return {
    title: xmlText(entry.title),
    link: entry.link,
    guid: { '@isPermaLink': String(entry.id === entry.link), '#text': entry.id },
    pubDate: mailDate(entry.updatedAt),
    'dc:creator': xmlText(entry.author),
    category: entry.categories.map(({ label }) => xmlText(label)),
    description: xmlText(entry.html)
  }
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** As mails write a time: "Sun, 22 Nov 2026 06:00:00 GMT". */
export function mailDate(at: Temporal.Instant): string {
  const utc = at.toZonedDateTimeISO('UTC')
  const day = `${days[utc.dayOfWeek - 1] ?? ''}, ${String(utc.day).padStart(2, '0')}`
  const time = utc.toPlainTime().toString({ smallestUnit: 'second' })
  return `${day} ${months[utc.month - 1] ?? ''} ${String(utc.year)} ${time} GMT`
}
