import { type Actor, actorOfPerson } from '../../people/index.ts'
import { type Context, type Db, inTransaction } from '../../platform/index.ts'
import { mayRead } from './access.ts'
import { lentSlots } from './keyslot-store.ts'
import type { Mailbox, StoredSlot } from './mailbox.ts'
import { lockMailbox, mailboxById } from './mailbox-store.ts'
import { messages } from './messages.ts'
import { takeAway } from './remove-keyslot.ts'
import { tellOwner } from './tell-owner.ts'

const most = 500
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Ends the ways of those whose role or delegation has ended, and tells who keeps the key to change it.
 * Reading them was refused from the moment on: this takes away what they would need.
 */
export async function checkReaders(context: Context): Promise<void> {
  let after = first
  for (;;) {
    const slots = await lentSlots(context.db, after, most)
    for (const slot of slots) await check(context, slot)
    const last = slots.at(-1)
    if (last === undefined || slots.length < most) return
    after = last.id
  }
}

async function check(context: Context, slot: StoredSlot): Promise<void> {
  const mailbox = await mailboxById(context.db, slot.mailbox)
  if (mailbox === null || (await stillMay(context.db, { mailbox, slot }, context.clock.now())))
    return
  await inTransaction(context.db, async (tx) => {
    const at = context.clock.now()
    const held = await lockMailbox(tx, mailbox.id)
    if (held === null || (await stillMay(tx, { mailbox: held, slot }, at))) return
    const by = 'system:mailboxes.readers'
    await takeAway(tx, held, { slot, reason: 'left', by, at })
    const { readerLeft: subject, readerLeftText: text } = messages.entries
    await tellOwner(tx, held, { news: { subject, text }, at })
  })
  context.nudge()
}

async function stillMay(
  db: Db,
  { mailbox, slot }: { readonly mailbox: Mailbox; readonly slot: StoredSlot },
  now: Temporal.Instant
): Promise<boolean> {
  const actor: Actor | null =
    slot.reader === null ? null : await actorOfPerson(db, slot.reader, now)
  return actor !== null && mayRead(db, actor, { mailbox, now })
}
