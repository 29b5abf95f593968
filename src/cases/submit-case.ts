import { acceptance } from '../agreements/index.ts'
import type { ServiceCard } from '../catalogue/index.ts'
import { type Actor, delegation, representedBy } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import type { DelegatedBy } from './case-access.ts'
import { checkChannel } from './check-channel.ts'
import { demandOpen } from './demand-open.ts'
import { endDraft, finishedUploadsOf } from './end-draft.ts'
import { type Submission, fileCase, fileOnce, findSubmission } from './file-case.ts'
import { type FilingInput, checkFiling, demandKey } from './filing-input.ts'
import { ownerRight } from './owner-right.ts'
import { agreementVersionOf, calendarFor, offeredCard } from './published.ts'
import { NotAPersonError, NotRepresentedError } from './refusals.ts'
import { useDelegation } from './use-delegation.ts'

/** An application as its applicant sends it. */
export interface SubmitCaseInput extends FilingInput {
  /** The draft that this was; where `uploads` is absent, its finished uploads come along. */
  readonly draft?: string | undefined
  /** A business or body that the actor may act for; the actor where absent. */
  readonly applicant?: string | undefined
}

/**
 * Files an application over the site: everything is checked at once, then the case, its documents, its
 * facts, its clock and the word to the queue are written in one transaction.
 * @throws {InvalidInputError} Problems at `/answers/<name>`, `/documents/<code>`, `/submissionKey`.
 * @throws {ServiceNotOfferedError}
 * @throws {ServiceClosedError} While its form is closed, or it is withdrawn.
 * @throws {ChannelRefusedError} If the card does not take applications by the site; counted.
 * @throws {NotAPersonError} If a key of a system asks.
 * @throws {NotRepresentedError} For somebody the actor may not act for, or not in this.
 * @throws {AgreementNotAcceptedError} Before the applicant has accepted the authority's agreement.
 * @throws {DelegationEndedError} If the delegation ended while it was sent.
 */
export async function submitCase(
  context: Context,
  actor: Actor,
  input: SubmitCaseInput
): Promise<Submission> {
  const applicant = await applicantOf(context, actor, input.applicant)
  const by = { filer: applicant, submissionKey: demandKey(input.submissionKey) }
  // Uploads leave their sender's hands when they are sent, so a second sending cannot see them.
  const before = hasUploads(input) ? await findSubmission(context.db, by) : null
  if (before !== null) return before
  const now = context.clock.now()
  const { card, cardVersion } = await offeredCard(context.db, input.service, now)
  const delegatedBy = await delegationOf(context, actor, { applicant, card, now })
  const channel = await checkChannel(context, actor, { card, cardVersion, channel: 'site' })
  await demandOpen(context.db, card, { channel, at: now })
  const arrival = { channel }
  const uploads = input.uploads ?? (await finishedUploadsOf(context.db, actor, input.draft))
  const checked = await checkFiling(context, actor, { ...input, uploads, card, arrival })
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
    const asked = { person: applicant, authority: card.authority, at: now }
    const accepted = await acceptance.demandAcceptance(tx, asked)
    const filed = await fileCase(
      tx,
      { ...application, filedBy: 'applicant', accepted },
      { now, actor, applicant, delegation: delegatedBy?.delegation.id }
    )
    if (delegatedBy !== null) await useDelegation(tx, delegatedBy, { ...filed, at: now })
    if (input.draft !== undefined) await endDraft(tx, actor, input.draft)
    return filed
  })
}

function hasUploads(input: SubmitCaseInput): boolean {
  return input.draft !== undefined || (input.uploads ?? []).length > 0
}

async function applicantOf(
  context: Context,
  actor: Actor,
  applicant: string | undefined
): Promise<string> {
  const { person } = actor
  if (person === null) throw new NotAPersonError()
  if (applicant === undefined || applicant === person) return person
  const represented = await representedBy(context.db, person, context.clock.now())
  if (represented.some((each) => each.id === applicant)) return applicant
  await delegation.refuseSuspended(context.db, { actor, for: applicant }, context.clock.now())
  throw new NotRepresentedError()
}

/** By which delegation this service is applied for; `null` for oneself. */
async function delegationOf(
  context: Context,
  actor: Actor,
  { applicant, card, now }: { applicant: string; card: ServiceCard; now: Temporal.Instant }
): Promise<DelegatedBy | null> {
  const { authority, code: service } = card
  const asked = { applicant, authority, service, acts: ['apply' as const], at: now }
  const { acts, by } = await ownerRight(context.db, actor, asked)
  if (!acts.includes('apply')) throw new NotRepresentedError()
  return by
}
