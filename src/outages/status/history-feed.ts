import { Feed } from 'feed'
import { html } from '../../platform/html/index.ts'
import { causeNames } from '../outages/messages.ts'
import type { Outage } from '../outages/outage.ts'
import type { AuthorityStatus, Board } from './board.ts'
import { monthPath } from './views/marks.ts'
import { monthKey } from './views/outage-parts.ts'

const entriesMax = 100

/**
 * The outages of the last 90 days as an Atom feed (RFC 4287), the newest change first. One entry an
 * outage: its id stays, and its `updated` moves with what is known of it.
 */
export function historyFeed(board: Board, origin: string): string {
  const entries = board.authorities
    .flatMap((status) =>
      status.outages.map((outage) => ({ status, outage, at: changedAt(outage) }))
    )
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, entriesMax)
  const feed = new Feed({
    id: `${origin}/status/history.atom`,
    title: 'تاریخچه قطعی‌ها · Outage history',
    link: `${origin}/status`,
    feedLinks: { atom: `${origin}/status/history.atom` },
    updated: dateOf(entries[0]?.at ?? board.at),
    generator: false,
    language: 'fa',
    author: { name: 'Peyman', link: `${origin}/status` }
  })
  for (const { status, outage, at } of entries) {
    feed.addItem({
      id: `urn:uuid:${outage.id}`,
      title: titleOf(status, outage),
      link: linkOf(status, outage, origin),
      date: dateOf(at),
      published: dateOf(outage.knownAt),
      content: contentOf(outage),
      category: [{ term: outage.to === null ? 'open' : 'closed' }, { term: status.authority.id }]
    })
  }
  return feed.atom1()
}

/** When something of an outage came to be known last. */
function changedAt({ knownAt, closedKnownAt, to }: Outage): Temporal.Instant {
  return closedKnownAt ?? to ?? knownAt
}

function titleOf({ components }: AuthorityStatus, outage: Outage): string {
  const known = components.find(({ component }) => component.id === outage.component)
  const title = known?.title ?? { fa: outage.component, en: outage.component }
  const state = outage.to === null ? ['قطع است', 'is down'] : ['قطع بود', 'was down']
  return `${title.fa} ${state[0] ?? ''} · ${title.en} ${state[1] ?? ''}`
}

function linkOf({ authority, components }: AuthorityStatus, outage: Outage, origin: string) {
  const known = components.find(({ component }) => component.id === outage.component)
  if (known === undefined) return `${origin}/status/${authority.id}`
  const month = monthKey(outage.from, authority.timeZone)
  return `${origin}${monthPath(known.component, month)}#${outage.id}`
}

function contentOf(outage: Outage): string {
  const cause = causeNames[outage.cause]
  const { from, to, note, scope } = outage
  const range = `${from.toString()} – ${to?.toString() ?? '…'}`
  return html`<p dir="rtl" lang="fa">علت: ${cause.fa}. ${scope?.fa} ${note?.fa}</p>
    <p dir="ltr" lang="en">${range}. Cause: ${cause.en}. ${scope?.en} ${note?.en}</p>`.toString()
}

/** The library takes its times in the old form only. */
function dateOf(at: Temporal.Instant): Date {
  // oxlint-disable-next-line no-restricted-globals -- nothing is computed with it
  return new Date(at.epochMilliseconds)
}
