import { openShare, openSharedSlot } from '../../../kernel/mailbox/index.ts'
import { bytesOfBase64 } from './bytes.ts'
import type { ReleasedShare } from './join-shares.ts'
import type { FoundSeed } from './open-keyring.ts'
import { pageApi } from './page.ts'
import type { Keyring } from './shapes.ts'

interface KeptShare {
  readonly slot: string
  readonly sealed: string
}

/**
 * The seed of the mailbox of somebody who has died, by the half that is with their heir and the desk's; `null`
 * where it does not open. Whoever opens the mailbox holds it against the directory.
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
    if (opened.ok) return { seed: opened.value, way }
  }
  return null
}
