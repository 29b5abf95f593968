/**
 * A year of one-minute results for 1,000 services, summarised: twelve months of the contract and as many
 * real ones for each, from stretches, by the code of the status pages; against counting beats, as Uptime
 * Kuma does, over the same looks in the same process. Speed, and the error against what was injected.
 *
 * Run: node bench/availability.ts [--services=1000] [--sample=100]
 */
import { numberOf } from './desk/options.ts'
import { median, secondsSince, table } from './desk/report.ts'
import {
  type BeatStretch,
  type VantageRecord,
  addBeats,
  readTarget
} from '../src/kernel/outages/index.ts'
import { type MonthSpan, monthsUpTo, readMonth, timeRecord } from '../src/kernel/status/index.ts'
import { type Beats, everyMs, lookAt, roomFor, stretchesOf } from './availability/beats.ts'
import {
  type Counts,
  countBeats,
  countDays,
  dailyRows,
  downSeconds
} from './availability/counting.ts'
import {
  type Span,
  type Truth,
  randomNumbers,
  secondsWithin,
  yearOf
} from './availability/truth.ts'

const services = numberOf('services', 1000)
// Looked at from three places as well, and held against the truth.
const sample = Math.min(numberOf('sample', 100), services)
const zone = 'Asia/Tehran'
const target = 0.995
const goalSeconds = 1

// The year ends with a month: the last one is complete, like the others.
const now = Temporal.Instant.from('2026-11-21T20:29:59.999Z')
const months = monthsUpTo(now, zone, 12)
const spans: Span[] = months.map(({ from, to }) => ({ from: from * 1000, to: to * 1000 }))
const year: Span = { from: spans[0]!.from, to: spans.at(-1)!.to }
const end = Temporal.Instant.fromEpochMilliseconds(year.to)

interface Service {
  readonly truth: Truth
  /** Of one vantage point; of three, where it is one of the sample. */
  readonly stretches: readonly (readonly BeatStretch[])[]
  readonly days: ReturnType<typeof dailyRows>
  readonly counts: Counts
}

interface Summary {
  /** Real seconds down of each month. */
  readonly down: number[]
}

/** What the pages do: outages and gaps from the stretches, then both figures of every month. */
function summarise(
  stretches: readonly (readonly BeatStretch[])[],
  failuresInARow: number
): Summary {
  const vantages: VantageRecord[] = stretches.map((each) => ({
    stretches: each,
    counts: [{ from: -Infinity, to: null }]
  }))
  const looked = { id: '', everyMs, from: year.from, to: null, wasDown: false, vantages }
  const rules = { failuresInARow, successesInARow: failuresInARow }
  const read = readTarget(looked, rules, { from: year.from, now: year.to })
  const record = timeRecord(
    {
      outages: read.down.map((span) => ({ id: '', ...instants(span) })),
      unknown: read.unknown.map(instants),
      planned: [],
      watchedSince: Temporal.Instant.fromEpochMilliseconds(year.from)
    },
    end
  )
  return { down: months.map((month) => readingOf(record, month)) }
}

function instants({ from, to }: { from: number; to: number | null }) {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  return { from: at(from), to: to === null ? null : at(to) }
}

function readingOf(record: ReturnType<typeof timeRecord>, month: MonthSpan): number {
  const reading = readMonth(record, month, target)
  if (reading === null) throw new Error('a month of the year has not begun')
  return reading.real.downSeconds
}

let countingSeconds = 0

function prepare(count: number): Service[] {
  const [one, two, three] = [roomFor(year), roomFor(year), roomFor(year)]
  return Array.from({ length: count }, (_, i) => {
    const random = randomNumbers(i + 1)
    const truth = yearOf(random, year)
    const looked = i < sample ? [one, two, three] : [one]
    for (const beats of looked) lookAt(beats, { truth, year, random })
    if (i < 2) holdAgainstStore(one)
    // The beats are read while the processor still has them at hand, which is the peer's best case.
    const begun = performance.now()
    const counts = countBeats(one, spans)
    countingSeconds += secondsSince(begun)
    const days = dailyRows(one, year)
    return { truth, stretches: looked.map(stretchesOf), days, counts }
  })
}

/** The stretches of a month of looks are those that the store makes, fed look by look. */
function holdAgainstStore(beats: Beats): void {
  const count = Math.min(beats.count, 43_200)
  const looks = Array.from({ length: count }, (_, i) => ({
    at: beats.times[i]!,
    up: beats.states[i] === 1,
    reason: null,
    detail: null,
    tookMs: 0
  }))
  const kept = JSON.stringify(addBeats([], looks, everyMs))
  if (kept !== JSON.stringify(stretchesOf({ ...beats, count }))) {
    throw new Error('the store keeps other stretches than this bench')
  }
}

interface Way {
  readonly name: string
  readonly down: (service: Service, month: number) => number
}

/** Errors of every service in every month, in seconds. */
function errorsOf(prepared: readonly Service[], way: Way) {
  const errors: number[] = []
  let [bias, truthSum] = [0, 0]
  for (const service of prepared) {
    for (const [i, month] of spans.entries()) {
      const truth = secondsWithin(service.truth.outages, month, service.truth.gaps)
      const error = way.down(service, i) - truth
      errors.push(Math.abs(error))
      bias += error
      truthSum += truth
    }
  }
  const sorted = errors.toSorted((a, b) => a - b)
  const mean = errors.reduce((a, b) => a + b, 0) / errors.length
  return {
    mean,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    worst: sorted.at(-1) ?? 0,
    biasShare: bias / truthSum
  }
}

function watched({ truth }: Service, month: number): number {
  const span = spans[month]!
  return (span.to - span.from) / 1000 - secondsWithin(truth.gaps, span)
}

function timed(work: () => void): number {
  const rounds = Array.from({ length: 3 }, () => {
    const begun = performance.now()
    work()
    return secondsSince(begun)
  })
  return median(rounds)
}

process.stderr.write(
  `making ${String(services)} years of looks, ${String(sample)} of them from three places\n`
)
const prepared = prepare(services)
const beatsCount = prepared.reduce(
  (sum, { counts }) => sum + [...counts.up, ...counts.down].reduce((a, b) => a + b, 0),
  0
)
const stretchCount = prepared.reduce((sum, { stretches }) => sum + stretches[0]!.length, 0)
const sizes = [...new Set([10, 100, services])].filter((size) => size <= services)

const speed = sizes.map((size) => {
  const some = prepared.slice(0, size)
  const one = timed(() => some.forEach(({ stretches }) => summarise(stretches.slice(0, 1), 1)))
  const three =
    size > sample ? null : timed(() => some.forEach(({ stretches }) => summarise(stretches, 1)))
  const rows = timed(() => some.forEach(({ days }) => countDays(days, spans)))
  return [
    String(size),
    one.toFixed(4),
    three?.toFixed(4) ?? '',
    (size === services ? countingSeconds : (countingSeconds * size) / services).toFixed(4),
    rows.toFixed(5)
  ]
})

const errorSample = prepared.slice(0, sample)
const kept = new Map<string, Summary>()
const ours = (vantages: number, failures: number): Way => ({
  name: `stretches, ${String(vantages)} vantage point${vantages === 1 ? '' : 's'}, ${String(failures)} failure${failures === 1 ? '' : 's'} in a row`,
  down: (service, month) => {
    const key = `${String(vantages)} ${String(failures)} ${String(prepared.indexOf(service))}`
    const summary = kept.get(key) ?? summarise(service.stretches.slice(0, vantages), failures)
    kept.set(key, summary)
    return summary.down[month]!
  }
})
const ways: Way[] = [
  { name: 'beats counted', down: (s, i) => downSeconds(s.counts, i, watched(s, i)) },
  {
    name: 'rows of days counted',
    down: (s, i) => downSeconds(countDays(s.days, spans), i, watched(s, i))
  },
  ours(1, 1),
  ours(1, 3),
  ours(3, 1),
  ours(3, 3)
]

const lines = [
  `${String(beatsCount)} looks of one vantage point, ${String(stretchCount)} stretches; 24 figures a service`,
  '',
  table(
    ['services', 'stretches, s', 'of 3 vantage points, s', 'beats counted, s', 'rows of days, s'],
    speed
  ),
  '',
  table(
    ['error a month, s', 'mean', '99 %', 'worst', 'of all downtime'],
    ways.map((way) => {
      const { mean, p99, worst, biasShare } = errorsOf(errorSample, way)
      return [
        way.name,
        mean.toFixed(1),
        p99.toFixed(0),
        worst.toFixed(0),
        `${(biasShare * 100).toFixed(2)} %`
      ]
    })
  ),
  ''
]
process.stdout.write(lines.join('\n'))
const full = Number(speed.at(-1)?.[1])
if (services >= 1000 && full > goalSeconds) {
  process.stderr.write(`over the goal of ${String(goalSeconds)} s: ${String(full)} s\n`)
  process.exitCode = 1
}
