import { openSharedSlot } from '../../../kernel/mailbox/index.ts'
import { isSeedOf, readShareWords } from '../../../kernel/seal/index.ts'
import { numberText } from '../reading/time.ts'
import { bytesOfBase64 } from './bytes.ts'
import { type SentSlot, sendSlot } from './make-slot.ts'
import { openWith } from './open-keyring.ts'
import { pageApi } from './page.ts'
import { saidKeys } from './known-keys.ts'
import { provenKey } from './proven-key.ts'
import type { Keyring } from './shapes.ts'

/** What is said while the words of a contact are joined with the desk's share. */
export interface JoinTexts {
  readonly joining: string
  readonly wrongShareWord: string
  readonly wrongShareCount: string
  readonly wrongShareSum: string
  readonly wrongShare: string
  readonly foreignKey: string
}

/** The desk's share of a way, with the way. */
export interface ReleasedShare {
  readonly slot: string
  readonly wrapped: string
  readonly share: string
}

/**
 * The seed of a mailbox by the words of a recovery contact and the desk's share, held against the key
 * directory. @returns What is wrong, in the words of the page, where there is none.
 */
export async function joinShares(
  mailbox: string,
  typed: string,
  texts: JoinTexts
): Promise<Uint8Array | string> {
  const read = readShareWords(typed)
  if (!read.ok) {
    const { code, at } = read.reason
    if (code === 'checksum') return texts.wrongShareSum
    const text = code === 'unknown-word' ? texts.wrongShareWord : texts.wrongShareCount
    return text.replace('#', numberText(at))
  }
  const released = (await pageApi().post('/api/v1/mailbox-recovery/release', {})) as ReleasedShare
  const ofDesk = bytesOfBase64(released.share)
  const of = { mailbox, ofContact: read.value, ofDesk }
  const opened = await openSharedSlot(released.wrapped, of)
  if (!opened.ok) return texts.wrongShare
  const { recipient } = await provenKey({ id: mailbox })
  const isTheirs = recipient !== null && (await isSeedOf(opened.value, recipient))
  return isTheirs ? opened.value : texts.foreignKey
}

/** Adds the ways that were just made to a mailbox whose seed two shares gave, and says that it is done. */
export async function addAfterRecovery(made: {
  readonly mailbox: string
  readonly seed: Uint8Array
  readonly slots: readonly SentSlot[]
}): Promise<void> {
  const { mailbox, seed, slots } = made
  const keyring = (await pageApi().json(`/api/v1/mailboxes/${mailbox}/keyslots`)) as Keyring
  // The seed was held against the directory when the halves were joined.
  const opened = await openWith(keyring, { seed, way: null }, saidKeys(keyring.mailbox))
  if (opened === null) throw new Error('another-key')
  for (const slot of slots) await sendSlot(opened, slot)
  await pageApi().post('/api/v1/mailbox-recovery/end', {})
  opened.keys.seed.fill(0)
}
