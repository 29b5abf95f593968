// Agreements and office calendars: what is promised, since when, until when, and by which hours.
export type {
  AgreementId,
  AgreementStanding,
  AgreementSummary,
  AgreementVersion
} from './agreement-version.ts'
export {
  type ServiceAgreement,
  agreementInForce,
  agreementStanding,
  agreementVersions,
  listAgreements,
  serviceAgreementState
} from './find-agreement.ts'
export { importAgreements } from './import-agreements.ts'
export { importCalendars } from './import-calendars.ts'
export { type OfficeCalendar, officeCalendar } from './office-calendar.ts'
export { type Beside, type RenderOptions, renderAgreement } from './views/render-agreement.ts'
export { standaloneAgreement } from './views/standalone.ts'
