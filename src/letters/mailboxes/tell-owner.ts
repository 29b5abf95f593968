import { contact, staffOf } from '../../people/index.ts'
import { type Bilingual, type Tx, withScope } from '../../platform/index.ts'
import { slotsOf } from './keyslot-store.ts'
import type { Mailbox } from './mailbox.ts'

/** News about a mailbox: what happened to a way to open it, never anything of a letter. */
export interface MailboxNews {
  readonly subject: Bilingual
  readonly text: Bilingual
}

/**
 * Tells whoever answers for a mailbox, by every contact that they have: its person; of a business or unit
 * the custodians of its key, and of a unit its administrators.
 * @returns Who was told.
 */
export async function tellOwner(
  tx: Tx,
  mailbox: Mailbox,
  { news, at }: { readonly news: MailboxNews; readonly at: Temporal.Instant }
): Promise<string[]> {
  const told = await answering(tx, mailbox, at)
  for (const person of told) await contact.tellPerson(tx, { person, kind: 'mailbox', ...news }, at)
  return told
}

async function answering(tx: Tx, mailbox: Mailbox, at: Temporal.Instant): Promise<string[]> {
  if (mailbox.kind === 'person') return mailbox.person === null ? [] : [mailbox.person]
  // Whoever is told is told: the writer of the change may be a person without a way to their rows.
  return withScope('system', async () => {
    const slots = await slotsOf(tx, mailbox.id)
    const custodians = slots.flatMap(({ purpose, reader }) =>
      purpose === 'custodian' && reader !== null ? [reader] : []
    )
    const { authority, unit } = mailbox
    if (authority === null) return [...new Set(custodians)]
    const staff = await staffOf(tx, { authority, roles: ['authority-admin'], at })
    const heads = staff.filter((each) => each.unit === null || each.unit === unit)
    return [...new Set([...custodians, ...heads.map(({ id }) => id)])]
  })
}
