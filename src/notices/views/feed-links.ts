import { type Html, type Speaks, formHref, html } from '../../platform/html/index.ts'
import { messages } from '../messages.ts'

/** The formats of the feeds, with their media types. */
export const feedFormats = [
  { ending: 'atom', name: 'Atom', type: 'application/atom+xml' },
  { ending: 'rss', name: 'RSS', type: 'application/rss+xml' },
  { ending: 'json', name: 'JSON Feed', type: 'application/feed+json' }
] as const

/** For the head of a page: what a feed reader finds. */
export function feedLinks(view: Speaks, query = ''): Html {
  const t = messages.in(view.lang)
  return html`${feedFormats.map(
    ({ ending, name, type }) =>
      html`<link
        rel="alternate"
        type="${type}"
        title="${t.title} (${name})"
        href="${formHref(view, `/notices.${ending}${query}`)}"
      />`
  )}`
}
