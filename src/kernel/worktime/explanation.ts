import type { CompiledCalendar } from './compiled-calendar.ts'
import { openParts } from './due.ts'
import type { Stop } from './known-run.ts'
import { rowSpans } from './local-hours.ts'
import { clip, subtract, union } from './spans.ts'
import type { Span } from './spans.ts'
import { openSpans } from './working-time.ts'
import { offsetSpans, spansShown } from './zone.ts'

/** A stretch of the run in seconds since 1970, and what the clock did in it. */
export interface Stretch extends Span {
  readonly kind: 'counted' | 'closed' | 'paused'
  readonly cause: string | null
}

/** What is to be explained: the clock of `calendar` (null: all hours count) over `within`. */
export interface Explained {
  readonly calendar: CompiledCalendar | null
  readonly stops: readonly Stop[]
  readonly within: Span
}

/**
 * The stretches of a span of time in order, without gap or overlap; neighbours differ in kind or
 * cause. A pause is one stretch, open hours and closed alike; where several causes overlap it is
 * cut where they change, and they are joined by ` + `. A closed stretch names the titled closure
 * that is its cause, or null for the usual week.
 */
export function stretches({ calendar, stops, within }: Explained): Stretch[] {
  const paused = pausedStretches(stops, within)
  const running = openParts(within.from, within.to, union(stops)).flatMap((part) =>
    runningStretches(calendar, part)
  )
  return merge([...paused, ...running].toSorted((a, b) => a.from - b.from))
}

/** The causes of the stops that hold the clock at an instant; null where none has a name. */
export function causesAt(stops: readonly Stop[], at: number): string | null {
  const holding = stops.filter((stop) => stop.from <= at && at < stop.to)
  return joined(new Set(holding.toSorted((a, b) => a.from - b.from).map((stop) => stop.cause)))
}

function runningStretches(calendar: CompiledCalendar | null, part: Span): Stretch[] {
  if (calendar === null) return [{ ...part, kind: 'counted', cause: null }]
  const open = openSpans(calendar, part)
  const counted = open.map((span): Stretch => ({ ...span, kind: 'counted', cause: null }))
  return [...counted, ...closedStretches(calendar, subtract([part], union(open)))].toSorted(
    (a, b) => a.from - b.from
  )
}

function closedStretches(calendar: CompiledCalendar, closed: readonly Span[]): Stretch[] {
  const within = { from: closed[0]?.from ?? 0, to: closed.at(-1)?.to ?? 0 }
  const titled = titledClosures(calendar, within)
  const untitled = subtract(closed, union(titled))
  const result = untitled.map((span): Stretch => ({ ...span, kind: 'closed', cause: null }))
  let first = 0
  for (const { cause, ...closure } of titled) {
    while (first < closed.length && closed[first]!.to <= closure.from) first++
    for (let i = first; i < closed.length && closed[i]!.from < closure.to; i++)
      for (const span of clip([closed[i]!], closure))
        result.push({ ...span, kind: 'closed', cause })
  }
  return result
}

/** The closures that have a name, in order; where two overlap, the one listed first. */
function titledClosures(calendar: CompiledCalendar, within: Span): (Span & { cause: string })[] {
  const clocks = offsetSpans(calendar.zone, within.from, within.to)
  const result: (Span & { cause: string })[] = []
  let claimed: Span[] = []
  for (const { cause, local } of titledRows(calendar)) {
    const spans = union(clocks.flatMap((clock) => spansShown(local, clock)))
    for (const span of subtract(spans, claimed)) result.push({ ...span, cause })
    claimed = union([...claimed, ...spans])
  }
  return result.toSorted((a, b) => a.from - b.from)
}

interface TitledRow {
  readonly cause: string
  readonly local: readonly Span[]
}

// Reading the dates of a year's holidays takes longer than all else of an explanation.
const rowsOfCalendar = new WeakMap<CompiledCalendar, readonly TitledRow[]>()

function titledRows(calendar: CompiledCalendar): readonly TitledRow[] {
  const known = rowsOfCalendar.get(calendar)
  if (known !== undefined) return known
  const rows = (calendar.source.document.closures ?? []).flatMap((row) => {
    const cause = row.title ?? row.source
    return cause === undefined ? [] : [{ cause, local: rowSpans(row) }]
  })
  rowsOfCalendar.set(calendar, rows)
  return rows
}

function pausedStretches(stops: readonly Stop[], within: Span): Stretch[] {
  const edges = stops.flatMap((stop) =>
    clip([stop], within).flatMap(({ from, to }) => [
      { at: from, cause: stop.cause, by: 1 },
      { at: to, cause: stop.cause, by: -1 }
    ])
  )
  const active = new Map<string | null, number>()
  const result: Stretch[] = []
  let last = within.from
  for (const { at, cause, by } of edges.toSorted((a, b) => a.at - b.at)) {
    if (at > last && active.size > 0)
      result.push({ from: last, to: at, kind: 'paused', cause: joined(active.keys()) })
    const count = (active.get(cause) ?? 0) + by
    if (count === 0) active.delete(cause)
    else active.set(cause, count)
    last = at
  }
  return result
}

function joined(causes: Iterable<string | null>): string | null {
  const named = [...causes].filter((cause) => cause !== null)
  return named.length === 0 ? null : named.join(' + ')
}

function merge(ordered: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of ordered) {
    const last = result.at(-1)
    if (last?.to === stretch.from && last.kind === stretch.kind && last.cause === stretch.cause)
      result[result.length - 1] = { ...last, to: stretch.to }
    else result.push(stretch)
  }
  return result
}
