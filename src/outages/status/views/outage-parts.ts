import { formatCount } from '../../../kernel/persian/index.ts'
import {
  type Html,
  type KeyValue,
  type View,
  card,
  formHref,
  html,
  keyValues,
  link,
  table,
  tag,
  timeline
} from '../../../platform/html/index.ts'
import type { Bilingual } from '../../../platform/index.ts'
import { causeNames } from '../../outages/messages.ts'
import type { Outage } from '../../outages/outage.ts'
import type { AuthorityStatus } from '../board.ts'
import { componentMessages } from '../messages-component.ts'
import { messages } from '../messages.ts'
import { type PlannedInterruption } from '../planned-source.ts'
import type { CourseEntry } from '../watching-store.ts'
import { monthPath, lengthText, timeText } from './marks.ts'

/** Names of the components of one authority. */
export type Names = ReadonlyMap<string, Bilingual>

/** The names of what a page shows. */
export function namesOf({ components }: AuthorityStatus): Names {
  return new Map(components.map(({ component, title }) => [component.id, title]))
}

/** «نرم‌افزار», "software". */
export function causeText(view: View, { cause }: Pick<Outage, 'cause'>): string {
  return causeNames[cause][view.lang]
}

/** An outage that lasts, with its course so far. */
export function openOutageCard(view: View, outage: Outage, status: AuthorityStatus): Html {
  const t = messages.in(view.lang)
  const since = Math.floor(outage.from.until(view.now).total('seconds'))
  const rows: KeyValue[] = [
    { key: t.from, value: `${timeText(view, outage.from)} (${lengthText(view, since)})` },
    { key: t.known, value: knownText(view, outage) },
    { key: t.cause, value: causeText(view, outage) },
    ...(outage.scope === null ? [] : [{ key: t.scope, value: outage.scope[view.lang] }]),
    { key: t.expectedReturn, value: timeOr(view, outage.expectedReturnAt, t.notSaid) },
    { key: t.nextUpdate, value: timeOr(view, outage.nextUpdateAt, t.notSaid) }
  ]
  return card(view, {
    title: namesOf(status).get(outage.component)?.[view.lang] ?? outage.component,
    tone: 'broken',
    badge: tag({ tone: 'broken', icon: 'cross', text: t.outage }),
    body: html`${keyValues(rows, { dense: true })}${course(view, status.courses.get(outage.id))}`,
    ...(outage.notice !== null && { footer: noticeLink(view, outage.notice) })
  })
}

/** What was said of it so far, the newest first; that it was opened stands above already. */
function course(view: View, entries: readonly CourseEntry[] = []): Html | false {
  const t = componentMessages.in(view.lang)
  const told = entries.filter(({ kind, text }) => kind !== 'opened' && text !== null)
  return (
    told.length > 0 &&
    html`<div class="mt-3">
      ${timeline({
        label: t.course,
        entries: told.toReversed().map(({ at, text, kind }) => ({
          title: t[kind],
          at: timeText(view, at),
          iso: at.toString(),
          body: text?.[view.lang]
        }))
      })}
    </div>`
  )
}

/** When it was known, and how. */
export function knownText(view: View, { knownAt, automatic, vantagePoints }: Outage): string {
  const t = messages.in(view.lang)
  const places = formatCount(vantagePoints, { fa: 'نقطه پایش', en: 'vantage point' }, view.lang)
  const how = automatic ? t.seenFrom(places) : t.byPeople
  return `${timeText(view, knownAt)} · ${how}`
}

function timeOr(view: View, at: Temporal.Instant | null, otherwise: string): string {
  return at === null ? otherwise : timeText(view, at)
}

function noticeLink(view: View, id: string): Html {
  return link(view, { href: `/notices/${id}`, text: messages.in(view.lang).notice })
}

/** A planned outage to come or under way. */
export function plannedCard(view: View, planned: PlannedInterruption, names: Names): Html {
  const t = messages.in(view.lang)
  const { from, to } = planned.window
  const seconds = from.until(to).total('seconds')
  const what = planned.components.map((id) => names.get(id)?.[view.lang] ?? id)
  return card(view, {
    title: what.join(view.lang === 'fa' ? '، ' : ', '),
    tone: 'info',
    badge: tag({ tone: 'info', icon: 'calendar', text: t.keyPlanned }),
    body: keyValues(
      [
        { key: t.from, value: timeText(view, from) },
        { key: t.to, value: timeText(view, to) },
        { key: t.length, value: lengthText(view, seconds) }
      ],
      { dense: true }
    ),
    ...(planned.notice !== null && { footer: noticeLink(view, planned.notice) })
  })
}

/** The outages of the last days, those that last included. */
export function historyTable(
  view: View,
  { authority, outages, components }: AuthorityStatus,
  limit: number
): Html {
  const t = messages.in(view.lang)
  const byId = new Map(components.map((each) => [each.component.id, each]))
  const query = `authority=${authority.id}`
  return table(view, {
    caption: t.history,
    captionHidden: true,
    dense: true,
    rows: outages.slice(0, limit),
    empty: t.noHistory,
    exports: [
      { href: `/status/outages.csv?${query}`, text: 'CSV' },
      { href: `/status/outages.json?${query}`, text: 'JSON' }
    ],
    columns: [
      {
        key: 'component',
        title: t.component,
        cell: (outage) => {
          const known = byId.get(outage.component)
          if (known === undefined) return outage.component
          const href = `${monthPath(known.component, monthKey(outage.from, authority.timeZone))}#${outage.id}`
          return html`<a class="link" href="${formHref(view, href)}">${known.title[view.lang]}</a>`
        }
      },
      { key: 'from', title: t.from, cell: ({ from }) => timeText(view, from) },
      { key: 'to', title: t.to, cell: ({ to }) => timeOr(view, to, t.lasts) },
      {
        key: 'length',
        title: t.length,
        cell: ({ from, to }) =>
          lengthText(view, Math.floor(from.until(to ?? view.now).total('seconds')))
      },
      { key: 'cause', title: t.cause, cell: (outage) => causeText(view, outage) }
    ]
  })
}

/** `1405-09`: the Jalali month of an instant. */
export function monthKey(at: Temporal.Instant, zone: string): string {
  const { year, month } = at.toZonedDateTimeISO(zone).withCalendar('persian')
  return `${String(year)}-${String(month).padStart(2, '0')}`
}
