import { caseDesk } from '../../cases/index.ts'
import type { Context } from '../../platform/index.ts'
import type { Party, StoredLetter } from './letter.ts'
import { letterById } from './letter-store.ts'
import { LetterReferenceError } from './refusals.ts'

/**
 * Whether a letter names only what is between its two ends: the applicant's case at this body, a letter
 * that it answers, a letter of which it is the sender's own copy.
 * @throws {LetterReferenceError}
 */
export async function checkReferences({ db }: Context, letter: StoredLetter): Promise<void> {
  if (letter.case !== null) {
    const owner = await caseDesk.ownerOfCase(db, letter.case)
    const isBetween = owner?.authority === letter.authority && isParty(letter, owner.applicant)
    if (!isBetween) throw new LetterReferenceError('/case')
  }
  if (letter.inReplyTo !== null) {
    const answered = await letterById(db, letter.inReplyTo)
    if (answered === null || !isSame(answered.recipient, letter.sender)) {
      throw new LetterReferenceError('/inReplyTo')
    }
  }
  if (letter.copyOf !== null && !isSame(letter.sender, letter.recipient)) {
    throw new LetterReferenceError('/copyOf')
  }
}

// A copy for oneself is about somebody else's case.
function isParty({ sender, recipient, copyOf }: StoredLetter, person: string): boolean {
  return copyOf !== null || sender.person === person || recipient.person === person
}

function isSame(one: Party, other: Party): boolean {
  return one.mailbox !== null && one.mailbox === other.mailbox
}
