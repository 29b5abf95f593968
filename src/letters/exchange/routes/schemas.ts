import { z } from 'zod'
import { identifierKinds, lanes } from '../letter.ts'
import { letterStates } from '../letter-state.ts'
import { sealedBytesMax } from '../../../kernel/seal/index.ts'

/** Sealed bytes of a letter inside JSON; larger ones come as they are. */
export const inlineBytesMax = 1_048_576

const hash = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/)
  .describe('SHA-256, base64.')
// The same id in capitals is the same letter: it decides where a row is. Lines of a batch pass no checker of requests.
const uuid = () => z.uuid().toLowerCase()
const instant = z.iso.datetime({ offset: true }).transform((text) => Temporal.Instant.from(text))

const recipient = z.union([
  z.strictObject({ mailbox: uuid() }),
  z.strictObject({ authority: z.string().max(64), unit: z.string().max(64) }),
  z.strictObject({ person: uuid().describe('Who may have no mailbox yet.') }),
  z.strictObject({
    identifier: z.strictObject({ kind: z.enum(identifierKinds), value: z.string().max(40) })
  })
])

/** What binds an envelope to what was sealed. */
const sealed = {
  sha256: hash.describe('SHA-256 of the sealed file, base64.'),
  tokenHash: hash.describe('SHA-256 of the opening token, base64.')
}

/** How long it is, where the bytes come as they are. */
const size = {
  sizeClass: z.coerce
    .number()
    .int()
    .positive()
    .describe('Padded length of what was sealed, bytes.'),
  sizeBytes: z.coerce
    .number()
    .int()
    .positive()
    .max(sealedBytesMax)
    .describe('Length of the sealed file, bytes.')
}

/** What a sender says of a letter beside its bytes, without its size. */
const envelope = {
  id: uuid().describe('The id that is signed inside the letter; new for each letter.'),
  sender: uuid().describe('Mailbox that sends.'),
  recipientKey: hash.describe(
    'SHA-256 of the age recipient that it is sealed to, base64: the current key of the recipient; of the sender itself where the recipient has none yet or `approval` is asked.'
  ),
  lane: z.enum(lanes).default('single').describe('How urgent it is.'),
  sizeClass: z.int().positive().describe('Padded length of what was sealed, bytes.'),
  ...sealed,
  sentAt: instant.describe('At most ten minutes ahead and seven days back.'),
  case: uuid().optional().describe('The case that it belongs to.'),
  inReplyTo: uuid().optional().describe('The letter that it answers.'),
  copyOf: uuid().optional().describe('It is the sender’s own copy of this letter.'),
  publishAt: instant
    .optional()
    .describe('Not before this; at most a year ahead. A time that has passed is now.'),
  effectiveAt: instant.optional().describe('The legal effective date for this recipient.'),
  expiresAt: instant.optional().describe('Whoever has not opened it by then does not get it.')
}

/** A letter in JSON. */
export const letterBody = z.strictObject({
  ...envelope,
  recipient,
  approval: z.boolean().default(false).describe('A second person of the unit has to approve it.'),
  content: z
    .base64()
    .max(Math.ceil(inlineBytesMax / 3) * 4)
    .describe('The sealed file, base64; at most 1 MiB of it.')
})

/** A large letter: everything but its bytes stands in the address. */
export const letterQuery = z
  .strictObject(envelope)
  .omit({ id: true })
  .extend({
    recipient: uuid().describe('Mailbox of the recipient.').optional(),
    person: uuid().describe('A recipient who may have no mailbox yet.').optional(),
    authority: z.string().max(64).describe('With `unit`: a unit as the recipient.').optional(),
    unit: z.string().max(64).describe('With `authority`.').optional(),
    approval: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true')
      .describe('A second person of the unit has to approve it.'),
    ...size
  })

/** Another sealing of a letter that lies sealed to its own sender. */
export const resealingBody = z.strictObject({
  recipientKey: hash,
  sizeClass: z.int().positive(),
  sha256: hash,
  tokenHash: hash,
  content: z.base64().max(Math.ceil(inlineBytesMax / 3) * 4)
})

/** The same, with the bytes as they are. */
export const resealingQuery = z.strictObject({
  recipientKey: hash,
  ...size,
  ...sealed
})

/** The address of one letter. */
export const letterParams = z.object({ id: uuid().describe('Id of the letter.') })

/** What a sender is answered. */
export const receiptSchema = z.object({
  letter: z.string(),
  state: z.enum(letterStates),
  acceptedAt: z.string(),
  sha256: z.string(),
  fact: z.string().nullable().describe('The fact of the acceptance.'),
  receipt: z.string().nullable().describe('Address of its receipt, once the log has it.'),
  repeated: z.boolean().describe('It was accepted before, and is the same.')
})

const party = z.object({
  mailbox: z.string().nullable(),
  authority: z.string().nullable(),
  unit: z.string().nullable(),
  person: z.string().nullable()
})

/** A letter as either side sees its envelope. */
export const letterSchema = z.object({
  id: z.string(),
  state: z.enum(letterStates),
  event: z.string().describe('The state’s event in ETSI EN 319 522.'),
  stateAt: z.string(),
  sender: party,
  recipient: party,
  authority: z.string(),
  lane: z.enum(lanes),
  sizeClass: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
  recipientKey: z.string(),
  tokenHash: z.string(),
  case: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  copyOf: z.string().nullable(),
  sentAt: z.string(),
  acceptedAt: z.string(),
  publishAt: z.string(),
  arrivedAt: z.string().nullable(),
  effectiveAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  hasContent: z.boolean().describe('Whether its sealed bytes are still here.')
})

/** A page of letters. */
export const letterListSchema = z.object({
  letters: z.array(letterSchema),
  links: z.object({ next: z.string().nullable() })
})

/** What happened to a letter. */
export const evidenceSchema = z.object({
  letter: z.string(),
  side: z.enum(['recipient', 'sender']),
  events: z.array(
    z.object({
      fact: z.string(),
      kind: z.string(),
      state: z.enum(letterStates).nullable(),
      event: z.string().nullable(),
      at: z.string(),
      sha256: z.string().nullable(),
      code: z.string().nullable(),
      receipt: z.string()
    })
  ),
  proofs: z.array(
    z.object({ state: z.string(), token: z.string(), note: z.string(), at: z.string() })
  ),
  remarks: z.array(
    z.object({
      kind: z.string(),
      code: z.string().nullable(),
      words: z.string(),
      at: z.string()
    })
  )
})

/** A proof of a recipient. */
export const proofBody = z.strictObject({
  token: hash.describe('The opening token from inside the letter, base64.'),
  note: z.string().max(8192).describe('Signed note of the mailbox, `peyman.dev/letter-opening/v1`.')
})
