/**
 * `peyman/sdk`: seals letters in the program of a body, so that the desk is given ciphertext only. It
 * looks keys up in the directory and believes what the public log proves; it signs with the unit's key;
 * a letter that is sent twice is one letter.
 */
export { type Connection, connectSender } from './connect.ts'
export { type Desk, deskWith } from './desk.ts'
export {
  DeskAwayError,
  DeskRefusedError,
  DirectoryRefusedError,
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
export { type Sender, createSender } from './sender.ts'
export type { SenderOptions } from './sender-options.ts'
export type { WaitingLetter } from './waiting.ts'
export type { PinStore } from '../../kernel/directory/index.ts'
