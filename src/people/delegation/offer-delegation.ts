import { queueOutbox } from '../../channels/index.ts'
import { type Context, inTransaction, newId } from '../../platform/index.ts'
import { refuseInvented } from '../keys/sandbox-people.ts'
import { checkPerson, identifierKeys } from '../person.ts'
import type { TypedIdentifier } from '../find-person.ts'
import { personById } from '../person-store.ts'
import { type TypedTerms, checkTerms } from './check-offer.ts'
import { identifierMissing } from './messages-offer.ts'
import { type Giver, demandWithinOwn, giverOf } from './may-give.ts'
import { type Offer, offerDays } from './offer.ts'
import { insertOffer, offersSince, openOffersOf } from './offer-store.ts'
import { OffersTooManyError, OwnDelegateError } from './refusals.ts'
import { hashHandedCode, newHandedCode } from '../handed-code.ts'

/** A delegation as its giver wants it. */
export interface OfferInput extends TypedTerms {
  /** Person id of the natural person who gives it. */
  readonly giver: string
  /** A business or body that they represent; themselves where absent. */
  readonly grantor?: string | undefined
  /** Who is to be the delegate; whoever brings the code where absent. */
  readonly to?: TypedIdentifier | undefined
}

/** An offer, and the code by which it is accepted: shown once. */
export interface OfferMade {
  readonly offer: string
  readonly code: string | null
  readonly expiresAt: Temporal.Instant
}

const openMax = 20
const perDayMax = 40

/**
 * Offers a delegation. It holds once the delegate accepts it, so nobody acts for another unknowingly, and
 * the giver learns who it is no sooner: the answer to an identifier is the same whether it is anybody's.
 * @throws {InvalidInputError} At `/kind`, `/scope`, `/acts`, `/until`, `/to/nationalId` and the like.
 * @throws {BeyondDelegationError}
 * @throws {OwnDelegateError}
 * @throws {OffersTooManyError}
 * @throws {InventedOnlyError} By or for somebody of the sandbox.
 */
export async function offerDelegation(context: Context, input: OfferInput): Promise<OfferMade> {
  refuseInvented(input.giver, input.grantor ?? input.giver)
  const now = context.clock.now()
  const code = input.to === undefined ? newHandedCode() : null
  const expiresAt = now.add({ hours: 24 * offerDays })
  const id = newId(now)
  await inTransaction(context.db, async (tx) => {
    const giver = await giverOf(
      tx,
      { grantor: input.grantor ?? input.giver, giver: input.giver },
      now
    )
    const terms = checkTerms(input, { grantor: giver.grantor, now })
    const via = demandWithinOwn(giver, terms)
    const key = code === null ? keyOf(input.to ?? {}) : (hashHandedCode('delegation', code) ?? '')
    const self = await personById(tx, input.giver)
    if (self !== null && identifierKeys(self).includes(key)) throw new OwnDelegateError()
    await demandRoom({ tx, giver, now })
    const offer: Offer = {
      id,
      grantor: giver.grantor.id,
      ...terms,
      madeBy: input.giver,
      via,
      byCode: code !== null,
      madeAt: now,
      expiresAt
    }
    await insertOffer(tx, offer, key)
    // Whether there is such a person is found out later, so that no answer is slower for one.
    if (code === null) {
      const payload = { key, grantor: offer.grantor }
      await queueOutbox(tx, [{ owner: offer.grantor, topic: 'delegation.offered', payload }], now)
    }
  })
  context.nudge()
  return { offer: id, code, expiresAt }
}

/** The hash of the one identifier that was typed. */
function keyOf(to: TypedIdentifier): string {
  const [key, another] = identifierKeys(checkPerson({ kind: 'person', name: 'ن', ...to }))
  if (key === undefined || another !== undefined) throw identifierMissing()
  return key
}

async function demandRoom(at: {
  tx: Parameters<typeof openOffersOf>[0]
  giver: Giver
  now: Temporal.Instant
}): Promise<void> {
  const { tx, giver, now } = at
  const open = await openOffersOf(tx, giver.grantor.id, now)
  const today = await offersSince(tx, giver.grantor.id, now.subtract({ hours: 24 }))
  if (open.length >= openMax || today >= perDayMax) throw new OffersTooManyError()
}
