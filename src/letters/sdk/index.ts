/**
 * `peyman/sdk`: seals and opens letters in the program of a body, so that the desk has ciphertext only. It
 * looks keys up in the directory and believes what the public log proves; it signs with the unit's key;
 * a letter that is sent twice is one letter.
 */
export type { HeldLetter } from './approvals.ts'
export type { FileAttachment, GivenAttachment } from './attachments.ts'
export type { CheckedOpenings, SentLetter } from './check-openings.ts'
export {
  type Connection,
  type FilerConnection,
  type UnitConnection,
  connectFiler,
  connectSender,
  connectUnit
} from './connect.ts'
export { type Desk, deskWith } from './desk.ts'
export {
  AttachmentNameError,
  SubjectError,
  DeskAwayError,
  DeskRefusedError,
  DirectoryRefusedError,
  KeyslotMissingError,
  LetterTooLargeError,
  TooManyAttachmentsError,
  UnsealableError,
  WaitingLetterError
} from './errors.ts'
export { filePins } from './file-pins.ts'
export type {
  Addressee,
  Envelope,
  IdentifierKind,
  OutgoingLetter,
  PreparedLetter,
  SendAnswer,
  SendReceipt
} from './letter.ts'
export type { OpenedFile } from './opened-file.ts'
export type { PaperPage } from './paper-page.ts'
export {
  type ArrivedLetter,
  type ReceivedLetter,
  type Receiver,
  createReceiver
} from './receiver.ts'
export type {
  ApplicationArrival,
  ApplicationCorrection,
  ApplicationFiler,
  ApplicationReader,
  CaseDefect,
  CaseDocument,
  ChangedCase,
  FiledApplication,
  OpenedApplication,
  OpenedCaseDocument,
  ReceivingUnit,
  SealedApplication
} from './sealed-case.ts'
export { type ApplicationFault, ApplicationFaultError } from './sealed-case-fault.ts'
export {
  type SealedFile,
  inlineBytesMax,
  lengthOf,
  piecesOfFile,
  writePieces
} from './sealed-file.ts'
export { type Sender, createSender } from './sender.ts'
export type { SenderOptions } from './sender-options.ts'
export type { WaitingLetter } from './waiting.ts'
export type { PinStore } from '../../kernel/directory/index.ts'
