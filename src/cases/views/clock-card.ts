import {
  alert,
  clock,
  type ClockOptions,
  type ClockState,
  html,
  type Html,
  type Speaks
} from '../../platform/html/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import type { CaseClock } from '../case-clock.ts'
import type { ShownClock } from '../case-progress.ts'
import { clockMessages } from '../messages-clock.ts'
import { amountText, leftOfPromise, shownAmount, wallTime } from './promise-left.ts'
import { moment } from './words.ts'

/** Less than this share of the promised time left: the clock warns. */
const riskShare = 0.25

/** What a clock is drawn with. */
export interface ClockCardOptions {
  readonly promise: ServiceCard['promisedTime']
  /** The instant that the reading is of. */
  readonly at: Temporal.Instant
  /** The page that explains it. */
  readonly explanation?: string | undefined
}

/** The promise clock of a case as a reader needs it: a word, the due time, what is left, and why. */
export function clockCard(view: Speaks, reading: ShownClock, options: ClockCardOptions): Html {
  const t = clockMessages.in(view.lang)
  if (reading.state === 'not-started') {
    return alert(view, { kind: 'info', still: true, title: t.notStarted, body: t.notStartedWhy })
  }
  if (reading.state === 'stopped') {
    return alert(view, { kind: 'info', still: true, title: t.stopped, body: t.stoppedWhy })
  }
  const { dueAt, progress } = reading
  const { promise, explanation } = options
  const face: ClockOptions = {
    state: clockState(reading),
    stateText: clockWord(view, reading),
    note: html`<p>${clockNote(view, reading, options)}</p>
      <p>${runsOn(view, promise.unit)}</p>`,
    ...(dueAt && { due: { text: moment(view, dueAt), iso: dueAt.toString() } }),
    ...left(view, reading, options),
    ...(progress && {
      used: amountText(view, promise, shownAmount(promise, progress.used)),
      share: progress.used / progress.whole
    }),
    ...(explanation !== undefined && { explanation })
  }
  return clock(view, face)
}

/** Until the due instant by the clock on the wall, and of the promise in its own unit. */
function left(
  view: Speaks,
  reading: ShownClock,
  { promise, at }: ClockCardOptions
): Pick<ClockOptions, 'untilDue' | 'remaining'> {
  const isGoing = reading.state === 'running' || reading.state === 'paused'
  const { dueAt, progress } = reading
  if (!isGoing || reading.late || progress === null) return {}
  return {
    ...(dueAt !== null && { untilDue: wallTime(view, at, dueAt) }),
    remaining: leftOfPromise(view, promise, progress)
  }
}

/** The state of a clock among the six that have a look. */
export function clockState(reading: CaseClock): ClockState {
  if (reading.state === 'kept') return 'kept'
  if (reading.state === 'late') return 'broken'
  if (reading.late) return 'overdue'
  if (reading.state === 'paused') return 'paused'
  const { remainingSeconds, targetSeconds } = reading
  const isShort =
    remainingSeconds !== null &&
    targetSeconds !== null &&
    remainingSeconds < targetSeconds * riskShare
  return isShort ? 'at-risk' : 'running'
}

/** The word for where a clock stands. */
export function clockWord(view: Speaks, reading: CaseClock): string {
  const t = clockMessages.in(view.lang)
  const words = {
    running: t.running,
    'at-risk': t.atRisk,
    paused: t.paused,
    overdue: t.overdue,
    kept: t.kept,
    broken: t.late
  }
  return words[clockState(reading)]
}

function clockNote(
  view: Speaks,
  reading: ShownClock,
  { promise }: ClockCardOptions
): string | false {
  const t = clockMessages.in(view.lang)
  if (reading.beyondCalendar) return t.beyondCalendar
  const over = (reading.progress?.used ?? 0) - (reading.progress?.whole ?? 0)
  const much = amountText(view, promise, shownAmount(promise, over))
  if (reading.state === 'late') return reading.overrunSeconds > 0 ? t.lateBy(much) : t.lateOutside
  if (reading.late) return reading.overrunSeconds > 0 ? t.overdueBy(much) : t.overdueOutside
  return reading.state === 'paused' && t.pausedWhy
}

/** Which hours count for a promise of this unit. */
export function runsOn(view: Speaks, unit: ServiceCard['promisedTime']['unit']): string {
  const t = clockMessages.in(view.lang)
  return {
    hours: t.runsHours,
    'calendar-days': t.runsCalendarDays,
    'working-days': t.runsWorkingDays
  }[unit]
}
