import type { DirectoryEntry } from '../../../kernel/directory/index.ts'

/** A mailbox as the API tells it. */
export interface ShownMailbox {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'unit'
  readonly authority: string | null
  readonly unit: string | null
  readonly name: { readonly fa: string; readonly en: string }
  /** Name on the signatures of its keys. */
  readonly keyName: string
  readonly recipient: string
  readonly sequence: number
  /** A key that counts 72 hours later. */
  readonly pending: { readonly recipient: string } | null
  readonly demonstration: boolean
  readonly confidential: boolean
  readonly via: 'own' | 'delegation' | 'unit' | 'heir'
}

/** A way to open a mailbox, as the API tells it. */
export interface ShownSlot {
  readonly id: string
  readonly purpose: string
  readonly kind: 'passkey' | 'paper' | 'mailbox' | 'recovery'
  readonly label: string
  readonly credential: string | null
  /** The wrapped seed, JSON text. */
  readonly slot: string
  readonly recipient: string | null
  readonly provenAt: string | null
  readonly drillDue: boolean
}

/** What a device needs to open a mailbox. */
export interface Keyring {
  readonly mailbox: ShownMailbox
  readonly slots: readonly ShownSlot[]
  readonly past: readonly {
    readonly sequence: number
    readonly recipient: string
    readonly slot: string | null
  }[]
  readonly demonstration: string | null
}

/** What is needed to change the key of a mailbox. */
export interface RotationPlan {
  readonly mailbox: ShownMailbox
  /** The entry of the directory that the new one follows. */
  readonly entry: DirectoryEntry
  readonly ways: readonly {
    readonly id: string
    readonly purpose: string
    /** Mailbox of whoever else has the way. */
    readonly reader: string | null
    readonly recipient: string | null
    readonly binding: string
  }[]
}

/** The keys with which a seed is compared before anything is opened by it. */
export interface KnownKeys {
  readonly now: string | null
  /** One that waits to count. */
  readonly next: string | null
  /** Whether a key of before is one of this mailbox. */
  readonly had: (recipient: string) => boolean
}
