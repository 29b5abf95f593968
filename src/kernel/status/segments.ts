import { type ComponentState, readSpan } from './day.ts'
import type { TimedRecord } from './record.ts'

/** A stretch in which a component was one thing, and because of which outages or plans. */
export interface Segment {
  /** Seconds since 1970, half-open. */
  readonly from: number
  readonly to: number
  readonly state: Exclude<ComponentState, 'degraded'>
  /** Ids of the outages that held throughout. */
  readonly outages: readonly string[]
  /** Ids of the planned outages that can have held. */
  readonly planned: readonly string[]
}

/**
 * Every second of `[from, to)` until now, in order, in as few segments as tell their causes apart.
 * Each piece between two events is put to the arithmetic of availability, so the sums are its sums.
 */
export function segmentsOf(record: TimedRecord, from: number, to: number): Segment[] {
  const end = Math.min(to, record.now)
  const result: Segment[] = []
  const edges = edgesOf(record, from, end)
  for (let i = 0; i + 1 < edges.length; i++) {
    const piece = pieceOf(record, edges[i]!, edges[i + 1]!)
    const last = result.at(-1)
    if (last !== undefined && isSame(last, piece)) result[result.length - 1] = joined(last, piece)
    else result.push(piece)
  }
  return result
}

/** Where anything begins or ends, each end of a plan and of its moves included. */
function edgesOf(record: TimedRecord, from: number, to: number): number[] {
  if (to <= from) return []
  const edges = new Set([from, to])
  const add = (second: number) => second > from && second < to && edges.add(second)
  for (const each of [...record.outages, ...record.unknown]) {
    add(each.from)
    add(each.to)
  }
  for (const { value } of record.planned) for (const edge of planEdges(value)) add(edge)
  return [...edges].toSorted((a, b) => a - b)
}

/**
 * A plan that was made longer is exempt for the length that was announced in time, from its last
 * start: so each announced length from each announced start can be an edge.
 */
function planEdges(plan: TimedRecord['planned'][number]['value']): number[] {
  const spans = [plan, ...(plan.moves ?? [])].map((span) => ({
    from: Math.floor(span.from.epochMilliseconds / 1000),
    to: Math.floor(span.to.epochMilliseconds / 1000)
  }))
  const last = spans.at(-1)!
  return [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...spans.map(({ from, to }) => last.from + to - from)
  ]
}

interface Covering {
  readonly from: number
  readonly to: number
  readonly value: { readonly id: string }
}

function pieceOf(record: TimedRecord, from: number, to: number): Segment {
  const seconds = readSpan(record, from, to)
  const state =
    seconds.plannedSeconds > 0
      ? 'planned'
      : seconds.downSeconds > 0
        ? 'down'
        : seconds.unknownSeconds > 0
          ? 'unknown'
          : 'up'
  const covering = (all: readonly Covering[]) =>
    all.filter((each) => each.from <= from && each.to >= to).map(({ value }) => value.id)
  const isCaused = state === 'down' || state === 'planned'
  return {
    from,
    to,
    state,
    outages: isCaused ? covering(record.outages) : [],
    planned: isCaused ? covering(record.planned) : []
  }
}

function isSame(a: Segment, b: Segment): boolean {
  const key = ({ state, outages, planned }: Segment) => JSON.stringify([state, outages, planned])
  return key(a) === key(b)
}

function joined(a: Segment, b: Segment): Segment {
  return { ...a, to: b.to }
}
