import { canSend, queueOutbox } from '../../channels/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { type Context, inTransaction, newId, withScope } from '../../platform/index.ts'
import { takeAllowance } from '../codes/attempt-store.ts'
import { type Contact, contactsOf } from '../contact/index.ts'
import { type Actor, anyUnit, demand } from '../role.ts'
import { type ConsentFor, type CounterConsent, insertConsent } from './consent-store.ts'
import { ConsentUnreachableError, ConsentsTooManyError } from './refusals.ts'

/** The topic under which consent codes are made and sent. */
export const consentTopic = 'people.consent-code'

/** A code is good this long from when it was sent. */
export const consentSeconds = 600

/** What a clerk asks a citizen's consent for. */
export interface ConsentInput extends Omit<ConsentFor, 'clerk'> {
  /** What the message calls the service. */
  readonly serviceTitle: { readonly fa: string; readonly en: string }
  /** Tracking code of the case, as its applicant knows it. */
  readonly reference?: string | undefined
}

/**
 * The proven contacts of a person to which this installation can send; none means paper.
 */
export async function reachableBy(
  { db, config }: Pick<Context, 'db' | 'config'>,
  person: string
): Promise<Contact[]> {
  // The clerk learns that a code can reach, and no address.
  const contacts = await withScope('system', () => contactsOf(db, person))
  return contacts.filter(({ channel }) => canSend(config, channel))
}

/**
 * Asks the citizen at the counter for consent to one act: a code goes to each of their proven contacts,
 * which names the office and the act.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 * @throws {ConsentUnreachableError}
 * @throws {ConsentsTooManyError}
 */
export async function askConsent(
  context: Context,
  clerk: Actor,
  input: ConsentInput
): Promise<Omit<CounterConsent, 'usedAt'>> {
  const { person, authority, service, act, office, serviceTitle } = input
  demand(clerk, { authority, role: 'clerk', unit: anyUnit })
  if ((await reachableBy(context, person)).length === 0) throw new ConsentUnreachableError()
  const now = context.clock.now()
  const allowance = { what: `consent codes of ${person}`, most: 6, withinSeconds: 3600 }
  if (!(await takeAllowance(context.db, allowance, now))) throw new ConsentsTooManyError()
  const id = newId(now)
  const expiresAt = now.add({ seconds: consentSeconds })
  const asked = {
    id,
    person,
    authority,
    service,
    act,
    case: input.case,
    office,
    clerk: clerk.id,
    askedAt: now,
    expiresAt
  }
  await inTransaction(context.db, async (tx) => {
    await insertConsent(tx, asked)
    await recordFact(tx, {
      owner: person,
      authority,
      kind: 'consent.asked',
      subject: id,
      at: now,
      actor: clerk.id,
      body: { consent: id, act, service, office, ...caseOf(input) }
    })
    const payload = { consent: id, person, serviceTitle, reference: input.reference ?? null }
    await queueOutbox(tx, [{ owner: person, topic: consentTopic, payload }], now)
  })
  context.nudge()
  return asked
}

/** What the facts of a consent say of its case; nothing for a filing. */
export function caseOf(asked: Pick<ConsentFor, 'case'>): { case?: string } {
  return asked.case === null ? {} : { case: asked.case }
}
