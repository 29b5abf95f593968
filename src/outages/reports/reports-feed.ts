import { type Feed, htmlOf } from '../../platform/feed/index.ts'
import type { ListedReport } from './list-store.ts'
import { choiceMessages } from './messages-choices.ts'
import { closedReasonMessages } from './messages-desk.ts'
import { reportFormMessages } from './messages-form.ts'
import { trackMessages } from './messages-receipt.ts'
import type { Choice } from './report.ts'

/** Reports, and what they are about. */
export interface FeedOptions {
  readonly format: 'atom' | 'json'
  readonly reports: readonly ListedReport[]
  readonly choices: readonly Choice[]
  readonly origin: string
  readonly at: Temporal.Instant
}

/**
 * Failure reports as a feed for everybody: what failed, when, where it stands. What people wrote, their
 * photos and codes are not in it.
 */
export function reportsFeed({ format, reports, choices, origin, at }: FeedOptions): Feed {
  return {
    lang: 'fa',
    title: 'گزارش‌های خرابی ماه گذشته · Failure reports of the past month',
    subtitle: 'چه چیزی خراب بود و کار به کجا رسید · What failed, and where it stands',
    home: `${origin}/report`,
    self: `${origin}/report/recent.${format}`,
    author: 'Peyman',
    updatedAt: reports[0]?.updatedAt ?? at,
    entries: reports.map((report) => entryOf(report, choices, origin))
  }
}

// oxlint-disable-next-line max-params -- the report, what it may be about, and where it is read
function entryOf(report: ListedReport, choices: readonly Choice[], origin: string) {
  const t = reportFormMessages.entries
  const title = titleOf(report, choices)
  const lines = linesOf(report)
  const { state, kind, authority } = report
  return {
    id: `urn:uuid:${report.id}`,
    link: linkOf(report, origin),
    title: `${t[kind].fa}: ${title.fa} · ${t[kind].en}: ${title.en}`,
    html: htmlOf(lines),
    text: lines.join('\n\n'),
    publishedAt: report.filedAt,
    updatedAt: report.updatedAt,
    author: 'Peyman',
    categories: [
      { term: state, label: trackMessages.entries[state].fa },
      { term: kind, label: t[kind].fa },
      { term: authority, label: authority }
    ]
  }
}

function titleOf({ authority, component }: ListedReport, choices: readonly Choice[]) {
  const known = choices.find((each) => each.authority === authority && each.component === component)
  return known?.title ?? choiceMessages.entries.unknown
}

function linkOf({ service }: ListedReport, origin: string): string {
  return service === null ? `${origin}/status` : `${origin}/services/${service}`
}

function linesOf({ state, closedReason, outage }: ListedReport): string[] {
  const t = trackMessages.entries
  const reasons = [
    closedReason === null ? null : closedReasonMessages.entries[closedReason],
    outage === null ? null : closedReasonMessages.entries['was-outage']
  ].filter((reason) => reason !== null)
  return (['fa', 'en'] as const).map((lang) =>
    [`${t[state][lang]}.`, ...reasons.map((reason) => reason[lang])].join(' ')
  )
}
