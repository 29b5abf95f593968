import {
  formatDuration,
  formatJalaliDate,
  formatJalaliDateTime,
  formatTime
} from '../../../kernel/persian/index.ts'
import { noticeSeconds } from '../../../kernel/worktime/index.ts'
import {
  type Html,
  type Speaks,
  type View,
  badge,
  field,
  html,
  table
} from '../../../platform/html/index.ts'
import type { FieldProblem } from '../../../platform/index.ts'
import { deskTexts, plannedWords, publicTexts } from '../messages-pages.ts'
import type { Planned } from '../planned.ts'
import { type PlannedState, plannedState, verdictOf } from '../planned.ts'

const looks = {
  announced: 'planned',
  'under-way': 'running',
  over: 'complete',
  cancelled: 'withdrawn'
} as const satisfies Record<PlannedState, string>

/** Where a planned outage stands, as a word with its colour. */
export function stateBadge(view: Speaks, planned: Planned, now: Temporal.Instant): Html {
  const state = plannedState(planned, now)
  return badge(view, looks[state], plannedWords.in(view.lang)[state])
}

/** An instant in words. */
export function moment(view: Speaks, at: Temporal.Instant): string {
  return formatJalaliDateTime(at, view.lang)
}

/** From when to when. */
export function spanText(
  view: Speaks,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
): string {
  const isOneDay = formatJalaliDate(from, view.lang) === formatJalaliDate(to, view.lang)
  const end = isOneDay ? formatTime(to, view.lang) : moment(view, to)
  return plannedWords.in(view.lang).span(moment(view, from), end)
}

/** Whether the 72 hours were kept, and why; what is to come where they have not begun. */
export function verdictText(view: Speaks, planned: Planned): string {
  const t = plannedWords.in(view.lang)
  const { valid, reason, leadSeconds, exempt } = verdictOf(planned)
  if (!valid && reason !== null) {
    const by = planned.from.subtract({ seconds: noticeSeconds })
    const isWaiting = reason === 'notice-not-seen' && planned.cancelledAt === null
    return isWaiting ? `${t[reason]} ${t.seenBy(moment(view, by))}` : t[reason]
  }
  const lead = t.valid(formatDuration(leadSeconds ?? 0, view.lang))
  const isPart = exempt !== null && Temporal.Instant.compare(exempt.to, planned.to) < 0
  return isPart ? `${lead} ${t.partly(moment(view, exempt.to))}` : lead
}

/** The rule of 72 hours in one word, for lists. */
export function verdictBadge(view: Speaks, planned: Planned): Html {
  const t = deskTexts.in(view.lang)
  const { valid, reason } = verdictOf(planned)
  if (valid) return badge(view, 'kept', t.validShort)
  return reason === 'notice-not-seen'
    ? badge(view, 'at-risk', t.waitsShort)
    : badge(view, 'broken', t.voidShort)
}

/** Every time that was announced, and when each was seen. */
export function announcementTable(view: View, planned: Planned): Html {
  const t = publicTexts.in(view.lang)
  return table(view, {
    caption: t.history,
    captionHidden: true,
    rows: planned.announcements,
    columns: [
      { key: 'when', title: t.when, cell: (each) => spanText(view, each) },
      { key: 'announced', title: t.announcedAt, cell: (each) => moment(view, each.announcedAt) },
      {
        key: 'seen',
        title: t.seenAt,
        cell: ({ seenAt }) => (seenAt === null ? t.notSeen : moment(view, seenAt))
      }
    ]
  })
}

/** What was typed into the fields of a time. */
export interface TypedWindow {
  readonly fromDate?: string | undefined
  readonly fromTime?: string | undefined
  readonly toDate?: string | undefined
  readonly toTime?: string | undefined
}

/** The four fields of a time. */
export function windowFields(
  view: View,
  typed: TypedWindow,
  problems: readonly FieldProblem[]
): Html {
  const t = deskTexts.in(view.lang)
  const time = (name: string, label: string, value: string | undefined) =>
    field(view, {
      type: 'text',
      name,
      label,
      help: t.timeHelp,
      value,
      problems,
      width: 'short',
      attributes: { dir: 'ltr', inputmode: 'numeric' }
    })
  const date = (name: string, label: string, value: string | undefined) =>
    field(view, { type: 'jalali-date', name, label, value, problems })
  return html`<div class="flex flex-wrap gap-4">
      ${date('from.date', t.fromDate, typed.fromDate)}${time('from.time', t.fromTime, typed.fromTime)}
    </div>
    <div class="flex flex-wrap gap-4">
      ${date('to.date', t.toDate, typed.toDate)}${time('to.time', t.toTime, typed.toTime)}
    </div>`
}

/** The explanation in both languages. */
export function wordsFields(
  view: View,
  typed: { readonly fa?: string | undefined; readonly en?: string | undefined },
  problems: readonly FieldProblem[]
): Html {
  const t = deskTexts.in(view.lang)
  return html`${field(view, {
    type: 'paragraph',
    name: 'words.fa',
    label: t.wordsFa,
    help: t.wordsHelp,
    value: typed.fa,
    required: false,
    problems,
    attributes: { dir: 'rtl', lang: 'fa' }
  })}
  ${field(view, {
    type: 'paragraph',
    name: 'words.en',
    label: t.wordsEn,
    value: typed.en,
    required: false,
    problems,
    attributes: { dir: 'ltr', lang: 'en' }
  })}`
}
