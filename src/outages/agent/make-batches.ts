import type { Outcome } from './look.ts'
import {
  type FoundHost,
  type MissedNotice,
  type ProbeResult,
  type Sighting,
  batchBytesMax,
  resultsPerBatchMax,
  wireVersion
} from './wire.ts'

/** An outcome with its target and when the look began, in ticks of the agent's clock. */
export interface TimedOutcome extends Outcome {
  readonly target: string
  readonly ticks: number
}

/** Something whose age is told when a batch is made. */
type Timed<T> = Omit<T, 'ageMs'> & { readonly ticks: number }

/** What waits to be reported. */
export interface Pending {
  readonly results: readonly TimedOutcome[]
  readonly sightings: readonly Timed<Sighting>[]
  readonly missed: readonly Timed<MissedNotice>[]
  readonly hosts: readonly FoundHost[]
}

const sightingsPerBatchMax = 100
const missedPerBatchMax = 500
const hostsPerBatchMax = 1000
/** Braces, names and numbers around what is reported. */
const envelopeBytes = 300

/** A batch and how many results are in it. */
export interface MadeBatch {
  readonly batch: string
  readonly results: number
  readonly body: string
}

/**
 * Makes batches of all that waits, none longer than the desk takes, in the order of the results.
 * @param now - Ticks.
 * @param dropped - Results lost before; told in the first batch, which is made even if nothing else waits.
 * @param newBatchId - A UUID each time.
 */
export function makeBatches(
  pending: Pending,
  { now, dropped, newBatchId }: { now: number; dropped: number; newBatchId: () => string }
): MadeBatch[] {
  const made: MadeBatch[] = []
  let parts = new Parts(dropped)
  const put = (kind: Kind, item: string) => {
    if (!parts.hasRoom(kind, item)) {
      made.push(parts.close(newBatchId()))
      parts = new Parts(0)
    }
    parts.put(kind, item)
  }
  for (const one of pending.results) put('results', resultText(one, now))
  for (const one of pending.sightings) put('sightings', timedText(one, now))
  for (const one of pending.missed) put('missed', timedText(one, now))
  for (const host of pending.hosts) put('hosts', JSON.stringify(host))
  if (!parts.isEmpty || (dropped > 0 && made.length === 0)) made.push(parts.close(newBatchId()))
  return made
}

type Kind = 'results' | 'sightings' | 'missed' | 'hosts'

const most: Record<Kind, number> = {
  results: resultsPerBatchMax,
  sightings: sightingsPerBatchMax,
  missed: missedPerBatchMax,
  hosts: hostsPerBatchMax
}

class Parts {
  readonly #items: Record<Kind, string[]> = { results: [], sightings: [], missed: [], hosts: [] }
  readonly #dropped: number
  #bytes = envelopeBytes

  constructor(dropped: number) {
    this.#dropped = dropped
  }

  get isEmpty(): boolean {
    return this.#bytes === envelopeBytes
  }

  hasRoom(kind: Kind, item: string): boolean {
    const fits = this.#bytes + Buffer.byteLength(item) + 1 <= batchBytesMax
    return this.isEmpty || (fits && this.#items[kind].length < most[kind])
  }

  put(kind: Kind, item: string): void {
    this.#items[kind].push(item)
    this.#bytes += Buffer.byteLength(item) + 1
  }

  close(batch: string): MadeBatch {
    const { results, sightings, missed, hosts } = this.#items
    const lists = Object.entries({
      results,
      sightings,
      ...(missed.length > 0 && { missed }),
      hosts
    }).map(([name, items]) => `"${name}":[${items.join(',')}]`)
    const dropped = this.#dropped > 0 ? [`"dropped":${String(this.#dropped)}`] : []
    const head = [`"v":${String(wireVersion)}`, `"batch":"${batch}"`]
    const body = `{${[...head, ...lists, ...dropped].join(',')}}`
    return { batch, results: results.length, body }
  }
}

function resultText({ ticks, ...outcome }: TimedOutcome, now: number): string {
  const { target, ok, tookMs, reason, detail, found } = outcome
  const told: ProbeResult = {
    target,
    ageMs: ageAt(ticks, now),
    ok,
    tookMs,
    reason,
    detail,
    ...(found && { found })
  }
  return JSON.stringify(told)
}

function timedText({ ticks, ...rest }: { ticks: number }, now: number): string {
  return JSON.stringify({ ...rest, ageMs: ageAt(ticks, now) })
}

function ageAt(ticks: number, now: number): number {
  return Math.max(0, Math.round(now - ticks))
}
