// @door-wide Readers, writers, checks and measures all come in here for the letters themselves.
// The exchange: sealed letters from mailbox to mailbox, their states and the evidence of each.
export { type HandedIn, type ItemAnswer, acceptLetter, acceptLetters } from './accept-letter.ts'
export { type Proof, type ProvenState, confirmOpening } from './confirm-opening.ts'
export {
  type ClaimedFile,
  keepClaimed,
  recordClaimed,
  stillWaiting,
  waitingLetter
} from './claimed-letter.ts'
export { mayUseCrisisLane } from './crisis-lane.ts'
export { exchangeJobs } from './jobs.ts'
export { exchangeRoutes } from './routes.ts'
export {
  type Lane,
  type LetterInput,
  type LetterReceipt,
  type StoredLetter,
  lanes
} from './letter.ts'
export { type EvidenceItem, type LetterEvidence, letterEvidence } from './letter-evidence.ts'
export { type LetterState, deliveredStates, endStates, erdsEvents } from './letter-state.ts'
export { type Folder, type ListedLetters, listLetters, listedMax } from './list-letters.ts'
export { approveLetter, refuseApproval } from './decide-approval.ts'
export {
  type LetterToApprove,
  type WaitingLetter,
  listApprovals,
  listWaiting
} from './list-waiting.ts'
export { type Resealing, resealLetter } from './reseal-letter.ts'
export { checkSealed } from './check-letter.ts'
export { maySend } from './parties.ts'
export { endRecipient, recordingRoles } from './end-recipient.ts'
export { reverseEnd } from './reverse-end.ts'
export { recipientEndOf } from './recipient-end-store.ts'
export { remarksOf } from './remark-store.ts'
export { type OpenedContent, readContent } from './read-content.ts'
export { type ReportKind, reportKinds, reportLetter } from './report-letter.ts'
export { type SeenLetter, type Side, seeLetter } from './see-letter.ts'
export { exchangeHolder } from './personal-data.ts'
export { needsSecondPerson, setSecondPerson } from './unit-setting-store.ts'
export { withdrawLetter } from './withdraw-letter.ts'
