/**
 * Time: calendars, deadlines, pauses and availability, as `docs/specs/worktime.md` specifies them.
 * Pure and browser-safe; nothing here reads the clock.
 */
export { calendarSchema } from './calendar.ts'
export type { CalendarDocument, DatedRow, WeeklyTable, WorkingCalendar } from './calendar.ts'
export { calendarKnownAt, compileCalendar } from './compiled-calendar.ts'
export type { CalendarVersion, CompiledCalendar } from './compiled-calendar.ts'
export {
  dueAfter,
  dueEpochSeconds,
  elapsedEpochSeconds,
  workingSecondsBetween
} from './working-time.ts'
export type { Target, TargetMode } from './target.ts'
export type { AgreementChange, ClockRun, Pause, Reopening } from './run.ts'
export { readClock } from './reading.ts'
export type { ClockReading, ExplanationSegment, Verdict } from './reading.ts'
export { readProgress } from './progress.ts'
export type { ClockProgress } from './progress.ts'
export { explainClock } from './explain-clock.ts'
export type { ClockAnswer } from './explain-clock.ts'
export { availabilityOf, contractMonthSeconds, monthWindows } from './availability.ts'
export type {
  Availability,
  AvailabilityWindow,
  MonthWindows,
  ServiceRecord,
  Stretch
} from './availability.ts'
export { noticeSeconds } from './planned-outage.ts'
export type { PlannedFault, PlannedMove, PlannedOutage, PlannedVerdict } from './planned-outage.ts'
export { earliestStart, judgeAnnounced, judgeWindow, plannedOf } from './plan-outage.ts'
export type { AnnouncedVerdict, AnnouncedWindow, PlanFault, PlanLimits } from './plan-outage.ts'
export { explainAvailability } from './explain-availability.ts'
export { explainText } from './explain-text.ts'
export type { ExplainResult } from './explain-text.ts'
export {
  CalendarGapError,
  CalendarNeverOpensError,
  FactOrderError,
  MalformedInputError,
  TargetInvalidError,
  WorktimeError,
  ZoneUnknownError
} from './errors.ts'
