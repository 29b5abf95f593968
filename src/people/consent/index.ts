// Consent for one act at a counter: the citizen's code, or paper where no code can reach them.
export { type ConsentInput, askConsent, consentTopic, reachableBy } from './ask-consent.ts'
export { type ConsentAct, consentActWord, consentActs } from './consent-act.ts'
export { type ConsentFor, type CounterConsent, consentsOf } from './consent-store.ts'
export { isCounterDevice } from '../sharing/sharing-store.ts'
export { ConsentUnreachableError } from './refusals.ts'
export { makeConsentCode, sendConsentCodes } from './send-consent-code.ts'
export { demandPaperConsent, proveConsent, spendConsent } from './use-consent.ts'
