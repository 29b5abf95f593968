import type { Bilingual } from '../../platform/index.ts'
import { type ComponentStatus, countStates } from './board.ts'

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

/** Id of the one page of an installation. */
export const pageId = 'peyman-status'

/** Unique over all authorities. */
export function componentId({ authority, id }: ComponentStatus['component']): string {
  return `${authority}/${id}`
}

/** An authority, as a group of components. */
export function groupOf(
  { id, title, position }: { id: string; title: Bilingual; position: number },
  own: readonly ComponentStatus[]
) {
  return {
    id,
    name: title.en,
    status: groupWord(own),
    created_at: earliest(own.map(({ component }) => component.addedAt)),
    updated_at: latest(own.flatMap(changedAt)),
    position,
    description: title.fa,
    showcase: false,
    start_date: null,
    group_id: null,
    page_id: pageId,
    group: true,
    only_show_if_degraded: false,
    components: own.map(({ component }) => componentId(component))
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

/** One component. */
export function componentOf(row: ComponentStatus, position: number) {
  const { component, title, state } = row
  const unknown = 'State unknown: there is no result of a probe.'
  return {
    id: componentId(component),
    name: title.en,
    status: words[state],
    created_at: component.addedAt.toString(),
    updated_at: latest(changedAt(row)),
    position,
    description: state === 'unknown' ? `${title.fa}. ${unknown}` : title.fa,
    showcase: true,
    start_date: component.addedAt.toZonedDateTimeISO('Asia/Tehran').toPlainDate().toString(),
    group_id: component.authority,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false
  }
}

/** Everything that was known to change a component: its outages and its silence. */
function changedAt({ component, outage, unknownSince, record }: ComponentStatus) {
  const ends = record.outages.flatMap(({ value }) => [value.from, value.to])
  const known = [outage?.knownAt, unknownSince, ...ends]
  const past = known.flatMap((at) => (at && at.epochMilliseconds / 1000 <= record.now ? [at] : []))
  // A record counts whole seconds, and a component may be younger than the last of them.
  return [component.addedAt, ...past]
}

function latest(all: readonly Temporal.Instant[]): string {
  return all.reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a)).toString()
}

function earliest(all: readonly Temporal.Instant[]): string {
  return all.reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? b : a)).toString()
}
