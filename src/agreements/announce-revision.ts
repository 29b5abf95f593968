import { queueOutbox } from '../channels/index.ts'
import { type JsonObject, type Tx, newId } from '../platform/index.ts'
import type { NewVersion } from './agreement-store.ts'
import { insertAnnouncement, insertEffect } from './effect-store.ts'

/** Tells those above that the notice of a text is to be published; see `agreementNotice`. */
const announcedTopic = 'agreement.announced'

/**
 * Whether a text changes what holds for somebody: any later revision, and a version that will have
 * force beside others of its agreement. What comes with the first import of an agreement, drafts and
 * texts that have ended already change nothing that was published before.
 */
export function needsNotice(
  version: NewVersion,
  at: { readonly revision: number; readonly isKnown: boolean }
): boolean {
  if (at.revision > 1) return true
  const isOver = Temporal.Instant.compare(version.validity.to, version.importedAt) <= 0
  return at.isKnown && version.state !== 'draft' && !isOver
}

/** Puts a text in force that changes nothing for anybody. */
export function takeEffectAtOnce(tx: Tx, version: NewVersion, revision: number): Promise<void> {
  const { agreement, importedAt } = version
  return insertEffect(tx, {
    agreement,
    version: version.version,
    revision,
    effectiveAt: importedAt
  })
}

/**
 * Announces a text: it waits, and its notice is asked for with the id that it will have, so that pages
 * can name the notice from the first.
 */
export async function announceRevision(
  tx: Tx,
  version: NewVersion,
  revision: number
): Promise<void> {
  const { agreement, importedAt } = version
  const notice = newId(importedAt)
  const which = { agreement, version: version.version, revision }
  await insertAnnouncement(tx, { ...which, notice, announcedAt: importedAt })
  const payload: JsonObject = { ...which, notice }
  await queueOutbox(tx, [{ owner: version.authority, topic: announcedTopic, payload }], importedAt)
}
