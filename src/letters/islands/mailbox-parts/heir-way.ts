import { openShare, openSharedSlot } from '../../../kernel/mailbox/index.ts'
import { isSeedOf } from '../../../kernel/seal/index.ts'
import { bytesOfBase64 } from './bytes.ts'
import type { ReleasedShare } from './join-shares.ts'
import type { FoundSeed } from './open-keyring.ts'
import { pageApi } from './page.ts'
import { provenKey } from './proven-key.ts'
import type { Keyring } from './shapes.ts'

interface KeptShare {
  readonly slot: string
  readonly sealed: string
}

/**
 * The seed of the mailbox of somebody who has died, by the half that is with their heir and the desk's: held
 * against the last key that the directory proves. `null` where it does not open, or is another.
 */
export async function seedOfHeir(
  keyring: Keyring,
  identities: readonly string[]
): Promise<FoundSeed | null> {
  const { id: mailbox } = keyring.mailbox
  const { shares } = (await pageApi().json('/api/v1/mailbox-shares')) as { shares: KeptShare[] }
  for (const way of keyring.slots.filter(({ kind }) => kind === 'recovery')) {
    const sealed = shares.find(({ slot }) => slot === way.id)?.sealed ?? ''
    const ofContact = await openShare(sealed, { mailbox, slot: way.id }, identities)
    if (ofContact === null) continue
    const path = `/api/v1/mailbox-shares/${way.id}/release`
    const { wrapped, share } = (await pageApi().post(path, {})) as ReleasedShare
    const ofDesk = bytesOfBase64(share)
    const opened = await openSharedSlot(wrapped, { mailbox, ofContact, ofDesk })
    if (opened.ok && (await isLastOf(mailbox, opened.value))) return { seed: opened.value, way }
  }
  return null
}

/** The mailbox is closed by now: its last key is the one before that. */
async function isLastOf(mailbox: string, seed: Uint8Array): Promise<boolean> {
  const { history } = await provenKey(mailbox)
  const last = history.filter(({ recipient }) => recipient !== null).at(-1)
  return last?.recipient != null && isSeedOf(seed, last.recipient)
}
