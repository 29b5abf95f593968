import {
  type SigningKey,
  formatNote,
  isSignedBy,
  parseNote,
  parseVerifierKey,
  portablePrimitives,
  sha256,
  signatureTypes,
  toBase64,
  utf8
} from '../tlog/index.ts'

/** What whoever holds the seed of a mailbox says that they do with it. */
export const slotActs = [
  'keyslot-added',
  'keyslot-proved',
  'share-proved',
  'rotated',
  'closed'
] as const
/** One of {@link slotActs}. */
export type SlotAct = (typeof slotActs)[number]

/** An act on a mailbox: which, on what, when. Signed by the key of the mailbox, so by an open one. */
export interface MailboxAct {
  readonly act: SlotAct
  readonly mailbox: string
  /** What it is done to, one line: ids and hashes, no value of a person. */
  readonly what: string
  /** RFC 3339. */
  readonly at: string
}

/** An act is worth nothing after this: a note that was copied cannot be used tomorrow. */
export const actSecondsMax = 600

function textOf({ act, mailbox, what, at }: MailboxAct): string {
  return `peyman.dev/mailbox-act/v1\n${act}\n${mailbox}\n${what}\n${at}\n`
}

/** What the note of an added keyslot is about: the slot as it was sent, and no other. */
export function addedSlotLine(slot: {
  readonly id: string
  readonly purpose: string
  /** The wrapped seed, as JSON text. */
  readonly slot: string
}): string {
  return `${slot.id} ${slot.purpose} ${toBase64(sha256(utf8(slot.slot)))}`
}

/** An act as a signed note (C2SP signed-note), by the Ed25519 key of an open mailbox. */
export function signAct(act: MailboxAct, signers: readonly SigningKey[]): string {
  const text = textOf(act)
  const signatures = signers
    .filter(({ key }) => key.type === signatureTypes.note)
    .map((by) => ({ name: by.key.name, id: by.key.id, signature: by.sign(utf8(text)) }))
  return formatNote({ text, signatures })
}

/**
 * When an act was signed by one of these keys, or `null` where it was not: another act, another mailbox,
 * another slot, a key that is none of the mailbox's.
 * @param keys - Verifier keys of the mailbox, as the directory has them.
 */
export function actSignedAt(
  note: string,
  act: Omit<MailboxAct, 'at'>,
  keys: readonly string[]
): string | null {
  const parsed = parseNote(note)
  if (!parsed.ok) return null
  const at = parsed.value.text.split('\n')[4] ?? ''
  if (parsed.value.text !== textOf({ ...act, at })) return null
  const isSigned = keys.some((text) => {
    const key = parseVerifierKey(text)
    if (!key.ok || key.value.type !== signatureTypes.note) return false
    const line = parsed.value.signatures.find((each) => isSignedBy(each, key.value))
    return (
      line !== undefined &&
      portablePrimitives.ed25519Verify(line.signature, utf8(parsed.value.text), key.value.publicKey)
    )
  })
  return isSigned ? at : null
}
