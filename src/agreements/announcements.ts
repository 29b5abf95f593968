// Later texts of agreements, from their announcement to the day they hold.
export { type AgreementNotice, agreementNotice } from './agreement-notice.ts'
export { type AnnouncedRevision, waitingRevisions } from './effect-store.ts'
export { type RevisionSighting, takeEffect } from './take-effect.ts'
export { announcedNote } from './views/announced-note.ts'
