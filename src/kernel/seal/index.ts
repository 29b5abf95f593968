/**
 * Letters as `docs/specs/letter.md` specifies them: content, signature of the sender, padding, sealing
 * by age. Pure and browser-safe; it reads no clock. What reads or opens never throws on bad input.
 */
export {
  type RecipientKind,
  generateMailboxIdentity,
  openAgeFile,
  recipientKindOf,
  recipientOf
} from './age-file.ts'
export {
  type Attachment,
  type Letter,
  type LetterDraft,
  type LetterHeader,
  letterLimits
} from './letter.ts'
export {
  type OpenFault,
  type OpenedLetter,
  type SenderVerdict,
  judgeSender,
  openLetter
} from './open-letter.ts'
export { paddedLength } from './padding.ts'
export { type SealFault, type SealedLetter, sealLetter } from './seal-letter.ts'
