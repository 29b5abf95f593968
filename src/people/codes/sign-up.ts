import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { AddressTakenError } from '../contact/address-taken.ts'
import { insertContact } from '../contact/contact-store.ts'
import { checkPerson } from '../person.ts'
import { insertPerson } from '../person-store.ts'
import { type SessionInput, startSession } from '../start-session.ts'
import { provenChallenge, takeProven } from './challenge-store.ts'
import { CodeRefusedError, readCodeToken } from './code.ts'
import { saveTypedIdentifiers } from './typed-identifier-store.ts'
import { platformAuthority } from '../platform-authority.ts'

/** Somebody who makes an account with an address that they have just proven. */
export type SignUp = Pick<SessionInput, 'device' | 'deviceSecret' | 'before' | 'address'> & {
  /** The cookie of the browser in which the code was asked for. */
  readonly cookie: string
  readonly name: string
  /** Optional: nobody is forced to have one. */
  readonly nationalId: string
  readonly foreignerCode: string
}

/**
 * Makes an account for a person with a proven contact. What was typed as an identifier is kept as typed and
 * proves nothing: it attaches to nobody, and finds nobody, so an account cannot be made in another's name
 * and wait there for them.
 * @returns The text of the session cookie.
 * @throws {CodeRefusedError} If nothing (more) is proven in this browser.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function signUp(context: Context, input: SignUp): Promise<string> {
  const browser = readCodeToken(input.cookie)
  const at = context.clock.now()
  const proven =
    browser === null
      ? null
      : await provenChallenge(context.db, { ...browser, purpose: 'sign-in' }, at)
  if (proven === null) throw new CodeRefusedError()
  const { nationalId, foreignerCode } = input
  const typed = checkPerson({ kind: 'person', name: input.name, nationalId, foreignerCode })
  const { channel, address, lang } = proven
  const person = {
    ...typed,
    nationalId: null,
    foreignerCode: null,
    mobile: channel === 'sms' ? address : null,
    email: channel === 'e-mail' ? address : null,
    id: newId(at),
    createdAt: at
  }
  return inTransaction(context.db, async (tx) => {
    if (!(await takeProven(tx, proven.id))) throw new CodeRefusedError()
    await insertPerson(tx, person)
    const contact = { channel, address, lang, person: person.id, provenAt: at }
    if (!(await insertContact(tx, contact))) throw new AddressTakenError()
    await saveTypedIdentifiers(tx, { person: person.id, at, typed })
    const common = {
      owner: person.id,
      authority: platformAuthority,
      subject: person.id,
      at,
      actor: person.id
    }
    await recordFact(tx, {
      ...common,
      kind: 'person.registered',
      body: { kind: 'person', by: 'self' }
    })
    await recordFact(tx, { ...common, kind: 'contact.proven', body: { channel } })
    const { device, deviceSecret, before } = input
    const from = { device, deviceSecret, before, address: input.address }
    const entry = { ...from, person: person.id, begunBy: 'code' } as const
    return startSession({ ...context, db: tx }, entry)
  })
}
