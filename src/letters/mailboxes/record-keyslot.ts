import { type FactKind, recordFact } from '../../ledger/index.ts'
import type { JsonObject, Tx } from '../../platform/index.ts'
import { type Mailbox, type StoredSlot, factPlace } from './mailbox.ts'

/** Who did something to a mailbox, and when. */
export interface Doing {
  /** Id of the actor. */
  readonly by: string
  readonly at: Temporal.Instant
}

/** Records what happened to a mailbox: ids and codes, nothing that opens it. */
export async function recordMailbox(
  tx: Tx,
  mailbox: Mailbox,
  { kind, body, by, at }: Doing & { readonly kind: FactKind; readonly body: JsonObject }
): Promise<void> {
  await recordFact(tx, {
    ...factPlace(mailbox),
    kind,
    subject: mailbox.id,
    at,
    actor: by,
    body: { mailbox: mailbox.id, of: mailbox.kind, unit: mailbox.unit, ...body }
  })
}

/** Records what happened to a way to open a mailbox. */
export async function recordKeyslot(
  tx: Tx,
  mailbox: Mailbox,
  {
    kind,
    slot,
    reason,
    ...doing
  }: Doing & {
    readonly kind: 'keyslot.added' | 'keyslot.proved' | 'keyslot.lost' | 'keyslot.removed'
    readonly slot: Pick<
      StoredSlot,
      'id' | 'kind' | 'purpose' | 'reader' | 'delegation' | 'sequence'
    >
    readonly reason?: string
  }
): Promise<void> {
  const { id, purpose, reader, delegation, sequence } = slot
  const body = { slot: id, way: slot.kind, purpose, reader, delegation, sequence }
  const more = reason === undefined ? {} : { reason }
  await recordMailbox(tx, mailbox, { ...doing, kind, body: { ...body, ...more } })
}
