import { recordFact } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, InvalidInputError, inTransaction } from '../platform/index.ts'
import { type CaseFile, openCase } from './case-file.ts'
import { nextVisit } from './case-rules.ts'
import type { VisitCause } from './case.ts'
import { type Changed, changeCase, demandVersion } from './change-case.ts'
import { demandStage, open } from './demand-stage.ts'
import { refusalMessages } from './messages-refusals.ts'
import { noteOf } from './note.ts'
import { VisitsExhaustedError, problem } from './refusals.ts'

export interface RecordVisitInput {
  readonly case: string
  /** Whether the body made the applicant come, or the applicant chose to. */
  readonly causedBy: VisitCause
  /** When it was; now where absent. */
  readonly at?: Temporal.Instant | undefined
  /** Why it is recorded although the card allows no more: it happened, and is a breach. */
  readonly insist?: string | undefined
  readonly expectedVersion?: number | undefined
}

/** Which visit it was, of how many. */
export interface VisitRecorded extends Changed {
  readonly number: number
  readonly limit: number
  readonly beyond: boolean
}

/**
 * Records that the applicant came. One that the body caused beyond the number on the card is refused,
 * which is a fact too; a clerk who insists, with a reason, records it as a breach (PI-4.1.8).
 * @throws {VisitsExhaustedError}
 * @throws {CaseChangedError} If the case is not what the actor saw.
 * @throws {InvalidInputError} At `/at`: before the case was filed, or in the future.
 */
export async function recordVisit(
  context: Context,
  actor: Actor,
  input: RecordVisitInput
): Promise<VisitRecorded> {
  const file = await openCase(context, actor, { case: input.case, rights: ['clerk', 'officer'] })
  demandStage(file.history, open)
  demandVersion(file, input.expectedVersion)
  const now = context.clock.now()
  const at = input.at ?? now
  demandVisitTime(file, at, now)
  const visit = nextVisit(file.card, file.history, input.causedBy)
  const note = noteOf(input.insist, { pointer: '/insist', actor, at: now })
  if (visit.beyond && note === null) {
    await recordRefusal(context, actor, { file, number: visit.number })
    throw new VisitsExhaustedError()
  }
  const reason = visit.beyond && note !== null ? { reason: note.id } : {}
  const body = { causedBy: input.causedBy, ...visit, ...reason }
  const notes = visit.beyond && note !== null ? [note] : []
  const changed = await changeCase(context, actor, {
    file,
    change: {
      facts: [{ kind: 'visit.recorded', at, body }],
      notes,
      expectedVersion: input.expectedVersion
    }
  })
  return { ...changed, ...visit }
}

function demandVisitTime(file: CaseFile, at: Temporal.Instant, now: Temporal.Instant): void {
  const early = Temporal.Instant.compare(at, file.history.filed.at) < 0
  if (!early && Temporal.Instant.compare(at, now) <= 0) return
  const { timeOutOfRange } = refusalMessages.entries
  throw new InvalidInputError([problem('/at', 'case/time-out-of-range', timeOutOfRange)])
}

async function recordRefusal(
  context: Context,
  actor: Actor,
  { file, number }: { file: CaseFile; number: number }
): Promise<void> {
  const { record, card } = file
  await inTransaction(context.db, (tx) =>
    recordFact(tx, {
      owner: record.applicant,
      authority: record.authority,
      kind: 'visit.refused',
      subject: record.id,
      at: context.clock.now(),
      actor: actor.id,
      agreementVersion: record.agreementVersion,
      cardVersion: record.cardVersion,
      body: { case: record.id, service: record.service, number, limit: card.visitsMax }
    })
  )
}
