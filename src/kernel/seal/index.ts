/**
 * Letters as `docs/specs/letter.md` specifies them: content, signature of the sender, padding, sealing
 * by age; the keys of a mailbox and the ways to open it. Pure and browser-safe; it reads no clock. What
 * reads or opens never throws on bad input.
 */
export {
  type RecipientKind,
  generateMailboxIdentity,
  openAgeFile,
  recipientKindOf,
  recipientOf,
  sealedFileBytes
} from './age-file.ts'
export {
  type AgeHeader,
  type AgeStanza,
  formatAgeHeader,
  fromBareBase64,
  mayBecomeHeader,
  parseAgeHeader,
  toBareBase64
} from './age-header.ts'
export {
  type CaseDocumentFacts,
  type CaseDocumentHead,
  type CaseFileFault,
  type CaseForm,
  type CaseSealFault,
  caseFormBytesMax,
  openCaseDocument,
  openCaseForm,
  sealCaseDocument,
  sealCaseForm,
  sealedDocumentBytesMax
} from './case-file.ts'
export {
  type CaseJudgement,
  type JudgementFault,
  type JudgementVerdict,
  judgementFault,
  judgements,
  signJudgement
} from './case-judgement.ts'
export {
  type CaseProblem,
  type ChangedPart,
  type ClaimedCase,
  type JudgedBy,
  type JudgedCase,
  type JudgedDocument,
  type OpenedDocument,
  correctedFields,
  judgeCase
} from './judge-case.ts'
export { leaksAnswer } from './note-leak.ts'
export { decodeBech32, encodeBech32 } from './bech32.ts'
export {
  type Keyslot,
  type KeyslotFault,
  joinSecret,
  keyslotBytesMax,
  keyslotSchema,
  newRecoverySecret,
  passkeyPrfInput,
  splitSecret,
  unwrapForMailbox,
  unwrapWithSecret,
  wrapForMailbox,
  wrapWithSecret
} from './keyslots.ts'
export {
  type Attachment,
  type Letter,
  type LetterDraft,
  type LetterHeader,
  isAttachmentName,
  isSubject,
  letterLimits
} from './letter.ts'
export {
  type MailboxKeys,
  type MailboxOwner,
  isSeedOf,
  mailboxIdentity,
  mailboxKeys,
  mailboxName,
  newMailboxSeed
} from './mailbox-keys.ts'
export { type SealedSource, attachmentReader } from './attachment-reader.ts'
export { type BodyBlock, type Direction, directionOf, parseBody } from './markdown.ts'
export type { BodyInline } from './markdown-inline.ts'
export { judgeKeyIn, messageIn } from './note-keys.ts'
export {
  type OpenFault,
  type OpenedLetter,
  type SenderVerdict,
  judgeSender,
  openContent,
  openLetter,
  readOpened
} from './open-letter.ts'
export {
  type OpeningState,
  openingToken,
  signOpening,
  tokenHashOf,
  verifyOpening
} from './opening.ts'
export { paddedLength } from './padding.ts'
export {
  type PaperWordsFault,
  newPaperSecret,
  paperWordCount,
  paperWords,
  readPaperWords,
  readShareWords,
  shareBytes,
  shareWordCount,
  shareWords
} from './paper-words.ts'
export { portableSealPrimitives } from './portable-primitives.ts'
export { type Addressing, type SealFault, type SealedLetter, sealLetter } from './seal-letter.ts'
export {
  type AgeFault,
  DamagedFileError,
  type Pieces,
  type RunningHash,
  type SealPrimitives
} from './seal-primitives.ts'
export {
  AttachmentChangedError,
  type SealingLetter,
  type StreamedAttachment,
  type StreamedDraft,
  sealStream
} from './seal-stream.ts'
export { type Opening, type StreamedLetter, openStream } from './open-stream.ts'
export { piecesOf } from '../files/index.ts'
export {
  type SealedHead,
  hybridStanza,
  readSealedHead,
  sealedBytesMax,
  sizeClassOf
} from './sealed-form.ts'
