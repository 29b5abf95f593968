import { recordFact } from '../../ledger/index.ts'
import {
  type Context,
  NotFoundError,
  type Bilingual,
  Refusal,
  type Tx,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { type CodeChallenge, takeProven } from '../codes/challenge-store.ts'
import { notMeLink } from '../devices/not-me-link.ts'
import { passkeysOf } from '../passkey-store.ts'
import { lockPerson } from '../person-store.ts'
import { hasStrongWay } from '../strong-way.ts'
import { AddressTakenError } from './address-taken.ts'
import { type Contact, type ContactAddress, addressKey } from './contact.ts'
import { contactsOf, deleteContact, insertContact } from './contact-store.ts'
import { messages } from './messages.ts'
import { OldestContactError, isOutlasted } from './settled.ts'
import { tellPerson } from './tell-person.ts'
import { platformAuthority } from '../platform-authority.ts'

/** The last way in must stay. */
export class LastContactError extends Refusal {
  readonly code = 'contact/last'
  constructor() {
    super({
      fa: 'این تنها راه ورود شماست؛ نخست راه تماس دیگر یا کلید عبوری بیفزایید.',
      en: 'This is your only way in; add another contact or a passkey first.'
    })
  }
}

const worded = ({ channel }: ContactAddress) => messages.entries[channel]

/** In whose account it happens, and in which session of theirs. */
export interface AtSession {
  readonly person: string
  readonly session: string
}

/**
 * Adds an address that a person has just proven to be theirs, and tells them everywhere.
 * @throws {AddressTakenError} If it lets in somebody else.
 */
export async function addContact(
  context: Context,
  own: AtSession,
  proven: CodeChallenge
): Promise<void> {
  const { person } = own
  const at = context.clock.now()
  const { channel, address, lang } = proven
  // Whose address it is already is seen in the directory of everybody.
  await withScope('system', () =>
    inTransaction(context.db, async (tx) => {
      await takeProven(tx, proven.id)
      const contact = { person, channel, address, lang, provenAt: at }
      if (!(await insertContact(tx, contact))) throw new AddressTakenError()
      await recordFact(tx, {
        owner: person,
        authority: platformAuthority,
        kind: 'contact.proven',
        subject: person,
        at,
        actor: person,
        body: { channel }
      })
      const { addedSubject, addedText } = messages.entries
      const name = worded(contact)
      const link = await notMeLink(context, tx, own)
      const text = {
        fa: `${addedText.fa(name.fa)}\n${link.fa}`,
        en: `${addedText.en(name.en)}\n${link.en}`
      }
      await tellPerson(tx, { person, subject: addedSubject, text, kind: 'contact' }, at)
    })
  )
  context.nudge()
}

/**
 * Removes a contact by its key; the removed address hears of it too.
 * @throws {NotFoundError}
 * @throws {LastContactError}
 * @throws {OldestContactError} If nothing that stays has been there for long.
 */
export async function removeContact(
  context: Context,
  { person, session, key }: AtSession & { readonly key: string }
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    await lockPerson(tx, person)
    const contacts = await contactsOf(tx, person)
    const contact = contacts.find((each) => addressKey(each) === key)
    if (contact === undefined) throw new NotFoundError()
    if (contacts.length === 1 && !context.config.demo && !(await hasStrongWay(tx, person)))
      throw new LastContactError()
    const passkeys = (await passkeysOf(tx, person)).map(({ createdAt }) => ({
      provenAt: createdAt
    }))
    const staying = [...contacts.filter((each) => each !== contact), ...passkeys]
    if (!isOutlasted(contact, staying, at)) throw new OldestContactError()
    await deleteContact(tx, contact)
    const link = await notMeLink(context, tx, { person, session })
    await tellRemoved(tx, { contact, link }, at)
  })
  context.nudge()
}

/** Tells a person, and the address that is none of theirs now, that it was removed. */
export async function tellRemoved(
  tx: Tx,
  removed: { readonly contact: Contact; readonly link: Bilingual | null },
  at: Temporal.Instant
): Promise<void> {
  const { contact, link } = removed
  const { removedSubject: subject, removedText, undoneText } = messages.entries
  const name = worded(contact)
  const text =
    link === null
      ? { fa: undoneText.fa(name.fa), en: undoneText.en(name.en) }
      : {
          fa: `${removedText.fa(name.fa)}\n${link.fa}`,
          en: `${removedText.en(name.en)}\n${link.en}`
        }
  const { person } = contact
  await tellPerson(tx, { person, subject, text, kind: 'contact', also: [contact] }, at)
}
