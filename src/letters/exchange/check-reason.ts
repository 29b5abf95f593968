import { refuseHostileText } from '../../kernel/persian/index.ts'
import { LetterReasonError } from './refusals.ts'
import { remarkLengthMax } from './remark-store.ts'

/**
 * A reason that somebody wrote, trimmed.
 * @throws {LetterReasonError} If it is empty, too long, or hides characters.
 */
export function checkReason(typed: string): string {
  const words = typed.trim().normalize('NFC')
  const isRight = words !== '' && words.length <= remarkLengthMax
  if (!isRight || refuseHostileText(words) !== null) throw new LetterReasonError()
  return words
}
