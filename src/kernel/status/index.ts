/**
 * What a component was and is, from its outages, planned windows and unwatched time: months, days,
 * budgets, every second of a stretch. All arithmetic is that of `availabilityOf`; see
 * `docs/specs/status.md`. Pure and browser-safe; nothing here reads the clock.
 */
export {
  type ComponentRecord,
  type OpenStretch,
  type RecordedOutage,
  type RecordedPlan,
  type TimedRecord,
  instantOf,
  timeRecord
} from './record.ts'
export { type MonthReading, type MonthSpan, monthOfKey, monthsUpTo, readMonth } from './month.ts'
export { type Burn, readBurn } from './burn.ts'
export {
  type ComponentState,
  type DayReading,
  type DaySpan,
  componentStates,
  daysUpTo,
  readDay,
  readSpan,
  readState,
  reportsThatDegrade,
  reportsWindowSeconds
} from './day.ts'
export { type Segment, segmentsOf } from './segments.ts'
