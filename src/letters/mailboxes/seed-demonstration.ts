import { signEntry } from '../../kernel/directory/index.ts'
import { directoryOwner } from '../../kernel/mailbox/index.ts'
import { mailboxKeys, mailboxName, wrapWithSecret } from '../../kernel/seal/index.ts'
import { listAuthorities, systemActor } from '../../people/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { publishEntry } from '../directory/index.ts'
import { demonstrationSecret, demonstrationSeed } from './demonstration-key.ts'
import { insertSlot } from './keyslot-store.ts'
import { insertMailbox, mailboxOf } from './mailbox-store.ts'
import { recordMailbox } from './record-keyslot.ts'

/**
 * Gives every unit of a demonstration a mailbox whose key is in the program, so that letters can be
 * written and answered at once; pages say that it is not confidential. Persons make theirs themselves. A
 * second time it changes nothing.
 */
export async function seedMailboxes(context: Context): Promise<void> {
  if (!context.config.demo) return
  for (const { id: authority, units } of await listAuthorities(context.db))
    for (const unit of units) {
      const place = { authority, unit: unit.id }
      if ((await mailboxOf(context.db, place)) === null) await seedUnit(context, place)
    }
}

async function seedUnit(
  context: Context,
  place: { readonly authority: string; readonly unit: string }
): Promise<void> {
  const at = context.clock.now()
  const actor = systemActor('demonstration')
  const seed = demonstrationSeed(place.authority, place.unit)
  const host = new URL(context.config.origin).host
  const { recipient, keys, signers } = await mailboxKeys(seed, mailboxName(host, place))
  const id = newId(at)
  const entry = signEntry(
    {
      v: 1,
      owner: directoryOwner(place),
      sequence: 0,
      at: at.toString(),
      recipient,
      keys,
      reason: 'enrolled',
      previous: null
    },
    { own: signers }
  )
  const secret = new Uint8Array(Buffer.from(demonstrationSecret(), 'base64'))
  const slot = JSON.stringify(wrapWithSecret({ kind: 'paper', mailbox: id, secret, seed }))
  const mailbox = { id, kind: 'unit', person: null, ...place, recipient, sequence: 0 } as const
  await inTransaction(context.db, async (tx) => {
    const made = { ...mailbox, openedAt: at, demonstration: true }
    if (!(await insertMailbox(tx, made))) return
    const whole = { ...made, closedAt: null, rotationDue: null, pending: null, confidential: true }
    await insertSlot(tx, whole, {
      ...open,
      id: newId(at),
      binding: '',
      slot,
      madeAt: at,
      provenAt: at
    })
    await publishEntry(tx, { entry, aliases: [], by: actor, person: null }, at)
    const body = { sequence: 0, ways: 1, demonstration: true }
    await recordMailbox(tx, whole, { kind: 'mailbox.opened', body, by: actor.id, at })
  })
}

/** The one way of such a mailbox: whoever reads the program has what opens it. */
const open = {
  purpose: 'own',
  kind: 'paper',
  reader: null,
  delegation: null,
  label: '',
  sequence: 0,
  credential: null,
  readerMailbox: null,
  recipient: null
} as const
