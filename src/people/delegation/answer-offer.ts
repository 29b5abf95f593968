import { type Context, type Tx, inTransaction, newId, withScope } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { refuseInvented } from '../keys/sandbox-people.ts'
import { identifierKeys } from '../person.ts'
import { personById } from '../person-store.ts'
import { isFrozen } from '../recovery/freeze-store.ts'
import type { Delegation } from './delegation.ts'
import { newsOfAcceptance } from './messages-news.ts'
import { demandWithinOwn, giverOf } from './may-give.ts'
import { type Offer } from './offer.ts'
import { endOffer, offersByKeys } from './offer-store.ts'
import { recordDelegation } from './record-delegation.ts'
import {
  DelegationCodeRefusedError,
  DelegationNotFoundError,
  OwnDelegateError
} from './refusals.ts'
import { hashHandedCode } from '../handed-code.ts'

/** The offers that name a person by an identifier. */
export function offersTo(context: Pick<Context, 'db' | 'clock'>, person: string): Promise<Offer[]> {
  // An offer that names somebody by an identifier is found by it, before it is theirs.
  return withScope('system', () => offersNaming(context, person))
}

async function offersNaming(
  context: Pick<Context, 'db' | 'clock'>,
  person: string
): Promise<Offer[]> {
  const found = await personById(context.db, person)
  if (found === null) return []
  return offersByKeys(context.db, identifierKeys(found), context.clock.now())
}

/**
 * The offer of a code, for whoever has the code to see before they accept.
 * @throws {DelegationCodeRefusedError}
 */
export function offerOfCode(context: Pick<Context, 'db' | 'clock'>, code: string): Promise<Offer> {
  // The code is the key to its offer.
  return withScope('system', () => offerByCode(context, code))
}

async function offerByCode(context: Pick<Context, 'db' | 'clock'>, code: string): Promise<Offer> {
  const key = hashHandedCode('delegation', code)
  const [offer] = key === null ? [] : await offersByKeys(context.db, [key], context.clock.now())
  if (offer === undefined) throw new DelegationCodeRefusedError()
  return offer
}

/** Who answers, and which offer: by its code, or by its id where it names them. */
export interface AnswerInput {
  readonly person: string
  readonly offer: { readonly code: string } | { readonly id: string }
}

/**
 * Accepts an offer: from now on the person acts for its grantor, and both are told. Whoever offered it for
 * a business must still be able to.
 * @throws {DelegationCodeRefusedError}
 * @throws {DelegationNotFoundError}
 * @throws {OwnDelegateError} Where they offered it themselves, or it is for them.
 * @throws {BeyondDelegationError} Where the giver represents the business no more.
 * @throws {InventedOnlyError} By somebody of the sandbox.
 */
export function acceptOffer(context: Context, input: AnswerInput): Promise<Delegation> {
  // The offer is of its grantor until it is accepted.
  return withScope('system', () => acceptWithin(context, input))
}

async function acceptWithin(context: Context, input: AnswerInput): Promise<Delegation> {
  const now = context.clock.now()
  const { person } = input
  refuseInvented(person)
  const made = await inTransaction(context.db, async (tx) => {
    const offer = await offerFor({ ...context, db: tx }, input)
    if (offer.grantor === person || offer.madeBy === person) throw new OwnDelegateError()
    // What was offered from an account that is frozen now waits for its owner.
    if (await isFrozen(tx, offer.madeBy)) throw gone(input)
    const giver = await giverOf(tx, { grantor: offer.grantor, giver: offer.madeBy }, now)
    const via = demandWithinOwn(giver, offer)
    const delegate = await personById(tx, person)
    if (delegate?.kind !== 'person') throw new DelegationNotFoundError()
    const id = newId(now)
    if (!(await endOffer(tx, { ...offer, delegation: id }, now))) throw gone(input)
    const { grantor, kind, scope, acts, until, madeBy } = offer
    const given = { id, grantor, delegate: person, kind, scope, acts, from: now, until, via }
    await recordDelegation(tx, { ...given, grantedBy: madeBy })
    await tellBoth(tx, { offer, delegate: person }, now)
    return { ...given, grantedBy: madeBy, revokedAt: null }
  })
  context.nudge()
  return made
}

/**
 * Says no to an offer, or takes back what one offered oneself.
 * @throws {DelegationNotFoundError} If there is no such offer for them.
 */
export function declineOffer(
  context: Context,
  asked: { readonly person: string; readonly offer: string }
): Promise<void> {
  // The offer is of its grantor, and names who declines it.
  return withScope('system', () => declineWithin(context, asked))
}

async function declineWithin(
  context: Context,
  { person, offer: id }: { readonly person: string; readonly offer: string }
): Promise<void> {
  const offer = (await offersTo(context, person)).find((each) => each.id === id)
  if (offer === undefined) throw new DelegationNotFoundError()
  const now = context.clock.now()
  await inTransaction(context.db, (tx) => endOffer(tx, { ...offer, delegation: null }, now))
}

/**
 * Takes back an offer that nobody has accepted yet.
 * @throws {BeyondDelegationError} For a grantor they do not give for.
 * @throws {DelegationNotFoundError}
 */
export async function takeBackOffer(
  context: Context,
  input: { readonly giver: string; readonly grantor: string; readonly offer: string }
): Promise<void> {
  const now = context.clock.now()
  const { grantor, giver, offer: id } = input
  await inTransaction(context.db, async (tx) => {
    await giverOf(tx, { grantor, giver }, now)
    if (!(await endOffer(tx, { grantor, id, delegation: null }, now))) {
      throw new DelegationNotFoundError()
    }
  })
}

async function offerFor(
  context: Pick<Context, 'db' | 'clock'>,
  { person, offer }: AnswerInput
): Promise<Offer> {
  if ('code' in offer) return offerOfCode(context, offer.code)
  const found = (await offersTo(context, person)).find(({ id }) => id === offer.id)
  if (found === undefined) throw new DelegationNotFoundError()
  return found
}

function gone({ offer }: AnswerInput): Error {
  return 'code' in offer ? new DelegationCodeRefusedError() : new DelegationNotFoundError()
}

async function tellBoth(
  tx: Tx,
  { offer, delegate }: { offer: Offer; delegate: string },
  now: Temporal.Instant
): Promise<void> {
  for (const person of new Set([offer.madeBy, delegate])) {
    await tellPerson(
      tx,
      { person, kind: 'delegation', ...newsOfAcceptance(person === delegate) },
      now
    )
  }
}
