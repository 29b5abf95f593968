// An agreement is a contract with each applicant: accepted before the first use, and each new version.
export { type Acceptance, acceptancesOf } from './acceptance-store.ts'
export {
  type AcceptanceAsked,
  acceptAgreement,
  acceptOnPaper,
  demandAcceptance
} from './accept-agreement.ts'
export { AgreementNotAcceptedError } from './refusals.ts'
export { seedAcceptances } from './seed-acceptances.ts'
export { type ToAccept, toAccept } from './to-accept.ts'
