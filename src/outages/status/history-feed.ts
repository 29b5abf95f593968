import { atomFeed, htmlOf } from '../../platform/feed/index.ts'
import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Lang } from '../../platform/index.ts'
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
  return atomFeed({
    lang: 'fa',
    title: 'تاریخچه قطعی‌ها · Outage history',
    subtitle: 'قطعی‌های ۹۰ روز گذشته · Outages of the last 90 days',
    home: `${origin}/status`,
    self: `${origin}/status/history.atom`,
    author: 'Peyman',
    updatedAt: entries[0]?.at ?? board.at,
    entries: entries.map(({ status, outage, at }) => {
      const lines = linesOf(outage, status.authority.timeZone)
      return {
        id: `urn:uuid:${outage.id}`,
        link: linkOf(status, outage, origin),
        title: titleOf(status, outage),
        html: htmlOf(lines),
        text: lines.join('\n\n'),
        publishedAt: outage.knownAt,
        updatedAt: at,
        author: 'Peyman',
        categories: [stateOf(outage), { term: status.authority.id, label: status.authority.id }]
      }
    })
  })
}

function stateOf({ to }: Outage) {
  return to === null
    ? { term: 'open', label: 'ادامه دارد · open' }
    : { term: 'closed', label: 'پایان‌یافته · closed' }
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

function linesOf(outage: Outage, timeZone: string): string[] {
  const cause = causeNames[outage.cause]
  const { from, to, note, scope } = outage
  const at = (instant: Temporal.Instant, lang: Lang) =>
    formatJalaliDateTime(instant, lang, timeZone)
  const range = {
    fa: `از ${at(from, 'fa')}${to === null ? '' : ` تا ${at(to, 'fa')}`}. علت: ${cause.fa}.`,
    en: `From ${at(from, 'en')}${to === null ? '' : ` to ${at(to, 'en')}`}. Cause: ${cause.en}.`
  }
  return (['fa', 'en'] as const).map((lang) =>
    [range[lang], scope?.[lang], note?.[lang]].filter((words) => words && words !== '').join(' ')
  )
}
