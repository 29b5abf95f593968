import { setTimeout as pause } from 'node:timers/promises'
import { listServices } from '../../catalogue/index.ts'
import {
  type DaySpan,
  type MonthSpan,
  daysUpTo,
  monthsUpTo,
  reportsWindowSeconds
} from '../../kernel/status/index.ts'
import { type Authority, listAuthorities } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type Db,
  PushbackError,
  recently
} from '../../platform/index.ts'
import { componentsOf } from '../probes/component-store.ts'
import { blindSpots } from '../reports/list-store.ts'
import { availabilityTargets } from './availability-target.ts'
import { type AuthorityStatus, type Board, componentStatus } from './board.ts'
import { type History, readHistory, recordOf } from './component-record.ts'
import { componentTitle, inOrder } from './component-title.ts'
import { coursesOf, watchingOf } from './watching-store.ts'

/** How many days the bars show. */
export const barDays = 90

interface Spans {
  readonly at: Temporal.Instant
  readonly month: MonthSpan
  readonly days: readonly DaySpan[]
}

/** The database did not answer in the time that somebody who looks for the status waits. */
export class BoardLateError extends PushbackError {
  constructor() {
    super(boardSecondsMax)
  }
}

const boardSecondsMax = 3

/**
 * The board, or soon an error: a database that hangs must not keep people from the copy.
 * @throws {BoardLateError} If it takes longer than three seconds.
 */
export async function readBoardInTime(context: Pick<Context, 'db' | 'clock'>): Promise<Board> {
  const given = new AbortController()
  const late = pause(boardSecondsMax * 1000, null, { signal: given.signal, ref: false }).then(
    () => Promise.reject(new BoardLateError()),
    () => Promise.reject(new BoardLateError())
  )
  try {
    return await Promise.race([readBoard(context), late])
  } finally {
    late.catch(() => {})
    given.abort()
  }
}

/**
 * Every authority with its components, as they are now. What is planned is read for the two months to
 * come. Kept for a second, like the pages that show it.
 */
export function readBoard({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<Board> {
  const at = clock.now()
  const second = Math.floor(at.epochMilliseconds / 1000)
  return recently(db, `status board ${String(second)}`, async () => {
    const authorities: AuthorityStatus[] = []
    for (const authority of await listAuthorities(db)) {
      authorities.push(await readAuthority(db, authority, at))
    }
    return { at, authorities: authorities.filter(({ components }) => components.length > 0) }
  })
}

async function readAuthority(
  db: Db,
  authority: Authority,
  at: Temporal.Instant
): Promise<AuthorityStatus> {
  const days = daysUpTo(at, authority.timeZone, barDays)
  const month = monthsUpTo(at, authority.timeZone, 1)[0]!
  const from = Temporal.Instant.fromEpochMilliseconds(days[0]!.from * 1000)
  const query = { authority: authority.id, from, to: at.add({ hours: 24 * 60 }) }
  const [components, history, titles, targets, watching, reports] = await Promise.all([
    componentsOf(db, authority.id),
    readHistory(db, query),
    serviceTitles(db, authority.id, at),
    availabilityTargets(db, authority.id, at),
    watchingOf(db, authority.id),
    reportsOfLastHour(db, authority.id, at)
  ])
  const shown = components.filter(({ retiredAt }) => retiredAt === null).toSorted(inOrder)
  const spans: Spans = { at, month, days }
  const outages = history.outages.filter((each) => isPast(each.from, at)).toReversed()
  const ids = outages.map(({ id }) => id)
  return {
    authority,
    components: shown.map((component) =>
      componentStatus(
        {
          component,
          title: componentTitle(component, titles),
          target: targets.get(component.id) ?? null,
          record: recordOf(history, component, at),
          outages: history.outagesOf.get(component.id) ?? [],
          reports: reports.get(component.id) ?? 0
        },
        spans
      )
    ),
    outages,
    courses: await coursesOf(db, authority.id, ids),
    planned: toCome(history, at),
    watching
  }
}

/** Reports that tell of no known outage, by component. */
async function reportsOfLastHour(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<ReadonlyMap<string, number>> {
  const from = at.subtract({ seconds: reportsWindowSeconds })
  const found = await blindSpots(db, { authorities: [authority], from, to: at })
  return new Map(found.map(({ component, reports }) => [component ?? '', reports]))
}

function toCome({ planned }: History, at: Temporal.Instant) {
  return planned
    .filter((each) => !isPast(each.window.to, at))
    .toSorted((a, b) => Temporal.Instant.compare(a.window.from, b.window.from))
}

function isPast(instant: Temporal.Instant, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, at) <= 0
}

/** Names of services by code, as their newest cards have them. */
export function serviceTitles(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<ReadonlyMap<string, Bilingual>> {
  return recently(db, `titles of services ${authority}`, async () => {
    const services = await listServices(db, { authority, at })
    return new Map(services.map(({ service, card }) => [service, card.title]))
  })
}
