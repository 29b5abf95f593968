import { type Actor, demand } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction
} from '../../platform/index.ts'
import { changeOutageIn } from './change-outage.ts'
import { demandSeenUp } from './is-up-now.ts'
import { causeProblems } from './open-outage.ts'
import {
  newsProblems,
  pastProblems,
  orderProblems,
  textOrNull,
  textProblems
} from './outage-input.ts'
import type { Outage, OutageCause } from './outage.ts'
import { outageById } from './outage-store.ts'
import { OutageNotFoundError, OutageOverError } from './refusals.ts'

/** News of an outage that goes on. */
export interface UpdateOutageInput {
  readonly cause: string
  readonly scope: Bilingual | null
  readonly expectedReturnAt: Temporal.Instant | null
  readonly nextUpdateAt: Temporal.Instant | null
  /** What is new, for the course of the outage. */
  readonly words: Bilingual | null
}

/**
 * Tells news of an outage that goes on; its public notice is corrected at once.
 * @throws {OutageOverError} If it is over.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function updateOutageNews(
  context: Context,
  actor: Actor,
  { id, ...input }: UpdateOutageInput & { readonly id: string }
): Promise<Outage> {
  const outage = await managedOutage(context, actor, id)
  const at = context.clock.now()
  if (outage.to !== null || outage.void) throw new OutageOverError()
  refuse([
    ...causeProblems(input.cause),
    ...textProblems('/scope', input.scope, { isNeeded: false }),
    ...textProblems('/words', input.words, { isNeeded: false }),
    ...newsProblems(input, at)
  ])
  const changed: Outage = {
    ...outage,
    cause: input.cause as OutageCause,
    scope: textOrNull(input.scope),
    expectedReturnAt: input.expectedReturnAt,
    nextUpdateAt: input.nextUpdateAt
  }
  const written = await inTransaction(context.db, (tx) =>
    changeOutageIn(tx, changed, {
      act: { kind: 'updated' },
      change: { actor: actor.id, at },
      words: textOrNull(input.words)
    })
  )
  context.nudge()
  return written
}

/** The end of an outage, by people. */
export interface CloseOutageInput {
  readonly to: Temporal.Instant
  readonly cause: string
  /** What it was, and what was done. */
  readonly note: Bilingual
}

/**
 * Closes an outage, with a note; or adds the note to one that the probes closed, which has none yet.
 * @throws {OutageOverError} If it is over and has its note.
 * @throws {NotSeenUpError} If probes opened it and do not see its component up.
 */
export async function closeOutage(
  context: Context,
  actor: Actor,
  { id, ...input }: CloseOutageInput & { readonly id: string }
): Promise<Outage> {
  const outage = await managedOutage(context, actor, id)
  const at = context.clock.now()
  if (outage.void || (outage.to !== null && outage.note !== null)) throw new OutageOverError()
  await demandSeenUp(context, outage)
  const to = outage.to ?? input.to
  refuse([
    ...causeProblems(input.cause),
    ...textProblems('/note', input.note, { isNeeded: true }),
    ...pastProblems('/to', to, at),
    ...orderProblems('/to', outage.from, to)
  ])
  const closed: Outage = {
    ...outage,
    to,
    cause: input.cause as OutageCause,
    note: textOrNull(input.note),
    expectedReturnAt: null,
    nextUpdateAt: null,
    closedKnownAt: outage.closedKnownAt ?? at
  }
  const isEnd = outage.to === null
  const written = await inTransaction(context.db, (tx) =>
    changeOutageIn(tx, closed, {
      act: { kind: isEnd ? 'closed' : 'updated' },
      change: { actor: actor.id, at },
      words: closed.note
    })
  )
  context.nudge()
  return written
}

/**
 * An outage, for its IT manager.
 * @throws {OutageNotFoundError} If there is none.
 * @throws {NotAllowedError} If the actor is no IT manager of its authority.
 */
export async function managedOutage(context: Context, actor: Actor, id: string): Promise<Outage> {
  const outage = await outageById(context.db, id)
  if (outage === null) throw new OutageNotFoundError()
  demand(actor, { authority: outage.authority, role: 'it-manager' })
  return outage
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems)
}
