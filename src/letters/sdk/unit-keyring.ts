import { type DirectoryClient, findRecipient } from '../../kernel/directory/index.ts'
import {
  type MailboxKeys,
  isSeedOf,
  mailboxKeys,
  mailboxName,
  unwrapForMailbox
} from '../../kernel/seal/index.ts'
import { directoryOwner, parsedSlot } from '../../kernel/mailbox/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { type Desk, askDesk } from './desk.ts'
import { DirectoryRefusedError, KeyslotMissingError } from './errors.ts'

/** The unit whose mailbox it is. */
export interface UnitPlace {
  readonly authority: string
  readonly unit: string
}

/** What the desk tells of a mailbox. */
export interface ToldMailbox {
  readonly id: string
  readonly authority: string | null
  readonly unit: string | null
  readonly recipient: string
  readonly sequence: number
}

interface ToldKeyring {
  readonly mailbox: ToldMailbox
  readonly slots: readonly { readonly recipient: string | null; readonly slot: string }[]
  readonly past: readonly { readonly recipient: string; readonly slot: string | null }[]
}

/** Keys of a unit's mailbox that a program opened by a keyslot of its own. */
export interface UnitKeys {
  readonly keys: MailboxKeys
  /** Those of before that the directory knows, the newest first. */
  readonly past: readonly MailboxKeys[]
  /** The slot as it was: another one, or none, is another right. */
  readonly slot: string
}

/** The ways of a mailbox that are this program's: sealed to its own key. */
export async function ownSlot(
  desk: Desk,
  { mailbox, recipient }: { readonly mailbox: string; readonly recipient: string }
): Promise<{ keyring: ToldKeyring; slot: string | null }> {
  const answer = await askDesk(desk, `/mailboxes/${mailbox}/keyslots`)
  const keyring = (await answer.json()) as ToldKeyring
  const own = keyring.slots.find((each) => each.recipient === recipient)
  return { keyring, slot: own?.slot ?? null }
}

/**
 * Opens a unit's mailbox by the keyslot that its custodians gave to this program. Anybody can seal a seed
 * to a program's key: only one whose key the directory proves to be the unit's is used, and of the seeds of
 * before only those that it proves were the unit's.
 * @param by - `identity`: the program's own, `AGE-SECRET-KEY-PQ-1…`; the seed is in no file.
 * @throws {KeyslotMissingError} If there is no way for this program: none was given, or it was taken away.
 * @throws {DirectoryRefusedError} If the seed is not the one whose key the directory proves.
 */
export async function openUnit(
  { desk, directory }: { readonly desk: Desk; readonly directory: DirectoryClient },
  by: {
    readonly place: UnitPlace
    readonly mailbox: string
    readonly identity: string
    readonly recipient: string
  }
): Promise<UnitKeys> {
  const { place, mailbox, identity, recipient } = by
  const { keyring, slot } = await ownSlot(desk, { mailbox, recipient })
  if (slot === null) throw new KeyslotMissingError(directoryOwner(place))
  const seed = await unwrapForMailbox(parsedSlot(slot), identity)
  if (!seed.ok) throw new KeyslotMissingError(directoryOwner(place))
  const owner = directoryOwner(place)
  const found = await findRecipient(directory, owner)
  if (!found.ok) throw new DirectoryRefusedError(owner, found.fault)
  const name = mailboxName(directory.trust.host, place)
  const keys = await mailboxKeys(seed.value, name, nativePrimitives)
  if (found.recipient !== keys.recipient) throw new DirectoryRefusedError(owner, 'own-key')
  const known = new Set(found.lookup.history.map((entry) => entry.recipient))
  return { keys, past: await pastKeys(keyring, { keys, known, name }), slot }
}

async function pastKeys(
  { past }: ToldKeyring,
  of: { readonly keys: MailboxKeys; readonly known: ReadonlySet<string | null>; name: string }
): Promise<MailboxKeys[]> {
  const found: MailboxKeys[] = []
  for (const { recipient, slot } of past) {
    if (slot === null || !of.known.has(recipient)) break
    const newer = found.at(-1) ?? of.keys
    const older = await unwrapForMailbox(parsedSlot(slot), newer.identity)
    if (!older.ok || !(await isSeedOf(older.value, recipient))) break
    found.push(await mailboxKeys(older.value, of.name, nativePrimitives))
  }
  return found
}
