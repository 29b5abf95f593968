import { recordFact } from '../../ledger/index.ts'
import {
  type Context,
  NotFoundError,
  Refusal,
  inTransaction,
  withScope
} from '../../platform/index.ts'
import { type CodeChallenge, takeProven } from '../codes/challenge-store.ts'
import { lockPerson } from '../person-store.ts'
import { hasStrongWay } from '../strong-way.ts'
import { AddressTakenError } from './address-taken.ts'
import { type ContactAddress, addressKey } from './contact.ts'
import { contactsOf, deleteContact, insertContact } from './contact-store.ts'
import { messages } from './messages.ts'
import { tellPerson } from './tell-person.ts'

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

/**
 * Adds an address that a person has just proven to be theirs, and tells them everywhere.
 * @throws {AddressTakenError} If it lets in somebody else.
 */
export async function addContact(
  context: Context,
  person: string,
  proven: CodeChallenge
): Promise<void> {
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
        authority: 'platform',
        kind: 'contact.proven',
        subject: person,
        at,
        actor: person,
        body: { channel }
      })
      const { addedSubject, addedText } = messages.entries
      const name = worded(contact)
      const text = { fa: addedText.fa(name.fa), en: addedText.en(name.en) }
      await tellPerson(tx, { person, subject: addedSubject, text, kind: 'contact' }, at)
    })
  )
  context.nudge()
}

/**
 * Removes a contact by its key; the removed address hears of it too.
 * @throws {NotFoundError}
 * @throws {LastContactError}
 */
export async function removeContact(
  context: Context,
  { person, key }: { person: string; key: string }
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    await lockPerson(tx, person)
    const contacts = await contactsOf(tx, person)
    const contact = contacts.find((each) => addressKey(each) === key)
    if (contact === undefined) throw new NotFoundError()
    if (contacts.length === 1 && !context.config.demo && !(await hasStrongWay(tx, person)))
      throw new LastContactError()
    await deleteContact(tx, contact)
    const { removedSubject, removedText } = messages.entries
    const name = worded(contact)
    const text = { fa: removedText.fa(name.fa), en: removedText.en(name.en) }
    const news = { person, subject: removedSubject, text, kind: 'contact', also: [contact] }
    await tellPerson(tx, news, at)
  })
  context.nudge()
}
