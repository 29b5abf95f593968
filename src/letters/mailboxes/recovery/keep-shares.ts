import { z } from 'zod'
import { isSealedShare } from '../../../kernel/mailbox/index.ts'
import { shareBytes } from '../../../kernel/seal/index.ts'
import { parseVerifierKey, signatureTypes } from '../../../kernel/tlog/index.ts'
import { contact } from '../../../people/index.ts'
import type { Context, Tx } from '../../../platform/index.ts'
import { type NewSlot, slotsOf } from '../keyslot-store.ts'
import type { Mailbox } from '../mailbox.ts'
import { nameOf } from '../read-mailboxes.ts'
import type { Doing } from '../record-keyslot.ts'
import { KeyslotFormError } from '../refusals.ts'
import { takeAway } from '../remove-keyslot.ts'
import { sealDeskShare } from './desk-share.ts'
import { recoveryMessages } from './messages.ts'
import { type SharePurpose, insertShares, sharesOf } from './share-store.ts'

/** The two shares of a way, as a browser sends them. */
export const sharesInput = z.strictObject({
  sealed: z.string().max(8192).meta({ description: 'Sealed to the mailbox of who was named' }),
  held: z
    .base64()
    .length(44)
    .meta({ description: 'The share of the desk, 32 bytes, which opens nothing alone' }),
  proof: z.string().max(400).meta({ description: 'Verifier key of what the other share signs' })
})

/** See {@link sharesInput}. */
export type SharesInput = z.infer<typeof sharesInput>

/**
 * Keeps the shares of a new way, and asks whoever was named. The desk's is encrypted before it is written. A
 * way of the same person whose share is lost ends: the new one is in its place.
 * @throws {KeyslotFormError}
 */
export async function keepShares(
  context: Context,
  tx: Tx,
  of: {
    readonly mailbox: Mailbox
    readonly slot: NewSlot
    readonly shares: SharesInput
    readonly by: string
    readonly at: Temporal.Instant
  }
): Promise<void> {
  const { mailbox, slot, shares, by, at } = of
  const place = { mailbox: mailbox.id, slot: slot.id }
  const key = parseVerifierKey(shares.proof)
  const held = Buffer.from(shares.held, 'base64')
  const isWhole =
    isSealedShare(shares.sealed, place) &&
    held.length === shareBytes &&
    key.ok &&
    key.value.type === signatureTypes.note
  const { reader } = slot
  const { person } = mailbox
  if (!isWhole || reader === null || person === null) throw new KeyslotFormError()
  await insertShares(tx, {
    ...place,
    ...{ person, reader, madeAt: at, proofKey: shares.proof, sealedShare: shares.sealed },
    purpose: slot.purpose as SharePurpose,
    heldShare: await sealDeskShare(context, place, held)
  })
  await endLost(tx, mailbox, { reader, purpose: slot.purpose, by, at })
  const t = recoveryMessages.entries
  const name = await nameOf(tx, mailbox)
  const [subject, text] =
    slot.purpose === 'kin' ? [t.namedKin, t.namedKinText] : [t.named, t.namedText]
  const said = { fa: text.fa(name.fa), en: text.en(name.en) }
  await contact.tellPerson(tx, { person: reader, kind: 'mailbox', subject, text: said }, at)
}

async function endLost(
  tx: Tx,
  mailbox: Mailbox,
  of: Doing & { readonly reader: string; readonly purpose: string }
): Promise<void> {
  const { reader, purpose, ...doing } = of
  const lost = (await sharesOf(tx, mailbox.id)).filter(
    (share) => share.lostAt !== null && share.reader === reader && share.purpose === purpose
  )
  if (lost.length === 0) return
  const ways = await slotsOf(tx, mailbox.id)
  for (const slot of ways.filter(({ id }) => lost.some((share) => share.slot === id)))
    await takeAway(tx, mailbox, { ...doing, slot, reason: 'replaced' })
}
