import { causeNames } from '../outages/messages.ts'
import type { Outage } from '../outages/outage.ts'
import type { ComponentStatus } from './board.ts'
import type { PlannedInterruption } from './planned-source.ts'
import { componentId, componentOf, pageId } from './statuspage-components.ts'
import type { CourseEntry } from './watching-store.ts'

/** What an incident is made from. */
export interface IncidentParts {
  /** All components of the authority. */
  readonly components: readonly ComponentStatus[]
  readonly course: readonly CourseEntry[]
  readonly origin: string
}

/** An outage, as an incident with its updates. */
export function incidentOf(outage: Outage, { components, course, origin }: IncidentParts) {
  const affected = components.filter(({ component }) => component.id === outage.component)
  const updates = updatesOf(outage, course, affected)
  return {
    id: outage.id,
    name: `Outage: ${affected[0]?.title.en ?? outage.component}`,
    status: outage.to === null ? openWord(outage) : 'resolved',
    created_at: outage.knownAt.toString(),
    updated_at: updates[0]!.updated_at,
    monitoring_at: null,
    resolved_at: outage.to?.toString() ?? null,
    impact: 'major',
    shortlink: shortlinkOf(outage.notice, origin),
    started_at: outage.from.toString(),
    page_id: pageId,
    incident_updates: updates,
    components: affected.map((row) => componentOf(row, components.indexOf(row) + 1))
  }
}

function openWord({ cause }: Outage): 'investigating' | 'identified' {
  return cause === 'unknown' ? 'investigating' : 'identified'
}

function shortlinkOf(notice: string | null, origin: string): string {
  return notice === null ? `${origin}/en/status` : `${origin}/en/notices/${notice}`
}

interface UpdateText {
  readonly id: string
  readonly status: string
  readonly body: string
  readonly at: Temporal.Instant
}

/** Newest first, as Statuspage lists them; from what was said of the outage, else from what is known. */
function updatesOf(
  outage: Outage,
  course: readonly CourseEntry[],
  affected: readonly ComponentStatus[]
) {
  const told =
    course.length === 0 ? withoutCourse(outage) : course.map((each) => said(outage, each))
  return told.toReversed().map(({ id, status, body, at }) => ({
    id,
    status,
    body,
    incident_id: outage.id,
    created_at: at.toString(),
    updated_at: at.toString(),
    display_at: at.toString(),
    affected_components: affected.map(({ component, title }) => ({
      code: componentId(component),
      name: title.en,
      old_status: status === 'investigating' ? 'operational' : 'major_outage',
      new_status: status === 'resolved' ? 'operational' : 'major_outage'
    })),
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null
  }))
}

function said(outage: Outage, { id, kind, at, text }: CourseEntry): UpdateText {
  const isOver = kind === 'closed' || (kind === 'corrected' && outage.to !== null)
  const status = kind === 'opened' ? 'investigating' : isOver ? 'resolved' : 'identified'
  const usual = {
    opened: openedText(outage),
    updated: outage.to === null ? `It goes on. ${expectedText(outage)}`.trim() : 'News.',
    closed: closedText(outage),
    corrected: `Corrected: ${closedText(outage)}`
  }
  return { id, status, body: text?.en ?? usual[kind], at }
}

function withoutCourse(outage: Outage): UpdateText[] {
  const { id, to, knownAt, closedKnownAt } = outage
  const opened = {
    id: `${id}-opened`,
    status: to === null ? openWord(outage) : 'investigating',
    body: openedText(outage),
    at: knownAt
  }
  if (to === null) return [opened]
  const body = closedText(outage)
  return [opened, { id: `${id}-closed`, status: 'resolved', body, at: closedKnownAt ?? to }]
}

function openedText(outage: Outage): string {
  const { from, cause, scope } = outage
  const parts = [`Down since ${from.toString()}.`, `Cause: ${causeNames[cause].en}.`, scope?.en]
  return [...parts.filter(Boolean), expectedText(outage)].join(' ').trim()
}

function expectedText({ expectedReturnAt }: Outage): string {
  return expectedReturnAt === null ? '' : `Expected back at ${expectedReturnAt.toString()}.`
}

function closedText({ from, to, note }: Outage): string {
  const span = `Down from ${from.toString()} to ${to?.toString() ?? 'now'}.`
  return note === null ? span : `${span} ${note.en}`
}

/** A planned outage to come or under way. */
export function maintenanceOf(
  planned: PlannedInterruption,
  components: readonly ComponentStatus[],
  { origin, at }: { readonly origin: string; readonly at: Temporal.Instant }
) {
  const affected = components.filter(({ component }) => planned.components.includes(component.id))
  const { from, to } = planned.window
  const status = Temporal.Instant.compare(from, at) <= 0 ? 'in_progress' : 'scheduled'
  const changed = planned.changedAt.toString()
  return {
    id: planned.id,
    name: `Planned: ${affected.map(({ title }) => title.en).join(', ') || planned.kind}`,
    status,
    created_at: planned.announcedAt.toString(),
    updated_at: changed,
    monitoring_at: null,
    resolved_at: null,
    impact: 'maintenance',
    shortlink: shortlinkOf(planned.notice, origin),
    started_at: from.toString(),
    page_id: pageId,
    incident_updates: [
      {
        id: `${planned.id}-scheduled`,
        status: 'scheduled',
        body: planned.words?.en ?? `From ${from.toString()} to ${to.toString()}.`,
        incident_id: planned.id,
        created_at: changed,
        updated_at: changed,
        display_at: changed,
        affected_components: null,
        deliver_notifications: true,
        custom_tweet: null,
        tweet_id: null
      }
    ],
    components: affected.map((row) => componentOf(row, components.indexOf(row) + 1)),
    scheduled_for: from.toString(),
    scheduled_until: to.toString()
  }
}
