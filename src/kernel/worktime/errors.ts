/**
 * A question about time that has no right answer, and the input field that is the reason.
 *
 * Nothing in this kernel answers with a guessed date: whatever cannot be known is thrown as one of
 * the subclasses below. `code` is stable, `message` is one English line without the field.
 */
export class WorktimeError extends Error {
  override name = 'WorktimeError'
  readonly code: string = 'worktime/invalid'
  /** Path into the input, such as `pauses[0].to` or `calendar.weekly`. */
  readonly field: string

  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** The input does not have the documented shape. */
export class MalformedInputError extends WorktimeError {
  override name = 'MalformedInputError'
  override readonly code = 'worktime/malformed-input'
}

/** The zone is not in the tz database of this runtime. */
export class ZoneUnknownError extends WorktimeError {
  override name = 'ZoneUnknownError'
  override readonly code = 'worktime/zone-unknown'
}

/** The target is not a positive whole number of seconds (or days, for working days). */
export class TargetInvalidError extends WorktimeError {
  override name = 'TargetInvalidError'
  override readonly code = 'worktime/target-invalid'
}

/** Two instants of the input contradict each other, as a pause that ends before it starts. */
export class FactOrderError extends WorktimeError {
  override name = 'FactOrderError'
  override readonly code = 'worktime/fact-order'
}

/** The calendar has no open second at all. */
export class CalendarNeverOpensError extends WorktimeError {
  override name = 'CalendarNeverOpensError'
  override readonly code = 'worktime/calendar-never-opens'
}

/** The calendar's data begins after, or ends before, an instant that the answer needs. */
export class CalendarGapError extends WorktimeError {
  override name = 'CalendarGapError'
  override readonly code = 'worktime/calendar-gap'
}
