import { formatJalaliDateTime } from '../../../kernel/persian/index.ts'
import type { Speaks } from '../../../platform/html/index.ts'
import { choiceMessages } from '../messages-choices.ts'
import { reportFormMessages } from '../messages-form.ts'
import { receiptMessages } from '../messages-receipt.ts'
import { reportZone } from '../receipt-text.ts'
import type { Choice, ReportChannel, ReportKind } from '../report.ts'

/** An instant as people of the desk read it. */
export function moment(view: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang, reportZone)
}

/** The local time to the second in the Gregorian calendar. */
export function gregorianMoment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(reportZone).toPlainDateTime()
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ')
}

/** The name of a kind. */
export function kindName(view: Speaks, kind: ReportKind): string {
  return reportFormMessages.in(view.lang)[kind]
}

/** The way by which a report came. */
export function channelName(view: Speaks, channel: ReportChannel): string {
  const t = receiptMessages.in(view.lang)
  const names: Record<ReportChannel, string> = {
    site: t.channelSite,
    'report-desk': t.channelReportDesk,
    open311: t.channelOpen311,
    counter: t.channelCounter
  }
  return names[channel]
}

/** What a report is about, by the list as it is now; its code where it is not listed any more. */
export function aboutName(
  view: Speaks,
  of: { readonly authority: string; readonly component: string | null },
  choices: readonly Choice[]
): string {
  const found = choices.find(
    ({ authority, component }) => authority === of.authority && component === of.component
  )
  return found?.title[view.lang] ?? of.component ?? choiceMessages.in(view.lang).unknown
}
