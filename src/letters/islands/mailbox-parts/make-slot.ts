import {
  addedSlotLine,
  signAct,
  slotBinding,
  slotRecipient
} from '../../../kernel/mailbox/index.ts'
import { wrapForMailbox, wrapWithSecret } from '../../../kernel/seal/index.ts'
import { RefusedError } from '../reading/api.ts'
import { nowText } from '../reading/time.ts'
import type { UnlockedMailbox } from './open-keyring.ts'
import { pageApi } from './page.ts'

/** A way to open a mailbox, as the server takes it. */
export interface SentSlot {
  readonly id: string
  readonly purpose: string
  readonly kind: string
  /** Mailbox of whoever else opens it by this slot. */
  readonly reader: string | null
  readonly label: string
  readonly credential: string | null
  readonly slot: string
  readonly recipient: string | null
  /** Mark by the seed on what this way is. */
  readonly binding: string
}

/** The two shares of a way that two open, as the server takes them. */
export interface SentShares {
  /** Sealed to whoever was named. */
  readonly sealed: string
  /** The desk's, base64. */
  readonly held: string
  /** Verifier key of what the other one signs. */
  readonly proof: string
}

/** A way of the owner's own: a passkey of a device, a key on paper. */
export async function slotOfSecret(
  mailbox: string,
  of: {
    readonly kind: 'passkey' | 'paper'
    readonly secret: Uint8Array
    readonly seed: Uint8Array
    readonly credential?: string
    readonly label?: string
  }
): Promise<SentSlot> {
  const { kind, secret, seed, credential, label = '' } = of
  const named = credential === undefined ? {} : { credential }
  const slot = wrapWithSecret({ kind, mailbox, secret, seed, ...named })
  const bound = {
    id: crypto.randomUUID(),
    purpose: 'own',
    reader: null,
    recipient: await slotRecipient(mailbox, secret)
  }
  return {
    ...bound,
    kind,
    label,
    credential: credential ?? null,
    slot: JSON.stringify(slot),
    binding: slotBinding(seed, bound)
  }
}

/** A way of somebody else by their own mailbox. */
export async function slotForReader(
  mailbox: string,
  of: {
    readonly purpose: 'custodian' | 'member' | 'delegate'
    readonly seed: Uint8Array
    /** Their mailbox, with its key as the directory proves it. */
    readonly reader: { readonly mailbox: string; readonly recipient: string }
  }
): Promise<SentSlot> {
  const { purpose, seed, reader } = of
  const bound = { id: crypto.randomUUID(), purpose, reader: reader.mailbox, recipient: null }
  return {
    ...bound,
    kind: 'mailbox',
    label: '',
    credential: null,
    slot: await wrappedFor(mailbox, reader.recipient, seed),
    binding: slotBinding(seed, bound)
  }
}

/** A way of a program of a unit, by a key of its own; a later seed is wrapped to the same. */
export async function slotForProgram(
  mailbox: string,
  of: { readonly seed: Uint8Array; readonly recipient: string; readonly label: string }
): Promise<SentSlot> {
  const { seed, recipient, label } = of
  const bound = { id: crypto.randomUUID(), purpose: 'program', reader: null, recipient }
  return {
    ...bound,
    kind: 'mailbox',
    label,
    credential: null,
    slot: await wrappedFor(mailbox, recipient, seed),
    binding: slotBinding(seed, bound)
  }
}

/** A seed of a mailbox wrapped to a key, as JSON text. */
export async function wrappedFor(
  mailbox: string,
  recipient: string,
  seed: Uint8Array
): Promise<string> {
  const wrapped = await wrapForMailbox({ mailbox, recipient, seed })
  if (!wrapped.ok) throw new Error(wrapped.reason)
  return JSON.stringify(wrapped.value)
}

// Ways that this page has sent, by the key of their secret.
const sent = new Set<string>()

/**
 * Sends a way with a note by the key of the open mailbox. Sent again after its answer was lost, or beside another
 * that did not arrive, it is there.
 */
export async function sendSlot(
  opened: UnlockedMailbox,
  slot: SentSlot,
  shares?: SentShares
): Promise<void> {
  const way = `${opened.mailbox} ${slot.recipient ?? slot.id}`
  const wasSent = sent.has(way)
  sent.add(way)
  await send(opened, slot, shares).catch((error: unknown) => {
    const isThere = error instanceof RefusedError && error.code === 'mailbox/way-there'
    if (!wasSent || !isThere) throw error
  })
}

async function send(
  opened: UnlockedMailbox,
  slot: SentSlot,
  shares: SentShares | undefined
): Promise<void> {
  const { mailbox, keys } = opened
  const what = addedSlotLine(slot)
  const act = { act: 'keyslot-added', mailbox, what, at: nowText() } as const
  const note = signAct(act, keys.signers)
  await pageApi().post(`/api/v1/mailboxes/${mailbox}/keyslots`, {
    slot,
    note,
    ...(shares !== undefined && { shares })
  })
}
