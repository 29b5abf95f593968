import type { GivenAttachment } from './attachments.ts'
import type { SealedFile } from './sealed-file.ts'

/** Whom a letter is for. */
export type Addressee =
  /** By what the body knows them by; the directory proves whose mailbox that is. */
  | { readonly identifier: { readonly kind: IdentifierKind; readonly value: string } }
  /** By the id of a mailbox, of a person or of a unit. */
  | { readonly mailbox: string }
  /** A unit of a body. */
  | { readonly authority: string; readonly unit: string }
  /** By the desk's own id of a person: whose mailbox that is, is the desk's word. */
  | { readonly person: string }

/** What a person or a business is known by. */
export type IdentifierKind = 'national-id' | 'legal-id' | 'foreigner-code'

/** A letter as its writer has it. */
export interface OutgoingLetter {
  /** UUID; a new one where absent. The same id is the same letter. */
  readonly id?: string | undefined
  readonly to: Addressee
  readonly subject: string
  /** Markdown, the safe subset of docs/specs/letter.md. */
  readonly body: string
  /** In memory, by the path of a file, or as a stream that can be read again. */
  readonly attachments?: readonly GivenAttachment[] | undefined
  /** Id of the case that it belongs to. */
  readonly case?: string | undefined
  readonly lane?: 'crisis' | 'single' | 'bulk' | undefined
  readonly inReplyTo?: string | undefined
  readonly publishAt?: Temporal.Instant | undefined
  readonly effectiveAt?: Temporal.Instant | undefined
  readonly expiresAt?: Temporal.Instant | undefined
  /** A second person of the unit approves it first: it is sealed to the unit itself until then. */
  readonly approval?: boolean | undefined
}

/** What is said of a sealed letter beside its bytes; JSON, as the desk takes it. */
export interface Envelope {
  readonly id: string
  readonly sender: string
  readonly recipient: object
  readonly recipientKey: string
  readonly lane: string
  readonly sizeClass: number
  readonly sha256: string
  readonly tokenHash: string
  readonly sentAt: string
  readonly case?: string
  readonly inReplyTo?: string
  readonly publishAt?: string
  readonly effectiveAt?: string
  readonly expiresAt?: string
  readonly approval?: true
}

/** A sealed letter that can be sent, and sent again: it is the same letter each time. */
export interface PreparedLetter {
  readonly envelope: Envelope
  /** The age file, in memory or on the disk. */
  readonly file: SealedFile
  /** It is sealed to the sender, since its recipient has no mailbox yet. */
  readonly waits: boolean
}

/** What the desk gave for an accepted letter. */
export interface SendReceipt {
  readonly letter: string
  readonly state: string
  readonly acceptedAt: string
  readonly sha256: string
  readonly fact: string | null
  /** Address of its receipt, once the log has it. */
  readonly receipt: string | null
  /** It was accepted before, and is the same. */
  readonly repeated: boolean
}

/** The answer for one of many. */
export type SendAnswer =
  | { readonly letter: string; readonly receipt: SendReceipt; readonly refused: null }
  | {
      readonly letter: string
      readonly receipt: null
      readonly refused: { code: string; title: string }
    }
