/** One end of a letter, as the page names it: the name is that of the registry, not of the letter. */
export interface Party {
  /** Mailbox id, or `null` for a recipient who has none yet. */
  readonly mailbox: string | null
  /** Owner in the key directory: `unit:sko/it` or `mailbox:<uuid>`. */
  readonly owner: string | null
  /** Name on the signatures of its keys. */
  readonly key: string | null
  /** Name in the reader's language. */
  readonly title: string
}

/** What the page knows of a letter without opening it. */
export interface ListedLetter {
  readonly id: string
  readonly sender: Party
  readonly recipient: Party
  readonly sentAt: string
  readonly acceptedAt: string
  readonly effectiveAt: string | null
  readonly case: string | null
  readonly inReplyTo: string | null
  readonly state: string
  /** Of the sealed file, base64: what anybody checks the letter by; `null` before it arrived. */
  readonly sha256: string | null
  /** Id of the letter whose bytes are opened: this one, or the sender's own copy of it; `null`: gone. */
  readonly content: string | null
  /** The reader is the sender. */
  readonly isSent: boolean
  /** Page of its evidence. */
  readonly href: string
}

/** What the page gives to the script. */
export interface ReaderData {
  readonly mailbox: string
  /** Name on the signatures of the reader's own mailbox. */
  readonly key: string
  readonly owner: string
  readonly csrf: string
  /** The owner has died: an heir reads, and signs nothing. */
  readonly isHeir: boolean
  /** Text of the policy by which heads of the key directory are believed; empty where there is no log. */
  readonly policy: string
  readonly host: string
}
