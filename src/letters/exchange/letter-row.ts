import type { StoredLetter } from './letter.ts'

/** A row of `letters`, one flat name for each column. */
export type LetterRow = Omit<StoredLetter, 'sender' | 'recipient' | 'heldBy'> & {
  readonly sender: string
  readonly senderAuthority: string | null
  readonly senderUnit: string | null
  readonly senderPerson: string | null
  readonly recipient: string | null
  readonly recipientAuthority: string | null
  readonly recipientUnit: string | null
  readonly recipientPerson: string | null
}

/** A letter from its row. */
export function letterOfRow(row: LetterRow): StoredLetter {
  const {
    sender,
    senderAuthority,
    senderUnit,
    senderPerson,
    recipient,
    recipientAuthority,
    recipientUnit,
    recipientPerson,
    ...rest
  } = row
  return {
    ...rest,
    heldBy: recipient ?? sender,
    sender: {
      mailbox: sender,
      authority: senderAuthority,
      unit: senderUnit,
      person: senderPerson
    },
    recipient: {
      mailbox: recipient,
      authority: recipientAuthority,
      unit: recipientUnit,
      person: recipientPerson
    }
  }
}
