import { type Board, countStates } from './board.ts'
import { componentOf, groupOf, pageId } from './statuspage-components.ts'
import { incidentOf, maintenanceOf } from './statuspage-incidents.ts'

/** Where the page is. */
export interface PageIdentity {
  readonly origin: string
}

/**
 * The files of Statuspage's API v2 by their names, all of one moment; fields and words are its own,
 * everything in English, as its readers expect.
 */
export function statuspageFiles(board: Board, identity: PageIdentity) {
  const { page, components, incidents, maintenances } = partsOf(board, identity)
  const unresolved = incidents.filter(({ resolved_at: resolvedAt }) => resolvedAt === null)
  const active = maintenances.filter(({ status }) => status === 'in_progress')
  const upcoming = maintenances.filter(({ status }) => status === 'scheduled')
  const status = statusOf(board)
  return {
    'summary.json': {
      page,
      status,
      components,
      incidents: unresolved,
      scheduled_maintenances: maintenances
    },
    'status.json': { page, status },
    'components.json': { page, components },
    'incidents.json': { page, incidents },
    'incidents/unresolved.json': { page, incidents: unresolved },
    'scheduled-maintenances.json': { page, scheduled_maintenances: maintenances },
    'scheduled-maintenances/active.json': { page, scheduled_maintenances: active },
    'scheduled-maintenances/upcoming.json': { page, scheduled_maintenances: upcoming }
  }
}

function partsOf({ at, authorities }: Board, { origin }: PageIdentity) {
  const components = authorities.flatMap(({ authority: { id, title }, components: own }, i) => [
    groupOf({ id, title, position: i + 1 }, own),
    ...own.map((row, place) => componentOf(row, place + 1))
  ])
  const incidents = authorities.flatMap(({ outages, courses, components: own }) =>
    outages.map((outage) =>
      incidentOf(outage, { components: own, course: courses.get(outage.id) ?? [], origin })
    )
  )
  const maintenances = authorities.flatMap(({ planned, components: own }) =>
    planned.map((each) => maintenanceOf(each, own, { origin, at }))
  )
  const page = {
    id: pageId,
    name: 'Peyman',
    url: `${origin}/en/status`,
    time_zone: authorities[0]?.authority.timeZone ?? 'Asia/Tehran',
    updated_at: at.toString()
  }
  return { page, components, incidents, maintenances }
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
