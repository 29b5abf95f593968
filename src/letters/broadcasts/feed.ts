import { infoFor } from '../../kernel/alerts/index.ts'
import type { Authority } from '../../people/index.ts'
import { type Feed, htmlOf } from '../../platform/feed/index.ts'
import { type Broadcast, alertOf } from './broadcast.ts'
import { messages } from './messages.ts'

/** Alerts as a feed, as warning systems read them: each entry leads to its page and its CAP document. */
export function alertFeed({
  broadcasts,
  authorities,
  origin,
  now
}: {
  readonly broadcasts: readonly Broadcast[]
  readonly authorities: readonly Authority[]
  readonly origin: string
  readonly now: Temporal.Instant
}): Feed {
  const t = messages.in('fa')
  const names = new Map(authorities.map(({ id, title }) => [id, title.fa]))
  return {
    lang: 'fa',
    title: t.title,
    subtitle: t.lead,
    home: `${origin}/alerts`,
    self: `${origin}/alerts.atom`,
    updatedAt: broadcasts[0]?.publishedAt ?? now,
    entries: broadcasts.map((one) => {
      const said = infoFor(alertOf(one), 'fa')
      const paragraphs = [
        said.description,
        ...(said.instruction === null ? [] : [said.instruction])
      ]
      return {
        id: `urn:uuid:${one.id}`,
        link: `${origin}/alerts/${one.id}`,
        title: said.headline,
        html: `${htmlOf(paragraphs)}\n<p><a href="${origin}/alerts/${one.id}.cap">CAP 1.2</a></p>`,
        text: paragraphs.join('\n\n'),
        publishedAt: one.publishedAt,
        updatedAt: one.replacedAt ?? one.publishedAt,
        author: names.get(one.authority) ?? one.authority,
        categories: said.categories.map((term) => ({ term, label: term }))
      }
    })
  }
}
