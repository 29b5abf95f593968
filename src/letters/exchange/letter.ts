import type { LetterState } from './letter-state.ts'

/** The kind of data that letters are (PI-5, row 2). */
export const lettersType = 'letters'

/** Queues of their own: nothing of one waits behind another. */
export const lanes = ['crisis', 'single', 'bulk'] as const
/** One of {@link lanes}. */
export type Lane = (typeof lanes)[number]

/** One end of a letter: a mailbox, and whose it is. */
export interface Party {
  /** Id of the mailbox; `null` for a recipient who has none yet. */
  readonly mailbox: string | null
  readonly authority: string | null
  readonly unit: string | null
  readonly person: string | null
}

/** A letter as the server knows it: what stands on the envelope. */
export interface StoredLetter {
  readonly id: string
  /** In whose bucket it is: the recipient's mailbox, the sender's while it waits for one. */
  readonly heldBy: string
  readonly sender: Party & { readonly mailbox: string }
  readonly recipient: Party
  /** The body whose letter it is. */
  readonly authority: string
  readonly lane: Lane
  /** Padded length of what was sealed, bytes. */
  readonly sizeClass: number
  readonly sizeBytes: number
  /** Of the sealed file, base64. */
  readonly sha256: string
  /** SHA-256 of the age recipient that it is sealed to, base64. */
  readonly recipientKey: string
  /** SHA-256 of the opening token, base64. */
  readonly tokenHash: string
  /** Where its bytes are; `null` once they are gone. */
  readonly content: string | null
  readonly case: string | null
  readonly inReplyTo: string | null
  readonly copyOf: string | null
  readonly sentAt: Temporal.Instant
  readonly acceptedAt: Temporal.Instant
  readonly publishAt: Temporal.Instant
  /** The legal effective date for this recipient, where its sender states one. */
  readonly effectiveAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly arrivedAt: Temporal.Instant | null
  readonly state: LetterState
  readonly stateAt: Temporal.Instant
}

/** By what bodies know people and businesses. */
export const identifierKinds = ['national-id', 'legal-id', 'foreigner-code'] as const

/** Whom a letter is for: a mailbox, a unit, or a person who may have none yet. */
export type RecipientInput =
  | { readonly mailbox: string }
  | { readonly authority: string; readonly unit: string }
  | { readonly person: string }
  | {
      readonly identifier: {
        readonly kind: (typeof identifierKinds)[number]
        readonly value: string
      }
    }

/** What its sender says of a letter that is handed in. */
export interface LetterInput {
  /** UUID; signed inside the letter, so that none can be sent as another. */
  readonly id: string
  /** The mailbox that sends. */
  readonly sender: string
  readonly recipient: RecipientInput
  readonly recipientKey: string
  readonly lane: Lane
  readonly sizeClass: number
  readonly sizeBytes: number
  readonly sha256: string
  readonly tokenHash: string
  readonly sentAt: Temporal.Instant
  readonly case?: string | undefined
  readonly inReplyTo?: string | undefined
  readonly copyOf?: string | undefined
  readonly publishAt?: Temporal.Instant | undefined
  readonly effectiveAt?: Temporal.Instant | undefined
  readonly expiresAt?: Temporal.Instant | undefined
  /** It is sealed to the sender's own unit and waits for a second person there. */
  readonly approval?: boolean | undefined
}

/** What its sender holds of an accepted letter. */
export interface LetterReceipt {
  readonly letter: string
  readonly state: LetterState
  readonly acceptedAt: Temporal.Instant
  readonly sha256: string
  /** Id of the fact of the acceptance: `/api/v1/receipts/{fact}` is its receipt. */
  readonly fact: string | null
  /** It was accepted before, and is the same. */
  readonly repeated: boolean
}
