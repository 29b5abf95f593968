import { type Actor, NotAllowedError, demand } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { componentById } from '../probes/component-store.ts'
import { changeOutageIn } from './change-outage.ts'
import { type Correction, correctionsOf, decideOn, insertCorrection } from './correction-store.ts'
import { causeProblems } from './open-outage.ts'
import { orderProblems, pastProblems, reachProblems, textProblems } from './outage-input.ts'
import {
  type CorrectionReason,
  type Outage,
  type OutageCause,
  correctionReasons
} from './outage.ts'
import { outageById } from './outage-store.ts'
import {
  CorrectionNotWaitingError,
  CorrectionWaitingError,
  OutageNotFoundError,
  SamePersonError
} from './refusals.ts'

/** Who may propose and approve: two people of these roles. */
const correcting = ['it-manager', 'authority-admin'] as const

/** What an outage was, as somebody says now. */
export interface ProposeCorrectionInput {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
  readonly cause: string
  /** It was none at all. */
  readonly void: boolean
  readonly reason: string
  readonly words: Bilingual
}

/**
 * Proposes a correction; nothing changes until a second person approves.
 * @throws {CorrectionWaitingError} If another one waits.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function proposeCorrection(
  context: Context,
  actor: Actor,
  { id, ...input }: ProposeCorrectionInput & { readonly id: string }
): Promise<Correction> {
  const outage = await correctedBy(context, actor, id)
  const at = context.clock.now()
  const problems = [
    ...problemsOf(input, { outage, at }),
    ...(await timeProblems(context, input, outage))
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const waiting = (await correctionsOf(context.db, outage)).some(
    ({ approved }) => approved === null
  )
  if (waiting) throw new CorrectionWaitingError()
  const correction: Correction = {
    authority: outage.authority,
    outage: id,
    id: newId(at),
    from: input.from,
    to: input.to,
    cause: input.cause as OutageCause,
    void: input.void,
    reason: input.reason as CorrectionReason,
    words: { fa: input.words.fa.trim(), en: input.words.en.trim() },
    proposedBy: actor.id,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
    approved: null
  }
  await inTransaction(context.db, (tx) => insertCorrection(tx, correction))
  return correction
}

/**
 * Decides on a proposed correction. Approved, the outage is what was proposed, by a new fact, and its
 * notice says so; from then on probes do not move it.
 * @throws {SamePersonError} If the proposer would approve.
 * @throws {CorrectionNotWaitingError} If it was decided before.
 */
export async function decideCorrection(
  context: Context,
  actor: Actor,
  decision: { readonly id: string; readonly correction: string; readonly approved: boolean }
): Promise<Outage> {
  const outage = await correctedBy(context, actor, decision.id)
  const at = context.clock.now()
  const correction = (await correctionsOf(context.db, outage)).find(
    (each) => each.id === decision.correction && each.approved === null
  )
  if (correction === undefined) throw new CorrectionNotWaitingError()
  // Taking one's own proposal back needs nobody else.
  if (decision.approved && correction.proposedBy === actor.id) throw new SamePersonError()
  const decided = await inTransaction(context.db, async (tx) => {
    const by = { by: actor.id, at, approved: decision.approved }
    if (!(await decideOn(tx, correction, by))) throw new CorrectionNotWaitingError()
    if (!decision.approved) return outage
    return changeOutageIn(tx, correctedOutage(outage, correction, at), {
      act: { kind: 'corrected', reason: correction.reason },
      change: { actor: actor.id, at },
      words: correction.words
    })
  })
  context.nudge()
  return decided
}

function correctedOutage(outage: Outage, correction: Correction, at: Temporal.Instant): Outage {
  const { from, cause } = correction
  const to = correction.void ? (correction.to ?? outage.to ?? at) : correction.to
  const isOver = to !== null
  return {
    ...outage,
    from,
    to,
    cause,
    void: correction.void,
    settled: true,
    ...(isOver
      ? { expectedReturnAt: null, nextUpdateAt: null, closedKnownAt: outage.closedKnownAt ?? at }
      : {})
  }
}

/** A program's key is nobody: two people decide. */
async function correctedBy(context: Context, actor: Actor, id: string): Promise<Outage> {
  const outage = await outageById(context.db, id)
  if (outage === null) throw new OutageNotFoundError()
  demand(actor, { authority: outage.authority, role: correcting })
  if (actor.kind !== 'person') throw new NotAllowedError()
  return outage
}

function problemsOf(
  input: ProposeCorrectionInput,
  { outage, at }: { readonly outage: Outage; readonly at: Temporal.Instant }
): FieldProblem[] {
  const isKnown = correctionReasons.some((reason) => reason === input.reason)
  const isForPeople = input.reason !== 'late-results'
  const mustEnd = outage.to !== null && input.to === null && !input.void
  return [
    ...(isKnown && isForPeople ? [] : [problem('/reason', 'outage/reason', wrongReason)]),
    ...causeProblems(input.cause),
    ...textProblems('/words', input.words, { isNeeded: true }),
    ...pastProblems('/from', input.from, at),
    ...(input.to === null ? [] : pastProblems('/to', input.to, at)),
    ...orderProblems('/to', input.from, input.to),
    ...(mustEnd ? [problem('/to', 'outage/end-missing', noEnd)] : [])
  ]
}

/** What stands may stay, whenever it was. */
async function timeProblems(
  context: Context,
  input: ProposeCorrectionInput,
  outage: Outage
): Promise<FieldProblem[]> {
  const component = await componentById(context.db, outage)
  const within = { addedAt: component?.addedAt ?? outage.from, known: outage.knownAt }
  const check = (pointer: string, at: Temporal.Instant | null, was: Temporal.Instant | null) =>
    at === null || (was !== null && at.equals(was)) ? [] : reachProblems(pointer, at, within)
  return [...check('/from', input.from, outage.from), ...check('/to', input.to, outage.to)]
}

const wrongReason = {
  fa: 'دلیل اصلاح را از فهرست برگزینید.',
  en: 'Choose the reason of the correction from the list.'
}
const noEnd = {
  fa: 'این قطعی پایان یافته است؛ پایان درست آن را بنویسید.',
  en: 'This outage is over; write when it truly ended.'
}
