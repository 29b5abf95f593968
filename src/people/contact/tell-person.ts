import { queueOutbox } from '../../channels/index.ts'
import { type Bilingual, type Tx, newId, withScope } from '../../platform/index.ts'
import type { ContactAddress } from './contact.ts'
import { contactsOf } from './contact-store.ts'
import { insertMessage } from './message-store.ts'

/** News for a person about their account. */
export interface News {
  readonly person: string
  readonly subject: Bilingual
  /** What happened and what to do; nothing of a case, a letter or another person's. */
  readonly text: Bilingual
  /** Which kind of news: `device`, `passkey`, `role`. */
  readonly kind: string
  /** Another address that hears it too: one that is being removed. */
  readonly also?: readonly (ContactAddress & { readonly lang: 'fa' | 'en' })[]
}

/**
 * Tells a person something about their account: in the list at `/account/messages`, and by every proven
 * contact (each of them: whoever took one over does not hold the others). Sent after the commit.
 */
export function tellPerson(tx: Tx, news: News, at: Temporal.Instant): Promise<void> {
  // Whoever is told is told on every channel; the addresses are shown to nobody.
  return withScope('system', () => tellWithin(tx, news, at))
}

async function tellWithin(tx: Tx, news: News, at: Temporal.Instant): Promise<void> {
  const { person, subject, text, kind } = news
  const id = newId(at)
  await insertMessage(tx, { id, person, kind, subject, text, toldAt: at })
  const reached = [...(await contactsOf(tx, person)), ...(news.also ?? [])]
  await queueOutbox(
    tx,
    reached.map(({ channel, address, lang }) => ({
      owner: person,
      topic: 'people.told',
      payload: { person, message: id, channel, address, lang }
    })),
    at
  )
}
