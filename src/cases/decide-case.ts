import type { Channel, ServiceCard } from '../catalogue/index.ts'
import { type Actor, postHolderOn } from '../people/index.ts'
import { type Context, InvalidInputError } from '../platform/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { caseById } from './case-store.ts'
import { channelNames } from './channel-names.ts'
import type { Note } from './case-record.ts'
import type { Outcome } from './case.ts'
import { type CaseFact, type Changed, changeCase } from './change-case.ts'
import { atTheBody, demandStage } from './demand-stage.ts'
import { demandTime } from './demand-time.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noteOf } from './note.ts'
import { demandOpened } from './sealed/demand-judgement.ts'
import {
  CaseAlreadyDecidedError,
  CaseChangedError,
  NotTheApproverError,
  ReasonRequiredError,
  StepOutOfOrderError,
  problem
} from './refusals.ts'

export interface DecideCaseInput {
  readonly case: string
  readonly outcome: Outcome
  /** The reasons, which the applicant reads. */
  readonly reason: string
  /** How the result reaches the applicant: one of the card's ways, over the site where absent. */
  readonly deliverBy?: Channel | undefined
  /** Why it is decided before the last published step. */
  readonly outOfOrderReason?: string | undefined
  /** When it was decided and handed over, if that was before now. */
  readonly at?: Temporal.Instant | undefined
  readonly expectedVersion?: number | undefined
}

/**
 * Decides a case and delivers the result. Only the holder, on that day, of the post that the card names
 * can do so (SK-5.5d). Of two who decide at once one wins, and the other is told.
 * @throws {NotTheApproverError}
 * @throws {CaseAlreadyDecidedError}
 * @throws {NotAcceptedError} Of a sealed case that its unit has not opened and accepted.
 * @throws {ReasonRequiredError} At `/reason`.
 * @throws {InvalidInputError} At `/deliverBy`: not a way of the card.
 * @throws {StepOutOfOrderError} At `/outOfOrderReason`, before the last step of the published process.
 */
export async function decideCase(
  context: Context,
  actor: Actor,
  input: DecideCaseInput
): Promise<Changed> {
  const file = await openCase(context, actor, {
    case: input.case,
    rights: ['approver', 'officer', 'reader']
  })
  // To refuse what the applicant never mended is a decision; to grant it is not.
  const stages = input.outcome === 'refused' ? [...atTheBody, 'returned' as const] : atTheBody
  demandStage(file.history, stages, 'decision')
  demandOpened(file, input.outcome)
  const deliverBy = demandDelivery(file.card, input.deliverBy)
  const now = context.clock.now()
  const at = demandTime(file, input.at, now)
  const holder = await demandApprover(context, actor, { file, at: at ?? now })
  const reason = noteOf(input.reason, { pointer: '/reason', actor, at: now })
  if (reason === null) throw new ReasonRequiredError('/reason')
  const skipped = skippedSteps(file, input.outOfOrderReason, { actor, at: now })
  const { post } = file.card.approver
  const facts: CaseFact[] = [
    ...skipped.facts.map((fact) => ({ ...fact, at })),
    {
      kind: 'case.decided',
      at,
      body: {
        outcome: input.outcome,
        post,
        postHolder: holder,
        namedApprover: true,
        reason: reason.id
      }
    },
    { kind: 'case.delivered', at, body: { channel: deliverBy } }
  ]
  const { expectedVersion } = input
  const change = { facts, notes: [...skipped.notes, reason], expectedVersion }
  try {
    return await changeCase(context, actor, { file, change })
  } catch (error) {
    throw await afterRace(context, input.case, error)
  }
}

/** The result goes out as the card says; on the site, where its applicant reads it, in any case. */
export function demandDelivery(
  card: Pick<ServiceCard, 'channels'>,
  way: Channel = 'site'
): Channel {
  if (way === 'site' || card.channels.includes(way)) return way
  const named = card.channels.map((each) => channelNames[each])
  const { deliveryWay } = refusalMessages.entries
  const text = {
    fa: deliveryWay.fa(named.map(({ fa }) => fa).join('، ')),
    en: deliveryWay.en(named.map(({ en }) => en).join(', '))
  }
  throw new InvalidInputError([problem('/deliverBy', 'case/delivery-way', text)])
}

/** The person id of the post's holder, who must be the actor. */
async function demandApprover(
  context: Context,
  actor: Actor,
  { file, at }: { file: CaseFile & { access: { approver: boolean } }; at: Temporal.Instant }
): Promise<string> {
  const { authority } = file.record
  const holder = await postHolderOn(context.db, { authority, post: file.card.approver.post }, at)
  if (holder === null || actor.person === null || holder.person !== actor.person) {
    throw new NotTheApproverError()
  }
  return holder.person
}

/** A decision before the last step enters it out of order, with its reason. */
function skippedSteps(
  file: CaseFile,
  reason: string | undefined,
  by: { actor: Actor; at: Temporal.Instant }
): { facts: CaseFact[]; notes: Note[] } {
  const last = file.card.steps.at(-1)?.code
  const from = file.history.step
  if (last === undefined || from === last) return { facts: [], notes: [] }
  const note = noteOf(reason, { pointer: '/outOfOrderReason', ...by })
  if (note === null) throw new StepOutOfOrderError('/outOfOrderReason')
  const body = { step: last, from, inOrder: false, reason: note.id }
  return { facts: [{ kind: 'case.step-entered', body }], notes: [note] }
}

/** Whoever lost to another decision is told that there is one. */
async function afterRace(context: Context, id: string, error: unknown): Promise<unknown> {
  if (!(error instanceof CaseChangedError)) return error
  const record = await caseById(context.db, id)
  return record?.stage === 'decided' ? new CaseAlreadyDecidedError('decision') : error
}
