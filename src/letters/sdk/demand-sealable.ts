import { isAttachmentName, isSubject, letterLimits } from '../../kernel/seal/index.ts'
import type { GivenAttachment } from './attachments.ts'
import {
  AttachmentNameError,
  LetterTooLargeError,
  SubjectError,
  TooManyAttachmentsError
} from './errors.ts'

/**
 * Makes sure that a letter is within what any reader takes; files are measured while they are sealed.
 * @throws {SubjectError} {@link TooManyAttachmentsError} {@link AttachmentNameError} {@link LetterTooLargeError}
 */
export function demandSealable({
  subject,
  body,
  attachments
}: {
  readonly subject: string
  readonly body: string
  readonly attachments: readonly GivenAttachment[]
}): void {
  if (!isSubject(subject)) throw new SubjectError()
  const { attachments: most, letterBytes } = letterLimits
  if (attachments.length > most) throw new TooManyAttachmentsError(attachments.length, most)
  const unnamed = attachments.find(({ name }) => !isAttachmentName(name))
  if (unnamed !== undefined) throw new AttachmentNameError(unnamed.name)
  const held = attachments.map((each) => ('content' in each ? each.content.length : 0))
  const bytes = held.reduce((sum, each) => sum + each, Buffer.byteLength(body))
  if (bytes > letterBytes) throw new LetterTooLargeError(letterBytes)
}
