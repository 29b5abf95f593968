import { acceptance } from '../agreements/index.ts'
import {
  type Actor,
  type PersonInput,
  anyUnit,
  demand,
  findOrCreateWalkIn,
  keys,
  personById
} from '../people/index.ts'
import {
  type Context,
  InvalidInputError,
  NotFoundError,
  type Tx,
  withScope
} from '../platform/index.ts'
import type { ServiceCard } from '../catalogue/index.ts'
import { checkChannel } from './check-channel.ts'
import {
  demandConsentGiven,
  proveCounterConsent,
  tellOfFiling,
  useCounterConsent
} from './counter-consent.ts'
import { type ArrivalInput, demandArrival } from './demand-arrival.ts'
import { demandOpen } from './demand-open.ts'
import { type Submission, fileCase, fileOnce, findSubmission } from './file-case.ts'
import { type FilingInput, checkFiling, demandKey } from './filing-input.ts'
import type { Arrival } from './given-documents.ts'
import { agreementVersionOf, calendarFor, cardThen, offeredCard } from './published.ts'
import { senderOf } from './sender.ts'

/** An application that reached the body on paper, over a counter or in person, as a clerk registers it. */
export interface RegisterIntakeInput extends FilingInput, ArrivalInput {
  /** Somebody already known, or as written on the paper. */
  readonly applicant: { readonly person: string } | PersonInput
  /** The code by which the applicant agreed to the counter's filing; pishkhan only. */
  readonly consentCode?: string | undefined
  /** For whom no code can reach: the clerk says that the consent is on paper. */
  readonly consentOnPaper?: boolean | undefined
}

/**
 * Files an application for somebody else: by post with its tracking number, by a pishkhan office with
 * its code and the applicant's consent, or in person with the visit that it was. It counts from the
 * instant at which it arrived, by the card of that day, however late it is registered.
 * @throws {ChannelRefusedError} For any other channel, although the attempt is recorded.
 * @throws {InvalidInputError} Problems at the names of the input, `/answers/…`, `/documents/…`.
 * @throws {ServiceClosedError} If the service took none when it arrived.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 */
export async function registerIntake(
  context: Context,
  actor: Actor,
  input: RegisterIntakeInput
): Promise<Submission> {
  const by = { filer: senderOf(actor), submissionKey: demandKey(input.submissionKey) }
  const now = context.clock.now()
  const offered = await offeredCard(context.db, input.service, now)
  const { authority } = offered.card
  demand(actor, { authority, role: 'clerk', unit: anyUnit })
  const { applicant: whose } = input
  keys.demandSameWorld(authority, 'person' in whose ? whose.person : null)
  const before = await findSubmission(context.db, by)
  if (before !== null) return before
  const channel = await checkChannel(context, actor, { ...offered, channel: input.channel })
  const arrival = demandArrival({ ...input, channel }, { actor, now })
  if (channel === 'pishkhan') demandConsentGiven(input)
  const filedAt = arrival.arrivedAt ?? now
  await demandOpen(context.db, offered.card, { channel, at: filedAt })
  const earlier = await cardThen(context.db, offered, filedAt)
  const checked = await checkByCards(context, actor, { input, arrival, earlier, offered })
  const agreementVersion = await agreementVersionOf(context.db, checked.card, filedAt)
  const calendar = await calendarFor(context.db, checked.card, now)
  // After all else is right: each try at a code counts.
  const given =
    channel === 'pishkhan'
      ? await proveCounterConsent(context, actor, {
          input,
          card: offered.card,
          office: arrival.officeCode ?? ''
        })
      : null
  const application = { ...by, ...checked, agreementVersion, calendar, arrival }
  return fileOnce(context, by, async (tx) => {
    const applicant = await applicantAt(tx, input.applicant, now)
    const filedBy = 'clerk' as const
    const asked = { person: applicant, authority: checked.card.authority, at: filedAt }
    const accepted = await acceptance.acceptOnPaper(tx, asked, { actor, now })
    const within = { ...context, db: tx }
    const consent = given === null ? null : await useCounterConsent(within, given, applicant)
    await tellOfFiling(tx, { applicant, authority }, now)
    return fileCase(tx, { ...application, filedBy, accepted, consent }, { now, actor, applicant })
  })
}

interface NamedCard {
  readonly card: ServiceCard
  readonly cardVersion: string
}

/**
 * What was promised is what was published on the day on which the application arrived. Its form may not
 * be the one that the clerk has on the screen: what does not fit it is taken by the card of today.
 */
async function checkByCards(
  context: Context,
  actor: Actor,
  given: { input: RegisterIntakeInput; arrival: Arrival; earlier: NamedCard; offered: NamedCard }
) {
  const { input, arrival, earlier, offered } = given
  if (
    earlier.cardVersion !== offered.cardVersion &&
    earlier.card.channels.includes(arrival.channel)
  ) {
    // Nobody was asked for a document that only the earlier card demands.
    const later = [...(input.later ?? []), ...onlyOn(earlier.card, offered.card)]
    try {
      const filing = { ...input, later, card: earlier.card, arrival }
      return { ...earlier, ...(await checkFiling(context, actor, filing)) }
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
    }
  }
  const filing = { ...input, card: offered.card, arrival }
  return { ...offered, ...(await checkFiling(context, actor, filing)) }
}

function onlyOn(earlier: ServiceCard, now: ServiceCard): string[] {
  const there = new Set(now.documents.map((document) => document.code))
  return earlier.documents.map((document) => document.code).filter((code) => !there.has(code))
}

async function applicantAt(
  tx: Tx,
  applicant: RegisterIntakeInput['applicant'],
  now: Temporal.Instant
): Promise<string> {
  if (!('person' in applicant)) return (await findOrCreateWalkIn(tx, applicant, now)).id
  // The person whom the counter found before by an identifier.
  const { person: id } = applicant
  const person = await withScope('system', () => personById(tx, id))
  if (person === null) throw new NotFoundError()
  return person.id
}
