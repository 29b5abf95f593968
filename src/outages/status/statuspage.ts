import type { Bilingual } from '../../platform/index.ts'
import type { Outage } from '../outages/outage.ts'
import { type Board, type ComponentStatus, countStates } from './board.ts'
import { causeMessages } from './messages-component.ts'
import type { PlannedInterruption } from './planned-source.ts'

// The words and fields of Statuspage's API v2, which many tools read; everything in English, as theirs.

/** Words of Statuspage for a component; `''` is its word for one without a status: nobody knows. */
export type ComponentWord =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage'
  | 'under_maintenance'
  | ''

const words: Readonly<Record<ComponentStatus['state'], ComponentWord>> = {
  up: 'operational',
  degraded: 'degraded_performance',
  down: 'major_outage',
  planned: 'under_maintenance',
  unknown: ''
}

/** Where the page is, and since when nothing changed. */
export interface PageIdentity {
  readonly origin: string
}

/** `GET /status/api/v2/summary.json`. */
export function summaryOf(board: Board, identity: PageIdentity) {
  const all = partsOf(board, identity)
  return {
    page: all.page,
    status: statusOf(board),
    components: all.components,
    incidents: all.incidents.filter(({ resolved_at: resolvedAt }) => resolvedAt === null),
    scheduled_maintenances: all.maintenances
  }
}

/** The other files of the API, by their names; all of one moment. */
export function statuspageFiles(board: Board, identity: PageIdentity) {
  const all = partsOf(board, identity)
  const unresolved = all.incidents.filter(({ resolved_at: resolvedAt }) => resolvedAt === null)
  const active = all.maintenances.filter(({ status }) => status === 'in_progress')
  const upcoming = all.maintenances.filter(({ status }) => status === 'scheduled')
  const { page } = all
  return {
    'summary.json': summaryOf(board, identity),
    'status.json': { page, status: statusOf(board) },
    'components.json': { page, components: all.components },
    'incidents.json': { page, incidents: all.incidents },
    'incidents/unresolved.json': { page, incidents: unresolved },
    'scheduled-maintenances.json': { page, scheduled_maintenances: all.maintenances },
    'scheduled-maintenances/active.json': { page, scheduled_maintenances: active },
    'scheduled-maintenances/upcoming.json': { page, scheduled_maintenances: upcoming }
  }
}

const pageId = 'peyman-status'

function partsOf(board: Board, { origin }: PageIdentity) {
  const components = board.authorities.flatMap(({ authority, components: own }) => [
    groupOf(authority.id, authority.title, own),
    ...own.map((row, i) => componentOf(row, i + 1))
  ])
  const incidents = board.authorities.flatMap(({ outages, components: own }) =>
    outages.map((outage) => incidentOf(outage, own, origin))
  )
  const maintenances = board.authorities.flatMap(({ planned, components: own }) =>
    planned.map((each) => maintenanceOf(each, own, { origin, at: board.at }))
  )
  const page = {
    id: pageId,
    name: 'Peyman',
    url: `${origin}/en/status`,
    time_zone: board.authorities[0]?.authority.timeZone ?? 'Asia/Tehran',
    updated_at: board.at.toString()
  }
  return { page, components, incidents, maintenances }
}

function groupOf(id: string, title: Bilingual, own: readonly ComponentStatus[]) {
  return {
    id,
    name: title.en,
    status: groupWord(own),
    created_at: earliest(own.map(({ component }) => component.addedAt)),
    updated_at: latest(own.flatMap(changedAt)),
    position: 1,
    description: null,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: pageId,
    group: true,
    only_show_if_degraded: false,
    components: own.map(({ component }) => idOf(component))
  }
}

/** The worst of a group; one part of several that is down is a partial outage. */
function groupWord(own: readonly ComponentStatus[]): ComponentWord {
  const counts = countStates(own)
  if (counts.down === own.length) return 'major_outage'
  if (counts.down > 0) return 'partial_outage'
  if (counts.degraded > 0) return 'degraded_performance'
  if (counts.planned > 0) return 'under_maintenance'
  return counts.unknown > 0 ? '' : 'operational'
}

function componentOf(row: ComponentStatus, position: number) {
  const { component, title, state } = row
  return {
    id: idOf(component),
    name: title.en,
    status: words[state],
    created_at: component.addedAt.toString(),
    updated_at: latest(changedAt(row)),
    position,
    description: state === 'unknown' ? 'State unknown: there is no result of a probe.' : title.fa,
    showcase: true,
    start_date: dayOf(component.addedAt),
    group_id: component.authority,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false
  }
}

/** Everything that was known to change a component: its outages and its silence. */
function changedAt({ component, outage, unknownSince, record }: ComponentStatus) {
  const ends = record.outages.flatMap(({ value }) => [value.from, value.to])
  const known = [component.addedAt, outage?.knownAt, unknownSince, ...ends]
  return known.flatMap((at) => (at && at.epochMilliseconds / 1000 <= record.now ? [at] : []))
}

function incidentOf(outage: Outage, components: readonly ComponentStatus[], origin: string) {
  const affected = components.filter(({ component }) => component.id === outage.component)
  const name = affected[0]?.title.en ?? outage.component
  const updates = updatesOf(outage, affected)
  return {
    id: outage.id,
    name: `Outage: ${name}`,
    status:
      outage.to !== null ? 'resolved' : outage.cause === 'unknown' ? 'investigating' : 'identified',
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

function shortlinkOf(notice: string | null, origin: string): string {
  return notice === null ? `${origin}/en/status` : `${origin}/en/notices/${notice}`
}

/** Newest first, as Statuspage lists them. */
function updatesOf(outage: Outage, affected: readonly ComponentStatus[]) {
  const cause = causeMessages.entries[outage.cause].en
  const update = (kind: string, at: Temporal.Instant, body: string) => ({
    id: `${outage.id}-${kind}`,
    status: kind,
    body,
    incident_id: outage.id,
    created_at: at.toString(),
    updated_at: at.toString(),
    display_at: at.toString(),
    affected_components: affected.map(({ component, title }) => ({
      code: idOf(component),
      name: title.en,
      old_status: kind === 'resolved' ? 'major_outage' : 'operational',
      new_status: kind === 'resolved' ? 'operational' : 'major_outage'
    })),
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null
  })
  const expected = outage.expectedReturnAt
  const opened = update(
    outage.cause === 'unknown' || outage.to !== null ? 'investigating' : 'identified',
    outage.knownAt,
    [
      `Down since ${outage.from.toString()}. Cause: ${cause}.`,
      ...(outage.scope === null ? [] : [outage.scope.en]),
      ...(expected === null ? [] : [`Expected back at ${expected.toString()}.`])
    ].join(' ')
  )
  if (outage.to === null) return [opened]
  const told = outage.closedKnownAt ?? outage.to
  const note = outage.note === null ? '' : ` ${outage.note.en}`
  return [update('resolved', told, `Up again since ${outage.to.toString()}.${note}`), opened]
}

function maintenanceOf(
  planned: PlannedInterruption,
  components: readonly ComponentStatus[],
  { origin, at }: { readonly origin: string; readonly at: Temporal.Instant }
) {
  const affected = components.filter(({ component }) => planned.components.includes(component.id))
  const { from, to } = planned.window
  const status = Temporal.Instant.compare(from, at) <= 0 ? 'in_progress' : 'scheduled'
  const changed = planned.changedAt.toString()
  const body = planned.words?.en ?? `From ${from.toString()} to ${to.toString()}.`
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
        body,
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

/**
 * The blended status: `critical` where all is down, `major` where something is, `minor` where something
 * is not as it should be or nobody knows. `none` is said only where everything is known to be up.
 */
function statusOf({ authorities }: Board) {
  const components = authorities.flatMap((each) => each.components)
  const counts = countStates(components)
  if (components.length === 0) return say('minor', 'Nothing is watched')
  if (counts.down === components.length) return say('critical', 'Major System Outage')
  if (counts.down > 0) return say('major', 'Partial System Outage')
  if (counts.degraded > 0) return say('minor', 'Partially Degraded Service')
  if (counts.unknown > 0) {
    const n = `${String(counts.unknown)} of ${String(components.length)}`
    return say('minor', `No outage is known; the state of ${n} components is unknown`)
  }
  if (counts.planned > 0) return say('maintenance', 'Service Under Maintenance')
  return say('none', 'All Systems Operational')
}

function say(indicator: string, description: string) {
  return { indicator, description }
}

/** Unique over all authorities. */
function idOf({ authority, id }: ComponentStatus['component']): string {
  return `${authority}/${id}`
}

function dayOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Tehran').toPlainDate().toString()
}

function latest(all: readonly Temporal.Instant[]): string {
  return all.reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a)).toString()
}

function earliest(all: readonly Temporal.Instant[]): string {
  return all.reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? b : a)).toString()
}
