import { signEntry } from '../../kernel/directory/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import type { MailboxKeys } from '../../kernel/seal/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Tx } from '../../platform/index.ts'
import { publishEntry } from '../directory/index.ts'
import { type Mailbox, keyHashOf } from './mailbox.ts'
import { insertMailbox } from './mailbox-store.ts'
import { recordMailbox } from './record-keyslot.ts'

/** A mailbox of a unit whose seed a program has, not a person. */
export interface ProgramMailbox {
  readonly id: string
  readonly unit: { readonly authority: string; readonly unit: string }
  readonly keys: MailboxKeys
  /** Its key is in the program, for all to read. */
  readonly demonstration: boolean
  readonly by: Actor
}

/**
 * Opens a mailbox for a program: of a demonstration, or of a probe. Its key enters the directory like any
 * other's; nobody has a way to open it but the program.
 * @returns The mailbox; `null` where the unit has one.
 */
export async function openProgramMailbox(
  tx: Tx,
  { id, unit: place, keys: made, demonstration, by }: ProgramMailbox,
  at: Temporal.Instant
): Promise<Mailbox | null> {
  const { recipient, keys, signers } = made
  const whose = { id, kind: 'unit', person: null, ...place } as const
  const mailbox = { ...whose, recipient, sequence: 0, openedAt: at, demonstration }
  if (!(await insertMailbox(tx, mailbox))) return null
  const unsigned = { v: 1, owner: directoryOwner(place), sequence: 0, at: at.toString() } as const
  const entry = signEntry(
    { ...unsigned, recipient, keys, reason: 'enrolled', previous: null },
    { own: signers }
  )
  await publishEntry(tx, { entry, aliases: [], by, person: null }, at)
  const keyHash = keyHashOf(recipient)
  const whole = {
    ...mailbox,
    keyHash,
    closedAt: null,
    rotationDue: null,
    pending: null,
    confidential: true
  }
  const ways = demonstration ? 1 : 0
  const body = { sequence: 0, ways, ...(demonstration && { demonstration }) }
  await recordMailbox(tx, whole, { kind: 'mailbox.opened', body, by: by.id, at })
  return whole
}
