import { createHash, randomUUID } from 'node:crypto'
import { signEntry } from '../../src/kernel/directory/index.ts'
import { directoryOwner } from '../../src/kernel/mailbox/index.ts'
import {
  type MailboxKeys,
  mailboxKeys,
  mailboxName,
  newMailboxSeed,
  readSealedHead,
  sealLetter,
  sizeClassOf,
  tokenHashOf
} from '../../src/kernel/seal/index.ts'
import { publishEntry } from '../../src/letters/directory/index.ts'
import type { LetterInput } from '../../src/letters/exchange/letter.ts'
import { insertMailbox } from '../../src/letters/mailboxes/mailbox-store.ts'
import { systemActor } from '../../src/people/index.ts'
import { type Context, inTransaction, newId } from '../../src/platform/index.ts'

/** A mailbox with its keys, as the device of its owner has them. */
export interface TestMailbox {
  readonly id: string
  readonly keys: MailboxKeys
  readonly owner:
    { readonly person: string } | { readonly authority: string; readonly unit: string }
}

/** Opens a mailbox in which letters may arrive at once, without its wizard. */
export async function openTestMailbox(
  context: Context,
  owner: TestMailbox['owner'],
  aliases: readonly { readonly kind: string; readonly value: string }[] = []
): Promise<TestMailbox> {
  const at = context.clock.now()
  const id = newId(at)
  const place = 'unit' in owner ? owner : { mailbox: id }
  const host = new URL(context.config.origin).host
  const keys = await mailboxKeys(newMailboxSeed(), mailboxName(host, place))
  const unsigned = {
    ...({ v: 1, sequence: 0, reason: 'enrolled', previous: null } as const),
    owner: directoryOwner(place),
    at: at.toString(),
    recipient: keys.recipient,
    keys: keys.keys
  }
  const entry = signEntry(unsigned, { own: keys.signers })
  const kind = 'unit' in owner ? ('unit' as const) : ('person' as const)
  const whose = { person: null, authority: null, unit: null, ...owner }
  await inTransaction(context.db, async (tx) => {
    const row = { id, kind, ...whose, recipient: keys.recipient, sequence: 0, openedAt: at }
    await insertMailbox(tx, { ...row, demonstration: true })
    const person = 'person' in owner ? owner.person : null
    const by = systemActor('test')
    await publishEntry(tx, { entry, aliases, by, person, told: person ? [person] : [] }, at)
  })
  return { id, keys, owner }
}

/** A sealed letter with all that its sender says of it. */
export interface TestLetter {
  readonly input: LetterInput
  readonly file: Uint8Array
  readonly token: Uint8Array
}

/** Seals a letter from one mailbox to another, or to its own sender where nobody else has a key yet. */
export async function sealTestLetter(
  context: Context,
  of: {
    readonly from: TestMailbox
    readonly to: TestMailbox | null
    readonly person?: string
    readonly body?: string
    readonly more?: Partial<LetterInput>
  }
): Promise<TestLetter> {
  const id = of.more?.id ?? randomUUID()
  const sealedTo = of.more?.approval === true ? of.from : (of.to ?? of.from)
  const sealed = await sealLetter(
    {
      letter: id,
      sender: 'unit' in of.from.owner ? of.from.owner : null,
      subject: 'موضوع',
      sentAt: context.clock.now().toString(),
      case: null,
      body: of.body ?? 'متن نامه',
      attachments: []
    },
    { recipient: sealedTo.keys.recipient, signers: of.from.keys.signers }
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  const { file, token } = sealed.value
  const envelope = envelopeOf(file, { id, key: sealedTo.keys.recipient, token })
  const recipient = of.to === null ? { person: of.person ?? '' } : { mailbox: of.to.id }
  const sentAt = context.clock.now()
  return { input: { ...envelope, sender: of.from.id, recipient, sentAt, ...of.more }, file, token }
}

function envelopeOf(
  file: Uint8Array,
  { id, key, token }: { readonly id: string; readonly key: string; readonly token: Uint8Array }
): Omit<LetterInput, 'sender' | 'recipient' | 'sentAt'> {
  return {
    id,
    recipientKey: sha256(key),
    lane: 'single',
    sizeClass: sizeClassOf(file.length, readSealedHead(file)?.headBytes ?? 0) ?? 0,
    sizeBytes: file.length,
    sha256: sha256(file),
    tokenHash: tokenHashOf(token)
  }
}

/** SHA-256, base64. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64')
}

/**
 * Bytes as a stream of pieces.
 * @yields So many at a time.
 */
export async function* streamed(
  bytes: Uint8Array,
  pieceBytes = 65_536
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}
