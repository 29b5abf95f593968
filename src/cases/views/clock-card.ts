import { formatDuration } from '../../kernel/persian/index.ts'
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
import { clockMessages } from '../messages-clock.ts'
import { moment } from './words.ts'

/** Less than this share of the promised time left: the clock warns. */
const riskShare = 0.25

/** The promise clock of a case as a reader needs it: a word, the due time, what is left, and why. */
export function clockCard(
  view: Speaks,
  reading: CaseClock,
  options: {
    readonly promise: ServiceCard['promisedTime']
    readonly explanation?: string | undefined
  }
): Html {
  const t = clockMessages.in(view.lang)
  if (reading.state === 'not-started') {
    return alert(view, { kind: 'info', still: true, title: t.notStarted, body: t.notStartedWhy })
  }
  if (reading.state === 'stopped') {
    return alert(view, { kind: 'info', still: true, title: t.stopped, body: t.stoppedWhy })
  }
  const { dueAt, targetSeconds, usedSeconds } = reading
  const face: ClockOptions = {
    state: clockState(reading),
    stateText: clockWord(view, reading),
    used: formatDuration(usedSeconds, view.lang),
    note: html`<p>${clockNote(view, reading)}</p>
      <p>${runsOn(view, options.promise.unit)}</p>`,
    ...(dueAt && { due: { text: moment(view, dueAt), iso: dueAt.toString() } }),
    ...remaining(view, reading),
    ...(targetSeconds !== null && targetSeconds > 0 && { share: usedSeconds / targetSeconds }),
    ...(options.explanation !== undefined && { explanation: options.explanation })
  }
  return clock(view, face)
}

function remaining(view: Speaks, reading: CaseClock): { remaining?: string } {
  const isGoing = reading.state === 'running' || reading.state === 'paused'
  if (!isGoing || reading.late || reading.remainingSeconds === null) return {}
  return { remaining: formatDuration(reading.remainingSeconds, view.lang) }
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

function clockNote(view: Speaks, reading: CaseClock): string | false {
  const t = clockMessages.in(view.lang)
  if (reading.beyondCalendar) return t.beyondCalendar
  const much = formatDuration(reading.overrunSeconds, view.lang)
  if (reading.state === 'late') return reading.overrunSeconds > 0 ? t.lateBy(much) : t.lateOutside
  if (reading.late) return reading.overrunSeconds > 0 ? t.overdueBy(much) : t.overdue
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
