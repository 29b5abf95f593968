import { Feed } from 'feed'
import { html } from '../../platform/html/index.ts'
import type { ListedReport } from './list-store.ts'
import { choiceMessages } from './messages-choices.ts'
import { closedReasonMessages } from './messages-desk.ts'
import { reportFormMessages } from './messages-form.ts'
import { trackMessages } from './messages-receipt.ts'
import type { Choice } from './report.ts'

/** Reports, and what they are about. */
export interface FeedOptions {
  readonly reports: readonly ListedReport[]
  readonly choices: readonly Choice[]
  readonly origin: string
  readonly at: Temporal.Instant
}

/**
 * Failure reports as a feed for everybody: what failed, when, where it stands. What people wrote, their
 * photos and codes are not in it.
 */
export function reportsFeed({ reports, choices, origin, at }: FeedOptions): Feed {
  const t = reportFormMessages.entries
  const feed = new Feed({
    id: `${origin}/report/recent.atom`,
    title: 'گزارش‌های خرابی ماه گذشته · Failure reports of the past month',
    link: `${origin}/report`,
    feedLinks: { atom: `${origin}/report/recent.atom`, json: `${origin}/report/recent.json` },
    updated: dateOf(reports[0]?.updatedAt ?? at),
    generator: false,
    language: 'fa',
    author: { name: 'Peyman', link: `${origin}/report` }
  })
  for (const report of reports) {
    const title = titleOf(report, choices)
    feed.addItem({
      id: `urn:uuid:${report.id}`,
      title: `${t[report.kind].fa}: ${title.fa} · ${t[report.kind].en}: ${title.en}`,
      link: linkOf(report, origin),
      date: dateOf(report.updatedAt),
      published: dateOf(report.filedAt),
      content: contentOf(report),
      category: [{ term: report.state }, { term: report.kind }, { term: report.authority }]
    })
  }
  return feed
}

function titleOf({ authority, component }: ListedReport, choices: readonly Choice[]) {
  const known = choices.find((each) => each.authority === authority && each.component === component)
  return known?.title ?? choiceMessages.entries.unknown
}

function linkOf({ service }: ListedReport, origin: string): string {
  return service === null ? `${origin}/status` : `${origin}/services/${service}`
}

function contentOf({ state, closedReason, outage }: ListedReport): string {
  const t = trackMessages.entries
  const reason = closedReason === null ? null : closedReasonMessages.entries[closedReason]
  const known = outage === null ? null : closedReasonMessages.entries['was-outage']
  return html`<p dir="rtl" lang="fa">${t[state].fa}. ${reason?.fa} ${known?.fa}</p>
    <p dir="ltr" lang="en">${t[state].en}. ${reason?.en} ${known?.en}</p>`.toString()
}

/** The library takes its times in the old form only. */
function dateOf(at: Temporal.Instant): Date {
  // oxlint-disable-next-line no-restricted-globals -- nothing is computed with it
  return new Date(at.epochMilliseconds)
}
