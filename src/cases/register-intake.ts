import {
  type Actor,
  type PersonInput,
  demand,
  findOrCreateWalkIn,
  personById
} from '../people/index.ts'
import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  NotFoundError,
  type Tx
} from '../platform/index.ts'
import { toLatinDigits } from '../kernel/persian/index.ts'
import { checkChannel } from './check-channel.ts'
import { type Submission, fileCase, fileOnce, findSubmission } from './file-case.ts'
import { type FilingInput, checkFiling, demandKey } from './filing-input.ts'
import type { Arrival } from './given-documents.ts'
import { refusalMessages } from './messages-refusals.ts'
import { agreementVersionOf, calendarFor, offeredCard } from './published.ts'
import { problem } from './refusals.ts'
import { senderOf } from './sender.ts'

/** An application that reached the body on paper, over a counter or in person, as a clerk registers it. */
export interface RegisterIntakeInput extends FilingInput, ArrivalInput {
  /** Somebody already known, or as written on the paper. */
  readonly applicant: { readonly person: string } | PersonInput
  /** The code by which the applicant agreed to the counter's filing; pishkhan only. */
  readonly consentCode?: string | undefined
}

/** By which way something came, as a clerk types it. */
export interface ArrivalInput {
  /** Any word: one that is no channel of the card is refused, and counted. */
  readonly channel: string
  readonly trackingNumber?: string | undefined
  readonly officeCode?: string | undefined
  /** When it reached the body, where that was before now. */
  readonly arrivedAt?: Temporal.Instant | undefined
}

/**
 * Files an application for somebody else: by post with its tracking number, by a pishkhan office with
 * its code and the applicant's consent, or in person with the visit that it was.
 * @throws {ChannelRefusedError} For any other channel, although the attempt is recorded.
 * @throws {InvalidInputError} Problems at the names of the input, `/answers/…`, `/documents/…`.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 */
export async function registerIntake(
  context: Context,
  actor: Actor,
  input: RegisterIntakeInput
): Promise<Submission> {
  const by = { filer: senderOf(actor), submissionKey: demandKey(input.submissionKey) }
  const now = context.clock.now()
  const { card, cardVersion } = await offeredCard(context.db, input.service, now)
  demand(actor, { authority: card.authority, role: 'clerk' })
  const before = await findSubmission(context.db, by)
  if (before !== null) return before
  const channel = await checkChannel(context, actor, { card, cardVersion, channel: input.channel })
  const arrival = demandArrival({ ...input, channel }, now)
  demandConsent(input)
  const checked = await checkFiling(context, actor, { ...input, card, arrival })
  const agreementVersion = await agreementVersionOf(context.db, card, now)
  const calendar = await calendarFor(context.db, card, now)
  const application = {
    ...by,
    ...checked,
    card,
    cardVersion,
    agreementVersion,
    calendar,
    arrival
  }
  return fileOnce(context, by, async (tx) => {
    const applicant = await applicantAt(tx, input.applicant, now)
    const filedBy = 'clerk' as const
    const consented = input.channel === 'pishkhan'
    return fileCase(tx, { ...application, filedBy, consented }, { now, actor, applicant })
  })
}

async function applicantAt(
  tx: Tx,
  applicant: RegisterIntakeInput['applicant'],
  now: Temporal.Instant
): Promise<string> {
  if (!('person' in applicant)) return (await findOrCreateWalkIn(tx, applicant, now)).id
  const person = await personById(tx, applicant.person)
  if (person === null) throw new NotFoundError()
  return person.id
}

/**
 * What each channel has to say of itself.
 * @throws {InvalidInputError} At `/trackingNumber`, `/officeCode`, `/arrivedAt`.
 */
export function demandArrival(
  input: Omit<ArrivalInput, 'channel'> & Pick<Arrival, 'channel'>,
  now: Temporal.Instant
): Arrival {
  const texts = refusalMessages.entries
  const problems: FieldProblem[] = []
  const trackingNumber = bare(input.trackingNumber)
  const officeCode = bare(input.officeCode)
  const { channel, arrivedAt } = input
  if (channel === 'post' && !/^[A-Z0-9]{8,24}$/.test(trackingNumber)) {
    problems.push(
      problem('/trackingNumber', 'intake/tracking-number', texts.trackingNumberRequired)
    )
  }
  if (channel === 'pishkhan' && !/^[0-9]{4,12}$/.test(officeCode)) {
    problems.push(problem('/officeCode', 'intake/office-code', texts.officeCodeRequired))
  }
  if (arrivedAt !== undefined && Temporal.Instant.compare(arrivedAt, now) > 0) {
    problems.push(problem('/arrivedAt', 'intake/arrived-later', texts.arrivedLater))
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return {
    channel,
    ...(channel === 'post' ? { trackingNumber } : {}),
    ...(channel === 'pishkhan' ? { officeCode } : {}),
    ...(arrivedAt === undefined ? {} : { arrivedAt })
  }
}

function demandConsent({ channel, consentCode }: RegisterIntakeInput): void {
  if (channel !== 'pishkhan' || /^[0-9]{4,8}$/.test(bare(consentCode))) return
  const { consentRequired } = refusalMessages.entries
  throw new InvalidInputError([problem('/consentCode', 'intake/consent', consentRequired)])
}

/** Any digits and spacing that people copy from a label. */
function bare(text: string | undefined): string {
  return toLatinDigits((text ?? '').slice(0, 60))
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '')
}
