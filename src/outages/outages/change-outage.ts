import { type NewFact, recordFact } from '../../ledger/index.ts'
import { correctNotice, publishNotice } from '../../notices/index.ts'
import { authorityById } from '../../people/index.ts'
import { type Bilingual, type JsonObject, type Tx, newId } from '../../platform/index.ts'
import { componentTitle } from '../probes/component-title.ts'
import { insertEntry } from './entry-store.ts'
import type { CorrectionReason, Outage } from './outage.ts'
import { outageNotice } from './outage-notice.ts'
import { insertOutage, updateOutage } from './outage-store.ts'
import { OutageChangedMeanwhileError } from './refusals.ts'

/** Who changes an outage, and when it came to be known. */
export interface Change {
  readonly actor: string
  readonly at: Temporal.Instant
}

type Act =
  | { readonly kind: 'opened' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'corrected'; readonly reason: CorrectionReason }

/**
 * Opens an outage: row, fact and public notice in this transaction.
 * @returns `null` where the component has an open one already; nothing was written then.
 */
export async function openOutageIn(
  tx: Tx,
  outage: Omit<Outage, 'id' | 'notice' | 'revision' | 'knownAt'>,
  change: Change
): Promise<Outage | null> {
  const id = newId(change.at)
  const notice = newId(change.at)
  const opened: Outage = { ...outage, id, notice, knownAt: change.at, revision: 1 }
  if (!(await insertOutage(tx, opened))) return null
  await publishNotice(tx, await noticeOf(tx, opened, { change }), {
    ...change,
    id: notice
  })
  await record(tx, opened, { act: { kind: 'opened' }, change })
  if (opened.to !== null) await record(tx, opened, { act: { kind: 'closed' }, change })
  return opened
}

/**
 * Changes an outage: row, fact and the next version of its notice in this transaction.
 * @param outage - As it is to be, with the revision that was read.
 * @throws {OutageChangedMeanwhileError} If somebody else changed it since.
 */
export async function changeOutageIn(
  tx: Tx,
  outage: Outage,
  what: { readonly act: Act; readonly change: Change; readonly words?: Bilingual | null }
): Promise<Outage> {
  if (!(await updateOutage(tx, outage))) throw new OutageChangedMeanwhileError()
  const { act, change } = what
  const reason = act.kind === 'corrected' ? act.reason : undefined
  if (outage.notice !== null) {
    await correctNotice(tx, outage.notice, await noticeOf(tx, outage, { change, reason }), change)
  }
  await record(tx, outage, what)
  return { ...outage, revision: outage.revision + 1 }
}

/** Changes what nobody is told of: which targets failed, from how many places it was seen. */
export async function changeQuietly(tx: Tx, outage: Outage): Promise<void> {
  if (!(await updateOutage(tx, outage))) throw new OutageChangedMeanwhileError()
}

async function noticeOf(
  tx: Tx,
  outage: Outage,
  { change, reason }: { change: Change; reason?: CorrectionReason | undefined }
) {
  const authority = await authorityById(tx, outage.authority)
  const title = await componentTitle(tx, outage, change.at)
  const zone = authority?.timeZone ?? 'Asia/Tehran'
  return outageNotice(outage, { title, zone, at: change.at, reason })
}

async function record(
  tx: Tx,
  outage: Outage,
  what: { readonly act: Act; readonly change: Change; readonly words?: Bilingual | null }
): Promise<void> {
  const { act, change } = what
  const fact = factOf(outage, act, change)
  const { id } = await recordFact(tx, fact)
  await insertEntry(tx, {
    authority: outage.authority,
    outage: outage.id,
    id: newId(change.at),
    kind: act.kind,
    at: change.at,
    actor: change.actor,
    fact: id,
    text: what.words ?? null,
    body: fact.body
  })
}

function factOf(outage: Outage, act: Act, change: Change): NewFact {
  const { authority, id } = outage
  const of = (at: Temporal.Instant, body: JsonObject): NewFact => ({
    owner: authority,
    authority,
    kind: `outage.${act.kind}`,
    subject: id,
    at,
    knownAt: change.at,
    actor: change.actor,
    body: { ...base(outage), ...body }
  })
  switch (act.kind) {
    case 'opened':
      return of(outage.from, {
        automatic: outage.automatic,
        cause: outage.cause,
        vantagePoints: outage.vantagePoints,
        ...(outage.planned === null ? {} : { planned: outage.planned })
      })
    case 'updated':
      return of(change.at, {
        cause: outage.cause,
        expectedReturnAt: textOf(outage.expectedReturnAt),
        nextUpdateAt: textOf(outage.nextUpdateAt),
        notice: outage.notice
      })
    case 'closed':
      return of(outage.to ?? change.at, { cause: outage.cause, hasNote: outage.note !== null })
    case 'corrected':
    default:
      return of(change.at, {
        from: outage.from.toString(),
        to: textOf(outage.to),
        cause: outage.cause,
        void: outage.void,
        reason: act.reason
      })
  }
}

function base({ id, component, service }: Outage): JsonObject {
  return { outage: id, component, ...(service === null ? {} : { service }) }
}

function textOf(at: Temporal.Instant | null): string | null {
  return at === null ? null : at.toString()
}
