import type { ServiceCard } from '../catalogue/index.ts'
import { type Fact, factsOf } from '../ledger/index.ts'
import { type Actor, NotAllowedError, delegation } from '../people/index.ts'
import type { Context, Db } from '../platform/index.ts'
import { type Access, accessOf } from './case-access.ts'
import type { CaseCalendar, CaseClock } from './case-clock.ts'
import { readCaseClock } from './case-clock.ts'
import { historyOf } from './case-history.ts'
import type { CaseRecord } from './case-record.ts'
import { caseById } from './case-store.ts'
import type { CaseHistory } from './case.ts'
import { ownerRight } from './owner-right.ts'
import { demandCaseUse, recordCaseRefusal } from './case-use.ts'
import { calendarFor, cardOf } from './published.ts'
import { placeOf, recordHiddenRefusal, refuseSuspended } from './refuse-hidden.ts'
import { CaseNotFoundError } from './refusals.ts'

/** A case with everything that a use case needs to judge it. */
export interface CaseFile {
  readonly record: CaseRecord
  readonly facts: readonly Fact[]
  readonly history: CaseHistory
  readonly card: ServiceCard
  readonly calendar: CaseCalendar
}

/** Reads a case with its facts; `null` where there is none. */
export async function readCaseFile(
  db: Db,
  id: string,
  at: Temporal.Instant
): Promise<CaseFile | null> {
  const record = await caseById(db, id)
  return record === null ? null : fileOf(db, record, { at })
}

/**
 * As {@link readCaseFile}, from a row that was read already.
 * @param when - `published`: where cards and calendars are remembered; inside a transaction, the
 * handle that outlives it.
 */
export async function fileOf(
  db: Db,
  record: CaseRecord,
  when: { readonly at: Temporal.Instant; readonly published?: Db }
): Promise<CaseFile> {
  const { at, published = db } = when
  const facts = await factsOf(db, record.applicant, record.id)
  const history = historyOf(facts)
  if (history === null) throw new Error(`case ${record.id} has a row and no facts`)
  const card = await cardOf(published, record.cardVersion)
  return { record, facts, history, card, calendar: await calendarFor(published, card, at) }
}

/** The clock of a case at an instant. */
export function clockNow(
  file: Omit<CaseFile, 'facts' | 'record'>,
  at: Temporal.Instant
): CaseClock {
  return readCaseClock(file.history, {
    promise: file.card.promisedTime,
    calendar: file.calendar,
    at
  })
}

/** What an act on a case asks of its actor: any one of these. */
export type Right = 'owner' | 'officer' | 'clerk' | 'approver' | 'reader'

/** What is asked of the actor of an act. */
export interface Asked {
  readonly case: string
  readonly rights: readonly Right[]
  /** What a delegate of the applicant must have been given, any one of them; to see it where absent. */
  readonly acts?: readonly delegation.DelegatedAct[]
}

/**
 * Opens a case for an act.
 * @throws {CaseNotFoundError} If there is no such case, or the actor is nothing to it.
 * @throws {NotAllowedError} If the actor may know of it, and may not do this.
 * @throws {UseRefusedError} If the data policy lets nobody of the body read what is in it.
 */
export async function openCase(
  context: Context,
  actor: Actor,
  { case: id, rights, acts = ['view'] }: Asked
): Promise<CaseFile & { access: Access }> {
  const at = context.clock.now()
  const file = await readCaseFile(context.db, id, at)
  if (file === null) {
    await recordHiddenRefusal(context, actor, { case: id })
    await refuseSuspended(context, actor, id)
    throw new CaseNotFoundError()
  }
  const { record, card } = file
  const own = await ownerRight(context.db, actor, {
    ...record,
    acts: rights.includes('owner') ? acts : [],
    at
  })
  const owner = own.acts.length > 0
  const access = { ...accessOf(actor, { record, card, owner }), ...own }
  // A clerk who registers for all units is told when a case has ended, though not what is in its file.
  if (!owner && access.reader === null && !access.clerk) {
    await delegation.refuseSuspended(context.db, placeOf(actor, record), at)
    // The applicant is told of it; whoever tried is told that there is nothing.
    await recordCaseRefusal(context, actor, { record, access })
    throw new CaseNotFoundError()
  }
  const mayAsOwner = acts.some((act) => own.acts.includes(act))
  const has = { ...access, owner: mayAsOwner, reader: access.reader !== null }
  if (!rights.some((right) => has[right])) throw new NotAllowedError()
  await demandCaseUse(context, actor, { record, access, quiet: true })
  return { ...file, access }
}
