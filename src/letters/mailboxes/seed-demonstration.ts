import { mailboxKeys, mailboxName, wrapWithSecret } from '../../kernel/seal/index.ts'
import { listAuthorities, systemActor } from '../../people/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { demonstrationSecret, demonstrationSeed } from './demonstration-key.ts'
import { insertSlot } from './keyslot-store.ts'
import { mailboxOf } from './mailbox-store.ts'
import { openProgramMailbox } from './open-program-mailbox.ts'

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
  const by = systemActor('demonstration')
  const seed = demonstrationSeed(place.authority, place.unit)
  const host = new URL(context.config.origin).host
  const keys = await mailboxKeys(seed, mailboxName(host, place))
  const id = newId(at)
  const secret = new Uint8Array(Buffer.from(demonstrationSecret(), 'base64'))
  const slot = JSON.stringify(wrapWithSecret({ kind: 'paper', mailbox: id, secret, seed }))
  await inTransaction(context.db, async (tx) => {
    const made = { id, unit: place, keys, demonstration: true, by }
    const mailbox = await openProgramMailbox(tx, made, at)
    if (mailbox === null) return
    const proven = { id: newId(at), binding: '', slot, madeAt: at, provenAt: at }
    await insertSlot(tx, mailbox, { ...open, ...proven })
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
