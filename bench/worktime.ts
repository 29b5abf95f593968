/**
 * Deadlines and elapsed working time per second, on inputs that are new at every call, against the
 * npm libraries that can express the case. Every answer is held against a walk minute by minute.
 *
 * Run: node bench/worktime.ts [--quick]
 */
import {
  compileCalendar,
  dueEpochSeconds,
  elapsedEpochSeconds
} from '../src/kernel/worktime/index.ts'
import type { CompiledCalendar } from '../src/kernel/worktime/index.ts'
import { oracle } from './worktime/oracle.ts'
import { peers } from './worktime/peers.ts'
import type { Peer } from './worktime/peers.ts'
import {
  dueQuestion,
  elapsedQuestion,
  holidays,
  localText,
  randomNumbers
} from './worktime/task.ts'
import type { Task } from './worktime/task.ts'

// The peers know no zone but that of the process.
process.env.TZ = 'Asia/Tehran'

const quick = process.argv.includes('--quick')
const peerSeconds = quick ? 0.3 : 2
const checked = quick ? 60 : 300

const tasks: Task[] = [
  { name: 'the week alone', holidays: [] },
  { name: 'the week and 25 holidays a year', holidays: holidays(2024, 3) }
]

/** Figures that were measured on the reference machine before this kernel was written. */
const goals = [
  { than: '1,000 times the fastest that is right (3,610 due/s)', due: 3_610_000 },
  { than: '100 times the fastest at all (57,000 due/s)', due: 5_700_000 }
]

function calendarOf(task: Task): CompiledCalendar {
  const day = ['08:00-16:00']
  const weekly = { sat: day, sun: day, mon: day, tue: day, wed: day, thu: ['08:00-12:00'], fri: [] }
  const closures = task.holidays.map((date) => ({ from: date, to: date }))
  return compileCalendar({ weekly, closures }, 'Asia/Tehran')
}

/** Our kernel, asked in minutes as the peers are. */
function ourselves(calendar: CompiledCalendar): Peer {
  return {
    name: 'peyman',
    due: ({ start, target }) => dueEpochSeconds(calendar, start * 60, target * 60) / 60,
    elapsed: ({ from, to }) => elapsedEpochSeconds(calendar, from * 60, to * 60) / 60
  }
}

interface Mistakes {
  readonly count: number
  readonly of: number
  readonly example: string | null
}

function mistakes(peer: Peer, task: Task, kind: 'due' | 'elapsed'): Mistakes {
  const random = randomNumbers(77)
  const right = oracle(task)
  let [count, example] = [0, null as string | null]
  for (let i = 0; i < checked; i++) {
    const due = dueQuestion(random)
    const elapsed = elapsedQuestion(random)
    const answer = kind === 'due' ? peer.due(due) : peer.elapsed(elapsed)
    const truth = kind === 'due' ? right.due(due) : right.elapsed(elapsed)
    if (answer === truth) continue
    count++
    example ??=
      kind === 'due'
        ? `${due.target} min from ${localText(due.start)}: ${showDue(answer)}, right ${localText(truth)}`
        : `${localText(elapsed.from)} to ${localText(elapsed.to)}: ${showMinutes(answer)}, right ${truth}`
  }
  return { count, of: checked, example }
}

function showMinutes(minutes: number): string {
  return Number.isFinite(minutes) ? `${minutes} min` : 'an endless loop'
}

function showDue(minutes: number): string {
  return Number.isFinite(minutes) ? localText(minutes) : 'no answer'
}

/** Time that this thread has really run, so that a busy machine does not change the figures. */
function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

/** Calls per second over fresh inputs; the making of the inputs is paid by whoever is measured. */
function rate(seconds: number, batch: number, call: () => number): number {
  let [calls, sum] = [0, 0]
  const begun = processorSeconds()
  while (processorSeconds() - begun < seconds)
    for (let i = 0; i < batch; i++, calls++) sum += call()
  const perSecond = calls / (processorSeconds() - begun)
  if (sum === Number.NEGATIVE_INFINITY) throw new Error('unreachable, but keeps the calls')
  return perSecond
}

/** The best of three, after one round to warm up. */
function best(seconds: number, batch: number, call: () => number): number {
  rate(seconds / 4, batch, call)
  return Math.max(...[1, 2, 3].map(() => rate(seconds / 3, batch, call)))
}

function rates(peer: Peer, batch: number): { due: number; elapsed: number } {
  const random = randomNumbers(4242)
  return {
    due: best(peerSeconds, batch, () => peer.due(dueQuestion(random))),
    elapsed: best(peerSeconds, batch, () => peer.elapsed(elapsedQuestion(random)))
  }
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const cell = (text: string | number, width: number) => String(text).padStart(width)

function compare(task: Task): void {
  const calendar = calendarOf(task)
  const us = ourselves(calendar)
  const ours = rates(us, 10_000)
  console.log(`\n## ${task.name}: 1 min to 80 working hours; spans of 0 to 30 days\n`)
  console.log(
    `| library               |      due/s |   ratio | due wrong |  elapsed/s |   ratio | elapsed wrong |`
  )
  console.log(
    `|-----------------------|-----------:|--------:|----------:|-----------:|--------:|--------------:|`
  )
  const examples: string[] = []
  for (const peer of [us, ...peers(task, us.elapsed)]) {
    const [due, elapsed] = [mistakes(peer, task, 'due'), mistakes(peer, task, 'elapsed')]
    const speed = peer === us ? ours : rates(peer, 5)
    const columns = [
      peer.name.padEnd(21),
      cell(whole(speed.due), 10),
      cell(`${whole(ours.due / speed.due)}x`, 7),
      cell(`${due.count}/${due.of}`, 9),
      cell(whole(speed.elapsed), 10),
      cell(`${whole(ours.elapsed / speed.elapsed)}x`, 7),
      cell(`${elapsed.count}/${elapsed.of}`, 13)
    ]
    console.log(`| ${columns.join(' | ')} |`)
    for (const { example } of [due, elapsed])
      if (example !== null) examples.push(`- ${peer.name}, ${example}`)
    if (peer === us && due.count + elapsed.count > 0) process.exitCode = 1
  }
  if (examples.length > 0) console.log(`\nWrong, for example:\n${examples.join('\n')}`)
}

const loops = quick ? 300_000 : 3_000_000
const fourYears = 4 * 365 * 86_400
const firstSecond = Temporal.Instant.from('2020-01-01T00:00:00Z').epochMilliseconds / 1000

/** Seconds of real time that a span of the flatness table stands for. */
const spans = [
  ['1 day', 86_400],
  ['1 month', 30 * 86_400],
  ['1 year', 365 * 86_400],
  ['10 years', 3650 * 86_400]
] as const

function flatness(): number {
  const calendar = calendarOf({ name: '', holidays: holidays(2020, 15) })
  console.log('\n## peyman alone, to the second, by the length of the span; 15 years of holidays\n')
  console.log('| span     |      due/s |  elapsed/s |')
  console.log('|----------|-----------:|-----------:|')
  const slowest = spans.map(([name, seconds]) => {
    const [due, elapsed] = [dueRate(calendar, seconds), elapsedRate(calendar, seconds)]
    console.log(`| ${name.padEnd(8)} | ${cell(whole(due), 10)} | ${cell(whole(elapsed), 10)} |`)
    return due
  })
  return Math.min(...slowest)
}

// These two hold their loops themselves: a call through a closure would cost as much as the answer.

/** Deadlines a second for targets of up to a span's working time, at its longest 26 % of it. */
function dueRate(calendar: CompiledCalendar, span: number): number {
  const random = randomNumbers(99)
  const working = Math.round(span * 0.26)
  const rounds = Array.from({ length: 5 }, () => {
    let sum = 0
    const begun = processorSeconds()
    for (let i = 0; i < loops; i++)
      sum += dueEpochSeconds(calendar, firstSecond + random(fourYears), 1 + random(working))
    return sum > 0 ? loops / (processorSeconds() - begun) : 0
  })
  return Math.max(...rounds)
}

/** Sums of working time a second over spans of up to the given length. */
function elapsedRate(calendar: CompiledCalendar, span: number): number {
  const random = randomNumbers(99)
  const rounds = Array.from({ length: 5 }, () => {
    let sum = 0
    const begun = processorSeconds()
    for (let i = 0; i < loops; i++) {
      const from = firstSecond + random(fourYears)
      sum += elapsedEpochSeconds(calendar, from, from + random(span))
    }
    return sum > 0 ? loops / (processorSeconds() - begun) : 0
  })
  return Math.max(...rounds)
}

function main(): void {
  console.log('# Deadlines and working time, per second of processor time, on fresh inputs')
  for (const task of tasks) compare(task)
  const slowest = flatness()
  console.log('')
  for (const { than, due } of goals) {
    const reached = slowest >= due
    console.log(
      `${reached ? 'reached' : 'MISSED'}: ${whole(due)} due/s, ${than}; slowest span ${whole(slowest)}`
    )
    if (!reached) process.exitCode = 1
  }
}

main()
