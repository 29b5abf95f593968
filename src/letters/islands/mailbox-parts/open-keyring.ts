import { openSlot, parsedSlot } from '../../../kernel/mailbox/index.ts'
import {
  type MailboxKeys,
  isSeedOf,
  mailboxIdentity,
  mailboxKeys,
  unwrapForMailbox
} from '../../../kernel/seal/index.ts'
import type { Keyring, KnownKeys, ShownSlot } from './shapes.ts'

/** An open mailbox. Its seed is in the memory of this page, and nowhere else. */
export interface UnlockedMailbox {
  readonly mailbox: string
  readonly keys: MailboxKeys
  /** What opens its letters: the key of now, then those of before, the newest first. */
  readonly identities: readonly string[]
  /** By which of its ways it was opened; `null` where a telephone did it. */
  readonly way: string | null
  /** Its paper keyslots, for exports that paper is to open without us (`openSlot`). */
  readonly paperSlots: readonly unknown[]
}

/** A seed that came out of a way. */
export interface FoundSeed {
  readonly seed: Uint8Array
  readonly way: ShownSlot
}

/** Tries a secret on the ways of a kind. */
export async function seedBySecret(
  keyring: Keyring,
  kind: ShownSlot['kind'],
  secret: Uint8Array
): Promise<FoundSeed | null> {
  for (const way of keyring.slots.filter((slot) => slot.kind === kind)) {
    const opened = await openSlot(way.slot, { mailbox: keyring.mailbox.id, secret })
    if (opened.ok) return { seed: opened.value, way }
  }
  return null
}

/** Tries the keys of somebody's own mailbox on the ways that were sealed to it. */
export async function seedByMailbox(
  keyring: Keyring,
  identities: readonly string[]
): Promise<FoundSeed | null> {
  for (const way of keyring.slots.filter(({ kind }) => kind === 'mailbox')) {
    for (const identity of identities) {
      const opened = await unwrapForMailbox(parsedSlot(way.slot), identity)
      if (opened.ok) return { seed: opened.value, way }
    }
  }
  return null
}

/**
 * The mailbox of a seed with its keys of before.
 * @param known - The keys that it has: `saidKeys` or `provenKeys`.
 * @returns `null` where the seed is not the one whose key the mailbox has: nothing is opened with it then.
 */
export async function openWith(
  { mailbox, past, slots }: Keyring,
  { seed, way }: { readonly seed: Uint8Array; readonly way: ShownSlot | null },
  known: KnownKeys
): Promise<UnlockedMailbox | null> {
  const isNow = known.now !== null && (await isSeedOf(seed, known.now))
  const isNext = known.next !== null && (await isSeedOf(seed, known.next))
  if (!isNow && !isNext) return null
  const keys = await mailboxKeys(seed, mailbox.keyName)
  const identities = [keys.identity]
  // The keys of pages by post, with sequences below 0, stand in no directory.
  const own = past.filter(({ sequence, recipient }) => sequence < 0 || known.had(recipient))
  for (const key of isNow ? own : []) {
    const older = await seedOfPast(key, identities)
    if (older !== null) identities.push(mailboxIdentity(older))
  }
  const paper = slots.filter(({ kind }) => kind === 'paper')
  const paperSlots = paper.map(({ slot }) => parsedSlot(slot))
  return { mailbox: mailbox.id, keys, identities, way: way?.id ?? null, paperSlots }
}

/** A seed of before, by any key that came after it; `null` where nobody has it any more. */
async function seedOfPast(
  { slot, recipient }: Keyring['past'][number],
  identities: readonly string[]
): Promise<Uint8Array | null> {
  if (slot === null) return null
  for (const identity of identities) {
    const older = await unwrapForMailbox(parsedSlot(slot), identity)
    if (older.ok) return (await isSeedOf(older.value, recipient)) ? older.value : null
  }
  return null
}
