import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { type Named, titleOf, whatOf } from './notice-text.ts'
import { calendarTexts } from './messages-pages.ts'
import type { Planned } from './planned.ts'

/** What a calendar of planned outages is made from. */
export interface OutagesCalendar {
  readonly origin: string
  /** The earliest first; cancelled ones too, so that they leave the calendars that have them. */
  readonly planned: readonly { readonly planned: Planned; readonly named: Named }[]
}

/**
 * Planned outages and suspensions as iCalendar (RFC 5545). The id of a plan is its UID for good; each move
 * and the cancellation raise SEQUENCE, so that calendars take the newer word. Both languages stand in it.
 */
export function outagesCalendar({ origin, planned }: OutagesCalendar): string {
  const { name, description } = calendarTexts.entries
  const calendar = ical({
    name: `${name.fa} · ${name.en}`,
    description: `${description.fa} ${description.en}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Peyman', product: 'planned outages', language: 'FA' },
    source: `${origin}/outages.ics`,
    url: `${origin}/outages.ics`,
    ttl: 3600
  })
  for (const each of planned) addEvent(calendar, origin, each)
  return calendar.toString()
}

function addEvent(
  calendar: ReturnType<typeof ical>,
  origin: string,
  { planned, named }: OutagesCalendar['planned'][number]
): void {
  const { id, kind, components, from, to, words, sequence, announcedAt, changedAt } = planned
  const title = titleOf(kind, components, named)
  const what = whatOf(kind, components, named)
  const { fa, en } = named.authority.title
  calendar.createEvent({
    id: `${id}@${new URL(origin).hostname}`,
    sequence,
    start: from,
    end: to,
    stamp: changedAt,
    created: announcedAt,
    lastModified: changedAt,
    status: planned.cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: `${title.fa} · ${title.en}`,
    description: [what.fa, words?.fa, '', what.en, words?.en]
      .filter((line) => line !== undefined)
      .join('\n'),
    location: `${fa} · ${en}`,
    url: `${origin}/planned/${id}`
  })
}
