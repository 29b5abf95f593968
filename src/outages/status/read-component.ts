import {
  type MonthSpan,
  instantOf,
  monthOfKey,
  monthsUpTo,
  readMonth
} from '../../kernel/status/index.ts'
import type { MonthReading, TimedRecord } from '../../kernel/status/index.ts'
import { type Authority, authorityById } from '../../people/index.ts'
import { type Bilingual, type Context, type Db, NotFoundError } from '../../platform/index.ts'
import { componentById, componentsOf } from '../probes/component-store.ts'
import type { Component } from '../probes/component.ts'
import { type AvailabilityTarget, availabilityTargets, shareOf } from './availability-target.ts'
import { type History, readHistory, recordOf } from './component-record.ts'
import { componentTitle } from './component-title.ts'
import { serviceTitles } from './read-board.ts'

/** How many months the strip shows. */
export const stripMonths = 12

/** One component with what happened to it in a stretch of months. */
export interface ComponentMonths {
  readonly authority: Authority
  readonly component: Component
  readonly title: Bilingual
  readonly target: AvailabilityTarget | null
  readonly history: History
  readonly record: TimedRecord
  readonly months: readonly MonthSpan[]
  /** One for each month; `null` for a month that has not begun. */
  readonly readings: readonly (MonthReading | null)[]
}

/** A component by its names. */
export interface ComponentQuery {
  readonly authority: string
  readonly component: string
}

type Reading = Pick<Context, 'db' | 'clock'>

/**
 * A component over the last months.
 * @throws {NotFoundError} If there is no such component.
 */
export async function readComponent(
  context: Reading,
  query: ComponentQuery,
  count = stripMonths
): Promise<ComponentMonths> {
  const known = await find(context.db, query)
  return readMonths(context, known, monthsUpTo(context.clock.now(), known.zone, count))
}

/**
 * A component in one month.
 * @param month - `1405-09`.
 * @throws {NotFoundError} If there is no such component, or the month has not begun.
 */
export async function readComponentMonth(
  context: Reading,
  query: ComponentQuery,
  month: string
): Promise<ComponentMonths & { reading: MonthReading }> {
  const known = await find(context.db, query)
  const span = monthOfKey(month, known.zone)
  if (span === null) throw new NotFoundError()
  const read = await readMonths(context, known, [span])
  const [reading] = read.readings
  if (!reading) throw new NotFoundError()
  return { ...read, reading }
}

/** Every component of some authorities over the last months, for the open data. */
export async function readAllComponents(
  context: Reading,
  authorities: readonly Authority[],
  count: number
): Promise<ComponentMonths[]> {
  const { db, clock } = context
  const all: ComponentMonths[] = []
  for (const authority of authorities) {
    const components = await componentsOf(db, authority.id)
    const months = monthsUpTo(clock.now(), authority.timeZone, count)
    const history = await historyOf(db, { authority: authority.id }, months)
    const parts = await partsOf(context, authority)
    for (const component of components) {
      if (component.retiredAt !== null) continue
      all.push(monthsOf({ context, parts, history, component, months }))
    }
  }
  return all
}

interface Known {
  readonly authority: Authority
  readonly component: Component
  readonly zone: string
}

async function find(db: Db, query: ComponentQuery): Promise<Known> {
  const authority = await authorityById(db, query.authority)
  const component = authority === null ? null : await componentById(db, query)
  if (authority === null || component === null) throw new NotFoundError()
  return { authority, component, zone: authority.timeZone }
}

async function readMonths(
  context: Reading,
  { authority, component }: Known,
  months: readonly MonthSpan[]
): Promise<ComponentMonths> {
  const query = { authority: authority.id, component: component.id }
  const history = await historyOf(context.db, query, months)
  const parts = await partsOf(context, authority)
  return monthsOf({ context, parts, history, component, months })
}

function historyOf(
  db: Db,
  whose: { authority: string; component?: string },
  months: readonly MonthSpan[]
): Promise<History> {
  const [first, last] = [months[0]!, months.at(-1)!]
  return readHistory(db, { ...whose, from: instantOf(first.from), to: instantOf(last.to) })
}

interface Parts {
  readonly authority: Authority
  readonly titles: ReadonlyMap<string, Bilingual>
  readonly targets: ReadonlyMap<string, AvailabilityTarget>
}

async function partsOf({ db, clock }: Reading, authority: Authority): Promise<Parts> {
  const at = clock.now()
  return {
    authority,
    titles: await serviceTitles(db, authority.id, at),
    targets: await availabilityTargets(db, authority.id, at)
  }
}

function monthsOf(given: {
  context: Reading
  parts: Parts
  history: History
  component: Component
  months: readonly MonthSpan[]
}): ComponentMonths {
  const { context, parts, history, component, months } = given
  const target = parts.targets.get(component.id) ?? null
  const record = recordOf(history, component, context.clock.now())
  return {
    authority: parts.authority,
    component,
    title: componentTitle(component, parts.titles),
    target,
    history,
    record,
    months,
    readings: months.map((month) => readMonth(record, month, shareOf(target)))
  }
}
