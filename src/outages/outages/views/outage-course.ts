import { publicLog } from '../../../ledger/index.ts'
import {
  type Content,
  type Html,
  type TimelineEntry,
  type View,
  html,
  section,
  timeline
} from '../../../platform/html/index.ts'
import type { OutageEntry } from '../entry-store.ts'
import { causeNames, reasonNames } from '../messages.ts'
import { publicTexts } from '../messages-pages.ts'
import { correctionReasons, outageCauses } from '../outage.ts'
import { toTheSecond } from './outage-words.ts'

/** What happened to an outage, and where each of it stands in the log. */
export interface OutageCourse {
  readonly entries: readonly OutageEntry[]
  /** Leaves of facts, by the id of the fact. */
  readonly leaves: ReadonlyMap<string, publicLog.PublishedLeaf>
  readonly zone: string
}

const looks = {
  opened: { tone: 'broken', icon: 'cross' },
  updated: { tone: 'info', icon: 'info' },
  closed: { tone: 'kept', icon: 'check' },
  corrected: { tone: 'risk', icon: 'pencil' }
} as const

/** The course of an outage, the newest last, each event with its leaf. */
export function courseSection(view: View, course: OutageCourse): Html {
  const t = publicTexts.in(view.lang)
  return section({
    title: t.course,
    lead: t.courseLead,
    body: timeline({
      label: t.course,
      entries: course.entries.map((entry) => entryOf(view, entry, course))
    })
  })
}

function entryOf(view: View, entry: OutageEntry, { leaves, zone }: OutageCourse): TimelineEntry {
  const t = publicTexts.in(view.lang)
  const said = saidOf(view, entry, zone)
  return {
    ...looks[entry.kind],
    title: t[entry.kind],
    at: toTheSecond(view, entry.at, zone),
    iso: entry.at.toString(),
    by: entry.actor.startsWith('system:') ? t.bySystem : t.byStaff,
    body: html`${said.map((line) => html`<p>${line}</p>`)}
      ${entry.text !== null && html`<p>${entry.text[view.lang]}</p>`}
      <p>${publicLog.leafLink(view, leaves.get(entry.fact))}</p>`
  }
}

function saidOf(view: View, { kind, body, at }: OutageEntry, zone: string): Content[] {
  const t = publicTexts.in(view.lang)
  const time = (value: unknown) =>
    typeof value === 'string' ? toTheSecond(view, Temporal.Instant.from(value), zone) : t.lasts
  const cause = outageCauses.find((each) => each === body.cause)
  const causeLine = cause === undefined ? [] : [`${t.cause}: ${causeNames[cause][view.lang]}`]
  switch (kind) {
    case 'opened':
      return causeLine
    case 'closed':
      return []
    case 'updated':
      return [
        ...causeLine,
        ...(typeof body.expectedReturnAt === 'string'
          ? [`${t.expected}: ${time(body.expectedReturnAt)}`]
          : []),
        ...(typeof body.nextUpdateAt === 'string'
          ? [`${t.nextUpdate}: ${time(body.nextUpdateAt)}`]
          : [])
      ]
    case 'corrected':
    default: {
      const reason = correctionReasons.find((each) => each === body.reason)
      const now =
        body.void === true ? t.madeVoid : t.correctedTo(time(body.from), time(body.to ?? at))
      return [...(reason === undefined ? [] : [reasonNames[reason][view.lang]]), now]
    }
  }
}
