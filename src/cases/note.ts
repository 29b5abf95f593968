import { refuseHostileText } from '../kernel/persian/index.ts'
import { toPersianDigits } from '../kernel/persian/index.ts'
import type { Actor } from '../people/index.ts'
import { InvalidInputError } from '../platform/index.ts'
import { newOwnedId } from './case-id.ts'
import type { Note } from './case-record.ts'
import { refusalMessages } from './messages-refusals.ts'
import { problem } from './refusals.ts'

const noteLengthMax = 4000

/** Where a note stands in the input, whose it is and when. */
export interface NoteAt {
  readonly pointer: string
  readonly actor: Actor
  readonly at: Temporal.Instant
}

/**
 * A note of what somebody wrote, or `null` where nothing was written.
 * @throws {InvalidInputError} If it is too long, or holds characters that make a text lie.
 */
export function noteOf(text: string | undefined, where: NoteAt): Note | null {
  const plain = (text ?? '').trim()
  if (plain === '') return null
  const { pointer, actor, at } = where
  if (plain.length > noteLengthMax) {
    const { tooLong } = refusalMessages.entries
    const most = String(noteLengthMax)
    const message = { fa: tooLong.fa(toPersianDigits(most)), en: tooLong.en(most) }
    throw new InvalidInputError([problem(pointer, 'text/too-long', message)])
  }
  const fault = refuseHostileText(plain)
  if (fault !== null) throw new InvalidInputError([problem(pointer, fault.code, fault.text)])
  return { id: newOwnedId(actor.id, at), author: actor.id, text: plain, writtenAt: at }
}
