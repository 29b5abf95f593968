import { z } from 'zod'
import { parsedSlot } from '../../kernel/mailbox/index.ts'
import { keyslotSchema, recipientKindOf } from '../../kernel/seal/index.ts'
import type { NewSlot } from './keyslot-store.ts'
import type { Mailbox } from './mailbox.ts'
import { KeyslotFormError } from './refusals.ts'

/** A mark by the open mailbox on what a way is. */
export const binding = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .meta({ description: 'HMAC by a key of the seed on id, purpose, reader and recipient' })

/** A way to open a mailbox, as a browser sends it. */
export const slotInput = z.strictObject({
  id: z.uuid(),
  purpose: z
    .enum(['own', 'custodian', 'member', 'delegate', 'contact', 'kin', 'program'])
    .meta({ description: 'For whom: the owner, or others by their own mailboxes' }),
  kind: z.enum(['passkey', 'paper', 'mailbox', 'recovery']),
  reader: z
    .uuid()
    .nullable()
    .meta({ description: 'Mailbox of whoever else opens it by this slot' }),
  label: z
    .string()
    .max(80)
    .meta({ description: 'Of a paper key the number on its sheet, or nothing' }),
  credential: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1400}$/)
    .nullable()
    .meta({ description: 'Id of the passkey' }),
  slot: z.string().max(8192).meta({ description: 'The wrapped seed: a keyslot as JSON text' }),
  recipient: z.string().max(2200).nullable().meta({
    description: 'To what a later seed is wrapped: public half of the secret of this way'
  }),
  binding
})

/** See {@link slotInput}. */
export type SlotInput = z.infer<typeof slotInput>

/** The kind of way that each purpose takes. */
const kindsOf: Readonly<Record<SlotInput['purpose'], readonly SlotInput['kind'][]>> = {
  own: ['passkey', 'paper'],
  custodian: ['mailbox'],
  member: ['mailbox'],
  delegate: ['mailbox'],
  contact: ['recovery'],
  kin: ['recovery'],
  program: ['mailbox']
}

/**
 * Refuses what cannot be a way to open this mailbox. Whether it opens it nobody can see from here: that is
 * what proving it is for.
 * @throws {KeyslotFormError}
 */
export function checkSlot(mailbox: Pick<Mailbox, 'id' | 'authority'>, slot: SlotInput): void {
  const isProgram = slot.purpose === 'program'
  const isReaderless = slot.purpose === 'own' || isProgram
  const isWhole =
    isWrappedFor(mailbox.id, slot) &&
    kindsOf[slot.purpose].includes(slot.kind) &&
    isReaderless === (slot.reader === null) &&
    (slot.kind === 'mailbox' && !isProgram) === (slot.recipient === null) &&
    // A program works for a unit of a body, and for nobody else.
    (!isProgram || mailbox.authority !== null) &&
    (slot.kind === 'passkey') === (slot.credential !== null) &&
    (slot.recipient === null || recipientKindOf(slot.recipient) === 'hybrid')
  if (!isWhole) throw new KeyslotFormError()
}

/** Whether a JSON text is a keyslot of this mailbox, of the kind that it is said to be. */
export function isWrappedFor(
  mailbox: string,
  { slot, kind, anew = false }: { slot: string; kind: SlotInput['kind']; anew?: boolean }
): boolean {
  const parsed = parsedSlot(slot)
  const isOfKind = parsed?.kind === kind || (anew && parsed?.kind === 'mailbox')
  return isOfKind && parsed?.mailbox === mailbox && keyslotSchema.safeParse(parsed).success
}

/** A slot as it is kept. */
export function newSlot(
  { reader: readerMailbox, ...slot }: SlotInput,
  more: Pick<NewSlot, 'reader' | 'delegation' | 'sequence' | 'madeAt' | 'provenAt'>
): NewSlot {
  return { ...slot, readerMailbox, ...more }
}

/** Whether a way is opened by two shares: of somebody who was named, and of the desk. */
export function isShared({ purpose }: Pick<SlotInput, 'purpose'>): boolean {
  return purpose === 'contact' || purpose === 'kin'
}
