import { formatNumber } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  alert,
  html,
  keyValues,
  layout,
  link,
  pageHead
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { causeNames } from '../messages.ts'
import { publicTexts } from '../messages-pages.ts'
import type { Outage } from '../outage.ts'
import { type OutageCourse, courseSection } from './outage-course.ts'
import { lengthText, outageBadge, toTheSecond } from './outage-words.ts'

/** An outage as everyone reads it. */
export interface ShownOutage {
  readonly outage: Outage
  /** What the component is called. */
  readonly title: Bilingual
  /** What the authority is called. */
  readonly authority: Bilingual
  readonly course: OutageCourse
  /** Failure reports that tell of it. */
  readonly reports: number
}

/** The public page of one outage. */
export function publicOutagePage(view: View, shown: ShownOutage): Html {
  const t = publicTexts.in(view.lang)
  const { outage, title, authority } = shown
  const name = t.title(title[view.lang])
  return layout(view, {
    title: name,
    breadcrumbs: [
      { href: '/status', text: t.status },
      { href: `/outages/${outage.id}`, text: name }
    ],
    body: html`${pageHead({
      title: name,
      above: authority[view.lang],
      badge: outageBadge(view, outage)
    })}
    ${outage.void && alert(view, { kind: 'info', still: true, body: t.void })}
    ${keyValues(outageFacts(view, shown))} ${courseSection(view, shown.course)}`
  })
}

/** What is known of an outage, line by line. */
export function outageFacts(
  view: View,
  { outage, title, course, reports }: ShownOutage
): KeyValue[] {
  const t = publicTexts.in(view.lang)
  const { lang } = view
  const time = (at: Temporal.Instant) => toTheSecond(view, at, course.zone)
  const isOpen = outage.to === null && !outage.void
  return [
    { key: t.what, value: title[lang] },
    { key: t.since, value: time(outage.from) },
    { key: t.until, value: outage.to === null ? t.lasts : time(outage.to) },
    { key: t.length, value: lengthText(view, outage, view.now) },
    { key: t.cause, value: causeNames[outage.cause][lang] },
    ...(outage.scope === null ? [] : [{ key: t.scope, value: outage.scope[lang] }]),
    {
      key: t.foundBy,
      value: outage.automatic ? t.byProbes(formatNumber(outage.vantagePoints, lang)) : t.byPeople
    },
    ...(isOpen ? newsOf(view, outage, time) : []),
    ...(outage.note === null ? [] : [{ key: t.note, value: outage.note[lang] }]),
    ...linksOf(view, outage),
    ...(reports === 0
      ? []
      : [{ key: t.reports, value: t.reportCount(formatNumber(reports, lang)) }])
  ]
}

function newsOf(
  view: View,
  { expectedReturnAt, nextUpdateAt }: Outage,
  time: (at: Temporal.Instant) => string
): KeyValue[] {
  const t = publicTexts.in(view.lang)
  const expected = expectedReturnAt === null ? t.expectedUnknown : time(expectedReturnAt)
  return [
    { key: t.expected, value: expected },
    ...(nextUpdateAt === null ? [] : [{ key: t.nextUpdate, value: time(nextUpdateAt) }])
  ]
}

function linksOf(view: View, { notice, planned }: Outage): KeyValue[] {
  const t = publicTexts.in(view.lang)
  const to = (href: string, text: string) => link(view, { href, text })
  return [
    ...(notice === null ? [] : [{ key: t.notice, value: to(`/notices/${notice}`, t.showNotice) }]),
    ...(planned === null
      ? []
      : [{ key: t.planned, value: to(`/planned/${planned}`, t.showPlanned) }])
  ]
}
