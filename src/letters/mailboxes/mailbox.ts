import { hash } from 'node:crypto'
import { directoryOwner } from '../../kernel/mailbox/index.ts'

/** Whose a mailbox is. */
export type MailboxOwner =
  { readonly person: string } | { readonly authority: string; readonly unit: string }

/** A mailbox: one key pair, in the directory of keys, whatever devices open it. */
export interface Mailbox {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'unit'
  /** Person id of the person or business whose it is. */
  readonly person: string | null
  readonly authority: string | null
  readonly unit: string | null
  /** age recipient of its key of now. */
  readonly recipient: string
  /** SHA-256 of that, base64: how letters name the key that they are sealed to. */
  readonly keyHash: string
  /** Sequence of its key of now in the directory. */
  readonly sequence: number
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  /** Since when somebody who could open it no more may, and its key should change. */
  readonly rotationDue: Temporal.Instant | null
  /** A key that nobody of before vouches for, and that may still be stopped. */
  readonly pending: PendingKey | null
  /** Its key is in the program, for all to read: a unit of a demonstration. */
  readonly demonstration: boolean
  /** Two proven ways to open it: letters may arrive. */
  readonly confidential: boolean
}

/** {@link Mailbox.keyHash} of an age recipient. */
export function keyHashOf(recipient: string): string {
  return hash('sha256', recipient, 'base64')
}

/** What is known of a mailbox without its keys. */
export type MailboxFace = Omit<Mailbox, 'recipient' | 'pending'>

/** The key of a mailbox whose every way was lost, until it counts. */
export interface PendingKey {
  readonly recipient: string
  readonly sequence: number
  readonly at: Temporal.Instant
}

/** For whom a way to open a mailbox is. */
export type SlotPurpose =
  'own' | 'custodian' | 'member' | 'delegate' | 'contact' | 'kin' | 'program'

/** A way to open a mailbox: its seed, wrapped in a browser for what the server has not. */
export interface StoredSlot {
  readonly id: string
  readonly mailbox: string
  readonly purpose: SlotPurpose
  readonly kind: 'passkey' | 'paper' | 'mailbox' | 'recovery'
  /** To whose own mailbox the seed is sealed. */
  readonly reader: string | null
  /** Id of that mailbox. */
  readonly readerMailbox: string | null
  /** By which delegation its reader has it. */
  readonly delegation: string | null
  /** What its owner calls it. */
  readonly label: string
  /** Sequence of the directory entry whose key it opens. */
  readonly sequence: number
  /** Id of the passkey that opens it. */
  readonly credential: string | null
  /** The wrapped seed, JSON text. */
  readonly slot: string
  /** To what a new seed is wrapped when the key changes and the slot stays. */
  readonly recipient: string | null
  /** Mark by the open mailbox on what this way is; base64. */
  readonly binding: string
  readonly madeAt: Temporal.Instant
  readonly provenAt: Temporal.Instant | null
}

/** Ways of its owner that a mailbox needs before letters may arrive, and never has fewer of after. */
export const waysNeeded = 2

/** Ways of one mailbox, of all purposes. */
export const slotsMax = 200

/** After this a way to open should be tried again: paper fades, and devices are given away. */
export const drillDays = 365

const ownersWays: readonly SlotPurpose[] = ['own', 'custodian']

/** The ways that keep a mailbox open for its owner: of their own, or of its custodians. */
export function countsAsWay(slot: Pick<StoredSlot, 'purpose' | 'provenAt'>): boolean {
  return slot.provenAt !== null && ownersWays.includes(slot.purpose)
}

/** Whether a way was not tried for a year; a program tries its own all the time. */
export function isDrillDue(
  slot: Pick<StoredSlot, 'provenAt' | 'madeAt'> & Partial<Pick<StoredSlot, 'purpose'>>,
  now: Temporal.Instant
): boolean {
  if (slot.purpose === 'program') return false
  const since = slot.provenAt ?? slot.madeAt
  return Temporal.Instant.compare(since.add({ hours: 24 * drillDays }), now) <= 0
}

/** The owner's text, which leads to the mailbox and to the bucket of that row. */
export function ownerText(owner: MailboxOwner): string {
  return 'unit' in owner ? `unit:${owner.authority}/${owner.unit}` : `person:${owner.person}`
}

/** Its name in the directory of keys. */
export function entryOwner(mailbox: Pick<Mailbox, 'id' | 'authority' | 'unit'>): string {
  const { id, authority, unit } = mailbox
  return directoryOwner(authority !== null && unit !== null ? { authority, unit } : { mailbox: id })
}

/** Whose rows its facts live with, and which body they belong to. */
export function factPlace({ person, authority }: Mailbox): { owner: string; authority: string } {
  return authority === null
    ? { owner: person ?? '', authority: 'platform' }
    : { owner: authority, authority }
}
