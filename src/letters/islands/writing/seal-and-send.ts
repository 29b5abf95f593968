import { type LetterDraft, type MailboxKeys, openingToken } from '../../../kernel/seal/index.ts'
import type { Api } from '../reading/api.ts'
import {
  type Accepted,
  AlreadySentError,
  AnswerLostError,
  type HandedIn,
  Outgoing
} from './outgoing.ts'
import { sealToBlob } from './seal-pieces.ts'
import type { TypedAttachment } from './typed-attachment.ts'

/** What a writer has typed. */
export interface Typed {
  readonly subject: string
  readonly body: string
  readonly attachments: readonly TypedAttachment[]
}

/** Who sends: the mailbox whose keys sign, and how it names itself inside. */
export interface From {
  readonly mailbox: string
  readonly sender: LetterDraft['sender']
  /** Its keys: the copy is sealed to them, and what waits. */
  readonly keys: Pick<MailboxKeys, 'seed' | 'signers' | 'recipient'>
}

/** To whom it goes. `recipient`: the key that the directory proved, `null` where there is none. */
export interface To {
  readonly mailbox: string | null
  readonly person: string | null
  readonly recipient: string | null
}

/** What stands on the envelope beside the ends. */
export interface Envelope {
  readonly sentAt: string
  readonly lane?: 'crisis' | 'single' | 'bulk'
  readonly case?: string | null
  readonly inReplyTo?: string | null
  readonly publishAt?: string | null
  readonly effectiveAt?: string | null
  readonly approval?: boolean
}

/** A letter on its way. */
export interface Sent extends Accepted {
  /** The sender's own copy is there as well. */
  readonly isCopied: boolean
}

/**
 * Seals a letter to its recipient and a copy to the sender's own mailbox, and hands both in. Where nobody has
 * a key yet, or a second person is to approve, it is sealed to the sender alone and waits.
 * @param of - `outgoing`: the same until the server has answered, so that a press again sends the same letter.
 * @throws {RefusedError} With what the server says; nothing was sent then.
 * @throws {AnswerLostError} {@link AlreadySentError}
 */
export async function sealAndSend(
  api: Api,
  typed: Typed,
  of: {
    readonly from: From
    readonly to: To
    readonly envelope: Envelope
    readonly outgoing: Outgoing
  }
): Promise<Sent> {
  const { from, to, envelope, outgoing } = of
  const isWaiting = to.recipient === null || envelope.approval === true
  const sealedTo = isWaiting ? from.keys.recipient : (to.recipient ?? from.keys.recipient)
  const id = outgoing.ids.letter
  const recipient = to.mailbox === null ? { person: to.person ?? '' } : { mailbox: to.mailbox }
  const fields = fieldsOf(envelope)
  const accepted = await outgoing.handIn(api, {
    id,
    mark: markOf(typed, { recipient, sealedTo, fields }),
    seal: () => sealed(typed, { id, from, envelope, sealedTo, recipient, fields })
  })
  // What waits is sealed to the sender already. The letter is on its way, with or without a copy.
  const isCopied = isWaiting || (await keepCopy(api, typed, { id, from, envelope, outgoing }))
  return { ...accepted, isCopied }
}

/** Seals a copy of a letter on its way to its sender's own mailbox. @returns Whether it is there. */
export async function keepCopy(
  api: Api,
  typed: Typed,
  of: {
    readonly id: string
    readonly from: From
    readonly envelope: Envelope
    readonly outgoing?: Outgoing
  }
): Promise<boolean> {
  const { id: copyOf, from, envelope, outgoing = new Outgoing() } = of
  const id = outgoing.ids.copy
  const sealedTo = from.keys.recipient
  const recipient = { mailbox: from.mailbox }
  const fields = { copyOf, ...(envelope.case ? { case: envelope.case } : {}) }
  const mark = markOf(typed, { recipient, sealedTo, fields })
  const seal = () => sealed(typed, { id, from, envelope, sealedTo, recipient, fields })
  const handIn = () => outgoing.handIn(api, { id, mark, seal })
  try {
    // Nobody presses for a copy: where its answer was lost it is sent once more.
    await handIn().catch((error: unknown) => {
      if (error instanceof AnswerLostError) return handIn()
      throw error
    })
    return true
  } catch (error) {
    return error instanceof AlreadySentError
  }
}

function fieldsOf(envelope: Envelope): Record<string, string | boolean> {
  const { lane, inReplyTo, publishAt, effectiveAt, approval } = envelope
  const fields: Record<string, string | boolean> = { lane: lane ?? 'single' }
  const given = { case: envelope.case, inReplyTo, publishAt, effectiveAt }
  for (const [name, value] of Object.entries(given)) if (value != null) fields[name] = value
  if (approval === true) fields['approval'] = true
  return fields
}

/** Two letters of one mark are one letter; when it was pressed does not count. */
function markOf({ subject, body, attachments }: Typed, around: object): string {
  return JSON.stringify([subject, body, attachments.map(({ mark }) => mark), around])
}

async function sealed(
  typed: Typed,
  of: Pick<HandedIn, 'id' | 'recipient'> & {
    readonly from: From
    readonly envelope: Envelope
    readonly sealedTo: string
    readonly fields: Readonly<Record<string, string | boolean>>
  }
): Promise<HandedIn> {
  const { id, recipient, from, envelope, sealedTo, fields } = of
  const { seed, signers } = from.keys
  const { sentAt } = envelope
  const draft = { letter: id, sender: from.sender, sentAt, case: envelope.case ?? null, ...typed }
  const to = { recipient: sealedTo, signers, token: openingToken(seed, id) }
  const { file, words } = await sealToBlob(draft, to)
  return { id, recipient, file, words, envelope: { sender: from.mailbox, sentAt, ...fields } }
}
