import {
  type LetterDraft,
  type SealedLetter,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../../kernel/seal/index.ts'
import { type SigningKey, sha256, toBase64, utf8 } from '../../../kernel/tlog/index.ts'
import { v7 as newId } from 'uuid'
import type { Api } from '../reading/api.ts'

/** What a writer has typed. */
export interface Typed {
  readonly subject: string
  readonly body: string
  readonly attachments: LetterDraft['attachments']
}

/** Who sends: the mailbox whose keys sign, and how it names itself inside. */
export interface From {
  readonly mailbox: string
  readonly sender: LetterDraft['sender']
  readonly signers: readonly SigningKey[]
  /** Own key: the copy is sealed to it, and what waits. */
  readonly recipient: string
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

/** What the server answered. */
export interface Accepted {
  readonly letter: string
  readonly state: string
  readonly fact: string | null
}

/** A letter on its way. */
export interface Sent extends Accepted {
  /** The sender's own copy is there as well. */
  readonly isCopied: boolean
}

const jsonBytesMax = 700_000

/**
 * Seals a letter to its recipient and a copy to the sender's own mailbox, and hands both in. Where nobody has
 * a key yet, or a second person is to approve, it is sealed to the sender alone and waits.
 * @throws {RefusedError} With what the server says; nothing was sent then.
 */
export async function sealAndSend(
  api: Api,
  typed: Typed,
  of: { readonly from: From; readonly to: To; readonly envelope: Envelope }
): Promise<Sent> {
  const { from, to, envelope } = of
  const isWaiting = to.recipient === null || envelope.approval === true
  const sealedTo = isWaiting ? from.recipient : (to.recipient ?? from.recipient)
  const id = newId()
  const accepted = await handIn(api, {
    ...(await sealed(typed, { id, from, envelope, sealedTo })),
    recipient: to.mailbox === null ? { person: to.person ?? '' } : { mailbox: to.mailbox },
    envelope: fieldsOf(envelope),
    ...{ id, from, sealedTo, sentAt: envelope.sentAt }
  })
  // What waits is sealed to the sender already. The letter is on its way, with or without a copy.
  const isCopied = isWaiting || (await keepCopy(api, typed, { id, from, envelope }))
  return { ...accepted, isCopied }
}

/** Seals a copy of a letter on its way to its sender's own mailbox. @returns Whether it is there. */
export async function keepCopy(
  api: Api,
  typed: Typed,
  of: { readonly id: string; readonly from: From; readonly envelope: Envelope }
): Promise<boolean> {
  const { id: copyOf, from, envelope } = of
  const id = newId()
  const sealedTo = from.recipient
  const recipient = { mailbox: from.mailbox }
  try {
    await handIn(api, {
      ...(await sealed(typed, { id, from, envelope, sealedTo })),
      ...{ id, from, recipient, sealedTo, sentAt: envelope.sentAt },
      envelope: { copyOf, ...(envelope.case ? { case: envelope.case } : {}) }
    })
    return true
  } catch {
    return false
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

async function sealed(
  typed: Typed,
  of: {
    readonly id: string
    readonly from: From
    readonly envelope: Envelope
    readonly sealedTo: string
  }
): Promise<SealedLetter> {
  const draft: LetterDraft = {
    letter: of.id,
    sender: of.from.sender,
    sentAt: of.envelope.sentAt,
    case: of.envelope.case ?? null,
    ...typed
  }
  const result = await sealLetter(draft, { recipient: of.sealedTo, signers: of.from.signers })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

interface HandedIn extends Pick<SealedLetter, 'file' | 'token'> {
  readonly id: string
  readonly from: From
  readonly recipient: { readonly mailbox: string } | { readonly person: string }
  readonly sealedTo: string
  readonly sentAt: string
  readonly envelope: Readonly<Record<string, string | boolean>>
}

async function handIn(api: Api, letter: HandedIn): Promise<Accepted> {
  const { id, from, recipient, sentAt, envelope } = letter
  const words = { sender: from.mailbox, ...sealingOf(letter), sentAt, ...envelope }
  if (letter.file.length <= jsonBytesMax) {
    const content = toBase64(letter.file)
    return (await api.post('/api/v1/letters', { id, recipient, ...words, content })) as Accepted
  }
  const to =
    'mailbox' in recipient ? { recipient: recipient.mailbox } : { person: recipient.person }
  const all = { ...to, ...words, sizeBytes: letter.file.length }
  const query = new URLSearchParams(Object.entries(all).map(([key, value]) => [key, String(value)]))
  return (await api.put(`/api/v1/letters/${id}?${query.toString()}`, letter.file)) as Accepted
}

/** What the server is told of a sealed file. */
export function sealingOf(of: {
  readonly file: Uint8Array
  readonly token: Uint8Array
  readonly sealedTo: string
}) {
  return {
    recipientKey: toBase64(sha256(utf8(of.sealedTo))),
    sizeClass: sealedClassOf(of.file),
    sha256: toBase64(sha256(of.file)),
    tokenHash: tokenHashOf(of.token)
  }
}

/** The padded length of what was sealed. */
function sealedClassOf(file: Uint8Array): number {
  const head = readSealedHead(file)
  const sizeClass = head === null ? null : sizeClassOf(file.length, head.headBytes)
  if (sizeClass === null) throw new RangeError('what was sealed here has no head of a letter')
  return sizeClass
}
