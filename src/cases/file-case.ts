import type { Channel, ServiceCard } from '../catalogue/index.ts'
import type { FormValues } from '../kernel/forms/index.ts'
import { type Fact, type NewFact, publicLog, recordFacts } from '../ledger/index.ts'
import { type Actor, keys } from '../people/index.ts'
import {
  type Context,
  type Db,
  type JsonObject,
  type Tx,
  inTransaction
} from '../platform/index.ts'
import { type CaseCalendar, type CaseClock, readCaseClock } from './case-clock.ts'
import { historyOf } from './case-history.ts'
import { newOwnedId } from './case-id.ts'
import type { CaseRecord, Given } from './case-record.ts'
import { missingDocuments, readersOf, unitOf } from './case-rules.ts'
import { caseOfSubmission } from './case-store.ts'
import type { CaseHistory } from './case.ts'
import {
  type CaseFact,
  announceChange,
  breachFact,
  clockRecordOf,
  newestOf
} from './change-case.ts'
import { clocksOf } from './clock-store.ts'
import { documentsOf, insertNotes } from './document-store.ts'
import type { Arrival, CheckedDocuments } from './given-documents.ts'
import { cardOf } from './published.ts'
import { receiptOf } from './receipt.ts'
import { insertSubmission, takenKey } from './submission-store.ts'
import { newTrackingCode } from './tracking-code.ts'

/** What the applicant holds after filing. */
export interface Submission {
  readonly case: string
  /** Tracking code as stored; print it with `formatTrackingCode`. */
  readonly code: string
  /** When it reached the body. */
  readonly filedAt: Temporal.Instant
  /** `null` while the clock has not started, or where the calendar ends before it. */
  readonly dueAt: Temporal.Instant | null
  /** Documents for want of which the clock has not started. */
  readonly missing: readonly string[]
  /** The same form had come before: this is the case that it made then. */
  readonly repeated: boolean
}

/** A checked application. */
export interface Application {
  readonly card: ServiceCard
  readonly cardVersion: string
  readonly agreementVersion: string | null
  readonly calendar: CaseCalendar
  readonly answers: FormValues
  readonly documents: CheckedDocuments
  readonly arrival: Arrival
  readonly filedBy: 'applicant' | 'clerk'
  /** Whoever sends it, and the key by which it is known when it comes twice. */
  readonly filer: string
  readonly submissionKey: string
  /** The fact by which the applicant accepted the agreement; `null` where none asks for it. */
  readonly accepted?: string | null
  /** How whoever stood at the counter said yes to being filed for: the id of a consent, or `paper`. */
  readonly consent?: string | null
}

/** Who files, for whom, when, and by which delegation where it is not for themselves. */
export interface FiledBy {
  readonly now: Temporal.Instant
  readonly actor: Actor
  readonly applicant: string
  readonly delegation?: string | undefined
}

/** A case that was filed, in the transaction that files it. */
export interface FiledCase {
  readonly submission: Submission
  readonly record: CaseRecord
}

/** Files a case within a transaction: facts first, then what follows from them. */
export async function fileCase(tx: Tx, application: Application, at: FiledBy): Promise<FiledCase> {
  const { card, cardVersion, agreementVersion, documents } = application
  const { now, applicant } = at
  keys.demandSameWorld(card.authority, applicant)
  const id = newOwnedId(applicant, now)
  const { facts, history, clock } = await recordFiling(tx, application, { ...at, id })
  await publicLog.makeEvidenceKey(tx, { owner: applicant, subject: id }, now)
  const record: CaseRecord = {
    id,
    applicant,
    authority: card.authority,
    service: card.code,
    cardVersion,
    agreementVersion,
    code: newTrackingCode(),
    answers: application.answers,
    filedAt: history.filed.at,
    version: 1,
    stage: history.stage,
    step: null,
    unit: unitOf(card, null),
    units: readersOf(card),
    assignedTo: null,
    reopened: false,
    factsThrough: newestOf(facts, '')
  }
  const missing = missingDocuments(card, new Set(documents.records.map((each) => each.type)))
  const issued = { record, card, clock, documents: documents.records, missing, issuedAt: now }
  await insertSubmission(tx, {
    record,
    filer: application.filer,
    submissionKey: application.submissionKey,
    clock: clockRecordOf({ record }, clock, record.factsThrough),
    documents: documents.records,
    given: givenBy(application, at),
    receipt: receiptOf(issued)
  })
  const { lateReason } = application.arrival
  if (lateReason !== undefined) await insertNotes(tx, id, [lateReason])
  await documents.writeBytes(tx, applicant)
  await announceChange(tx, record, now)
  const { code, filedAt } = record
  return {
    record,
    submission: { case: id, code, filedAt, dueAt: clock.dueAt, missing, repeated: false }
  }
}

/** Who gave the documents of an application: what a clerk registers was given at a counter. */
function givenBy(
  { filedBy }: Application,
  { actor, applicant }: { actor: Actor; applicant: string }
): Given {
  if (filedBy === 'clerk') return { origin: 'counter', by: actor.id }
  return { origin: actor.person === applicant ? 'applicant' : 'delegate', by: actor.id }
}

/**
 * Records the facts of a filing, which happened when it arrived and are known now. What lay about
 * until after its due instant is late at once, and no timer would wake for it: the breach is recorded
 * with the filing.
 */
async function recordFiling(
  tx: Tx,
  application: Application,
  by: FiledBy & { id: string }
): Promise<{ facts: Fact[]; history: CaseHistory; clock: CaseClock }> {
  const { card, calendar, cardVersion, agreementVersion } = application
  const made = (fact: CaseFact): NewFact => ({
    owner: by.applicant,
    authority: card.authority,
    kind: fact.kind,
    subject: by.id,
    at: fact.at ?? by.now,
    knownAt: by.now,
    actor: by.actor.id,
    agreementVersion,
    cardVersion,
    body: {
      case: by.id,
      service: card.code,
      ...(by.delegation === undefined ? {} : { delegation: by.delegation }),
      ...fact.body
    }
  })
  const facts = await recordFacts(tx, factsOfFiling(application).map(made))
  const history = historyIn(facts)
  const clock = readCaseClock(history, { promise: card.promisedTime, calendar, at: by.now })
  const breach = breachFact(history, clock)
  if (breach === null) return { facts, history, clock }
  const all = [...facts, ...(await recordFacts(tx, [made(breach)]))]
  return { facts: all, history: historyIn(all), clock }
}

function historyIn(facts: readonly Fact[]): CaseHistory {
  const history = historyOf(facts)
  if (history === null) throw new Error('a filed case has no history')
  return history
}

/** What filing is, fact by fact, in the order in which it happens. */
function factsOfFiling(application: Application): CaseFact[] {
  const { card, arrival, documents } = application
  const { arrivedAt: at } = arrival
  const facts: CaseFact[] = [
    {
      kind: 'case.submitted',
      at,
      body: {
        ...sourceOf(arrival),
        filedBy: application.filedBy,
        ...(typeof application.accepted === 'string' ? { acceptance: application.accepted } : {}),
        ...(typeof application.consent === 'string' ? { consent: application.consent } : {})
      }
    }
  ]
  if (arrival.channel === 'in-person') {
    const visit = { causedBy: 'applicant', number: 1, limit: card.visitsMax, beyond: false }
    facts.push({ kind: 'visit.recorded', at, body: visit })
  }
  for (const { id, type, channel, sha256, sizeBytes } of documents.records) {
    const body = { document: id, type, channel, sha256, sizeBytes, ...arrivalOf(arrival) }
    facts.push({ kind: 'document.received', at, body })
  }
  if (card.feeRial > 0) {
    const body = { amountRial: card.feeRial, publishedRial: card.feeRial }
    facts.push({ kind: 'invoice.issued', body })
  }
  const present = new Set(documents.records.map((each) => each.type))
  if (missingDocuments(card, present).length === 0) {
    facts.push({ kind: 'case.documents-complete', at })
  }
  return facts
}

function sourceOf({ channel, trackingNumber, officeCode, ...times }: Arrival): JsonObject {
  return {
    channel: channel satisfies Channel,
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
    ...(officeCode === undefined ? {} : { officeCode }),
    ...arrivalOf(times)
  }
}

/** Both times are kept of what arrived before it was registered (SK-5.1c). */
export function arrivalOf({
  arrivedAt,
  lateReason
}: Pick<Arrival, 'arrivedAt' | 'lateReason'>): JsonObject {
  return {
    ...(arrivedAt === undefined ? {} : { arrivedAt: arrivedAt.toString() }),
    ...(lateReason === undefined ? {} : { lateReason: lateReason.id })
  }
}

// A code of 45 random bits is taken once in a million cases or so; three times running is a fault.
const attemptsMax = 3

/**
 * Runs a filing transaction. A form that was sent twice finds its first case instead; a tracking code
 * that is taken is drawn again, which nobody can have seen yet.
 * @param by - Whoever sends the form.
 */
export async function fileOnce(
  context: Context,
  by: { filer: string; submissionKey: string },
  filing: (tx: Tx) => Promise<FiledCase>
): Promise<Submission> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { submission } = await inTransaction(context.db, filing)
      context.nudge()
      return submission
    } catch (error) {
      const taken = takenKey(error)
      if (taken === 'code' && attempt < attemptsMax) continue
      const before = taken === 'submission' ? await findSubmission(context.db, by) : null
      if (before === null) throw error
      return before
    }
  }
}

/** The case that this form made when it was sent before, or `null`. */
export async function findSubmission(
  db: Db,
  by: { filer: string; submissionKey: string }
): Promise<Submission | null> {
  const record = await caseOfSubmission(db, by)
  if (record === null) return null
  const { id, code, filedAt } = record
  const documents = await documentsOf(db, id)
  const card = await cardOf(db, record.cardVersion)
  const missing = missingDocuments(card, new Set(documents.map((each) => each.type)))
  const dueAt = (await clocksOf(db, [id])).get(id)?.dueAt ?? null
  return { case: id, code, filedAt, dueAt, missing, repeated: true }
}
