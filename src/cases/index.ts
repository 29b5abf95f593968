// The door of the desk: applications from filing to decision, their clocks, their history.

/** Every use case, each one transaction: `caseDesk.submitCase(context, actor, input)`. */
export * as caseDesk from './case-desk.ts'
export { type CaseHistory, type Defect, type Stage, openReturn } from './case.ts'
/** The history of a case, folded from facts; pure. */
export { historyOf } from './case-history.ts'
/** The promise clock of a history; pure. */
export { type CaseCalendar, type CaseClock, readCaseClock } from './case-clock.ts'
/** The calendars that the clocks of an authority run on, as known at an instant. */
export { calendarOf } from './published.ts'
/** Type of the document that holds the answers of a sealed case; no card lists it. */
export { sealedFormType } from './sealed/sealed-form.ts'
/** Rebuilds every cached value from facts and lists what differs. */
export { type CaseDifference, checkCases } from './check-cases.ts'
