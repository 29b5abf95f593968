// @door-wide Every slice above asks here what is promised; starting and controls enter here too.
// Agreements and office calendars: what is promised, since when, until when, and by which hours.
/** Later texts: their notices, their effect, and what waits. */
export * as announcements from './announcements.ts'
/** Accepting an agreement before the first use of the services under it. */
export * as acceptance from './acceptance/index.ts'
export type { AgreementVersion } from './agreement-version.ts'
export {
  agreementStanding,
  agreementVersions,
  listAgreements,
  serviceAgreementState
} from './find-agreement.ts'
/** For whom it is recorded what is true of the whole installation. */
export { promisingAuthorities } from './promising-authorities.ts'
/** The data policy: rows that hold, uses that are demanded. */
export * as dataPolicy from './data-policy/index.ts'
export { importAgreements } from './import-agreements.ts'
export { importCalendars } from './import-calendars.ts'
export { officeCalendar } from './office-calendar.ts'
export { renderAgreement } from './views/render-agreement.ts'
export { standaloneAgreement } from './views/standalone.ts'
