import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { NoticeText } from '../../notices/index.ts'
import type { Authority } from '../../people/index.ts'
import type { Bilingual, Lang } from '../../platform/index.ts'
import { type EmergencyReason, emergencyReasons, noticeTexts } from './messages-notice.ts'
import type { CancelReason, Planned, PlannedKind } from './planned.ts'
import type { PlannableComponent } from './scope.ts'

/** What a notice names: the authority whose it is, and its components by their titles. */
export interface Named {
  readonly authority: Pick<Authority, 'id' | 'shortTitle' | 'title' | 'timeZone'>
  readonly components: readonly PlannableComponent[]
}

type Span = Pick<Planned, 'from' | 'to'>

/** What a notice of a planned outage says beside its time. */
export interface PlannedNews {
  /** The time that this one replaces. */
  readonly instead?: Span
  readonly cancelled?: CancelReason
  /** It was ended before its time. */
  readonly endedAt?: Temporal.Instant
}

/** The public notice of a planned outage, as announced, moved, ended or cancelled. */
export function plannedNotice(planned: Planned, named: Named, news: PlannedNews = {}): NoticeText {
  const { id, kind, components, services, from, to } = planned
  const parts = [
    each((lang) => texts(lang).window(when(from, lang, named), when(to, lang, named))),
    effectOf(kind, components, named),
    planned.words,
    planned.joins === null ? null : noticeTexts.entries.joins,
    newsText(news, named)
  ]
  const isOff = news.cancelled !== undefined || news.endedAt !== undefined
  return {
    authority: planned.authority,
    kind: 'planned-outage',
    changes: [],
    services: services ?? [],
    title: titled(titleOf(kind, components, named), from, { news, named }),
    body: paragraphs(news.cancelled === undefined ? parts : parts.toReversed()),
    about: { kind: 'planned-outage', id },
    effectiveAt: from,
    bannerUntil: isOff ? null : to
  }
}

/** A service that was suspended without notice. */
export interface EmergencyNews {
  readonly id: string
  readonly kind: Exclude<PlannedKind, 'outage'>
  readonly services: readonly string[]
  readonly components: readonly string[]
  readonly begunAt: Temporal.Instant
  readonly expectedEndAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly reason: EmergencyReason
  readonly words: Bilingual | null
}

/** The public notice of an emergency suspension, and of its end. */
export function emergencyNotice(news: EmergencyNews, named: Named): NoticeText {
  const { kind, components, begunAt, expectedEndAt, endedAt } = news
  const why = emergencyReasons.entries[news.reason]
  const title = titleOf(kind, components, named)
  const entry = endedAt === null ? 'emergencyTitle' : 'endedTitle'
  return {
    authority: named.authority.id,
    kind: 'outage',
    changes: [],
    services: news.services,
    title: each((lang) => texts(lang)[entry](title[lang])),
    body: paragraphs([
      endedAt === null ? null : each((lang) => texts(lang).ended(when(endedAt, lang, named))),
      each((lang) => texts(lang).emergency(why[lang])),
      each((lang) =>
        expectedEndAt === null
          ? texts(lang).since(when(begunAt, lang, named))
          : texts(lang).window(when(begunAt, lang, named), when(expectedEndAt, lang, named))
      ),
      effectOf(kind, components, named),
      news.words
    ]),
    about: { kind: 'suspension', id: news.id },
    effectiveAt: begunAt,
    bannerUntil: endedAt === null ? (expectedEndAt ?? begunAt.add({ hours: bannerHours })) : null
  }
}

// A suspension of which nobody knows the end stays on the banners for a month, unless it is ended.
const bannerHours = 30 * 24

/** What a planned outage is called: its kind and what it is about. */
export function titleOf(kind: PlannedKind, components: readonly string[], named: Named): Bilingual {
  const what = whatOf(kind, components, named)
  return each((lang) => texts(lang)[kind](what[lang]))
}

/** The components in words, the authority where it is about all of it. */
export function whatOf(kind: PlannedKind, components: readonly string[], named: Named): Bilingual {
  if (kind === 'office-closure') return named.authority.shortTitle
  const titles = components.map(
    (id) => named.components.find((component) => component.id === id)?.title ?? { fa: id, en: id }
  )
  return {
    fa: titles.map(({ fa }) => `«${fa}»`).join('، '),
    en: titles.map(({ en }) => `“${en}”`).join(', ')
  }
}

function effectOf(kind: PlannedKind, components: readonly string[], named: Named): Bilingual {
  const what = whatOf(kind, components, named)
  return each((lang) => texts(lang)[`${kind}Body`](what[lang]))
}

function titled(
  title: Bilingual,
  from: Temporal.Instant,
  { news, named }: { news: PlannedNews; named: Named }
): Bilingual {
  const withTime = each((lang) => {
    const comma = lang === 'fa' ? '،' : ','
    return `${title[lang]}${comma} ${texts(lang).from(when(from, lang, named))}`
  })
  const { cancelled, endedAt, instead } = news
  if (cancelled !== undefined) return each((lang) => texts(lang).cancelledTitle(withTime[lang]))
  if (endedAt !== undefined) return each((lang) => texts(lang).endedTitle(withTime[lang]))
  if (instead !== undefined) return each((lang) => texts(lang).movedTitle(withTime[lang]))
  return withTime
}

function newsText({ instead, cancelled, endedAt }: PlannedNews, named: Named): Bilingual | null {
  if (cancelled !== undefined) return noticeTexts.entries[cancelled]
  if (endedAt !== undefined) return each((lang) => texts(lang).ended(when(endedAt, lang, named)))
  if (instead === undefined) return null
  const { from, to } = instead
  return each((lang) => texts(lang).moved(when(from, lang, named), when(to, lang, named)))
}

function paragraphs(parts: readonly (Bilingual | null)[]): Bilingual {
  const said = parts.filter((part) => part !== null)
  return each((lang) => said.map((part) => part[lang]).join('\n\n'))
}

function when(at: Temporal.Instant, lang: Lang, { authority }: Named): string {
  return formatJalaliDateTime(at, lang, authority.timeZone)
}

function texts(lang: Lang) {
  return noticeTexts.in(lang)
}

function each(make: (lang: Lang) => string): Bilingual {
  return { fa: make('fa'), en: make('en') }
}
