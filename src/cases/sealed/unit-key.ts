import { sha256, toBase64, utf8 } from '../../kernel/tlog/index.ts'
import type { ServiceCard } from '../../catalogue/index.ts'
import type { Db, Tx } from '../../platform/index.ts'
import { receivingUnit } from './sealed-form.ts'
import { SealedNoMailboxError } from './refusals.ts'
import { type UnitKey, insertUnitKey, unitKeyAt, unitKeysUntil } from './sealed-store.ts'

/** A unit's key that is open: something can be sealed to it. */
export type OpenUnitKey = UnitKey & { readonly recipient: string }

const recoveryWait = { hours: 72 }

/** Keeps the key of a unit as the key directory enters it; called within that transaction. */
export async function noteUnitKey(
  tx: Tx,
  key: UnitKey & { readonly isRecovery: boolean },
  at: Temporal.Instant
): Promise<void> {
  await insertUnitKey(tx, { ...key, countsFrom: key.isRecovery ? at.add(recoveryWait) : at })
}

/** The key to which applications of a card are sealed now, or `null` while its unit has none. */
export async function sealingKey(
  db: Db,
  card: ServiceCard,
  at: Temporal.Instant
): Promise<OpenUnitKey | null> {
  const place = { authority: card.authority, unit: receivingUnit(card) }
  const key = await unitKeyAt(db, place, at)
  return key?.recipient == null ? null : { ...key, recipient: key.recipient }
}

/**
 * As {@link sealingKey}.
 * @throws {SealedNoMailboxError} While the unit has no open mailbox.
 */
export async function demandSealingKey(
  db: Db,
  card: ServiceCard,
  at: Temporal.Instant
): Promise<OpenUnitKey> {
  const key = await sealingKey(db, card, at)
  if (key === null) throw new SealedNoMailboxError()
  return key
}

/** The sets of keys with which the unit of a card signed before the one that it has now, the newest first. */
export async function formerKeys(
  db: Db,
  card: ServiceCard,
  at: Temporal.Instant
): Promise<(readonly string[])[]> {
  const place = { authority: card.authority, unit: receivingUnit(card) }
  const [, ...former] = await unitKeysUntil(db, place, at)
  return former.map(({ keys }) => keys)
}

/** How a sender names a key: base64 of SHA-256 over the recipient. */
export function hashOfKey(recipient: string): string {
  return toBase64(sha256(utf8(recipient)))
}
